import type { Filling } from './fill.js';

/**
 * What stands for a unit in the texts of a claim: `{key}`, `{unit}`, its name in full, and `{slug}`, its name in an id:
 * the Latin letters where it has some.
 *
 * @example
 * unitPlaceholders('610100', () => "Xi'an 西安市").get('slug') // => 'xi-an'
 */
export function unitPlaceholders(key: string, labelOf: (key: string) => string): Filling {
  const unit = labelOf(key);
  const plain = unit.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  const slug = (plain.match(/[a-z0-9]+/g) ?? unit.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? [key]).join('-');
  return new Map([
    ['key', key],
    ['unit', unit],
    ['slug', slug],
  ]);
}
