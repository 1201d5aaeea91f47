import { gazetteer, resolvePlace } from '@indexlab/adapters';
import { assertThat } from '@indexlab/core';
import type { Claim, Figures } from './figures.js';
import type { Statement } from '../../ledger/statement.js';

const report = 'internet-plus-2016';

/** Makes a statement once the figures in the text are at hand. */
export type ClaimMaker = (figures: Figures) => Statement;

/** A statement of this report, its id given by the slug alone; passages that repeat it may be figures too. */
export function claim(slug: string, rest: Claim): ClaimMaker {
  return (figures) => ({ id: `${report}/${slug}`, kind: 'statement', ...figures.complete(rest) });
}

/** The id of one of this report's tables. */
export function table(name: string): string {
  return `${report}/${name}`;
}

/** The code of a province by its Chinese name. */
export function province(name: string): string {
  const { match } = resolvePlace(name, { level: 'province' });
  assertThat(match !== null, () => `province requires the name of a province, got ${JSON.stringify(name)}`);
  return match.code;
}

/** The name of a place as a finding says it. */
export function named(code: string): string {
  const { nameEn, nameZh } = gazetteer().place(code);
  return `${nameEn} ${nameZh}`;
}
