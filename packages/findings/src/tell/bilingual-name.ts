import { gazetteer } from '@indexlab/adapters';

/**
 * The English name of a place with the Chinese one beside it.
 *
 * @param code the code of the gazetteer
 * @throws IndexlabError when there is no such place
 *
 * @example
 * bilingualName('330100') // => 'Hangzhou 杭州市'
 */
export function bilingualName(code: string): string {
  const { nameEn, nameZh } = gazetteer().place(code);
  return `${nameEn} ${nameZh}`;
}
