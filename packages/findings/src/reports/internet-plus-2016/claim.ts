import { gazetteer, resolvePlace } from '@indexlab/adapters';
import { assertThat, Exact, Interval } from '@indexlab/core';
import { exactValue } from '../../checks/exact-value.js';
import type { Cell, Evidence } from '../../ledger/evidence.js';
import type { Claim, Figures } from './figures.js';
import type { ComputedNumber, Statement } from '../../ledger/statement.js';

const report = 'internet-plus-2016';

/** Makes a statement once the figures in the text are at hand. */
export type ClaimMaker = (figures: Figures) => Statement;

/** A statement of this report, its id given by the slug alone; passages that repeat it may be figures too. */
export function claim(slug: string, rest: Claim): ClaimMaker {
  return (figures) => ({ id: `${report}/${slug}`, kind: 'statement', ...figures.complete(rest) });
}

/** An invariant of this report's tables. */
export function invariant(slug: string, rest: Omit<Statement, 'id' | 'kind'>): Statement {
  return { id: `${report}/${slug}`, kind: 'invariant', ...rest };
}

/** A figure of others or about services, out of scope with its reason. */
export function context(figure: string, reason: string): ClaimMaker {
  return (figures) => ({ id: `${report}/${figure}`, kind: 'context', ...figures.complete({ figure }), reason });
}

/** The id of one of this report's tables. */
export function table(name: string): string {
  return `${report}/${name}`;
}

/** The code of a city by its Chinese name, as it was in 2015. */
export function city(name: string): string {
  const { match } = resolvePlace(name, { level: 'city', year: 2015 });
  assertThat(match !== null, () => `city requires the name of one city, got ${JSON.stringify(name)}`);
  return match.code;
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

/** The English name of a place as part of an id. */
export function slugOf(code: string): string {
  return gazetteer()
    .place(code)
    .nameEn.toLowerCase()
    .replace(/[^a-z]+/g, '-')
    .replace(/-$/, '');
}

/** The values of cities, named in Chinese, in one of this report's lists. */
export function valuesOf(evidence: Evidence, list: string, names: readonly string[]): Cell[] {
  return names.map((name) => evidence.at(table(list), city(name), 'index'));
}

/** The rank of a place, by its code; where the list does not reach it, a rank behind the list's last. */
export function rankOf(evidence: Evidence, list: string, place: string): ComputedNumber {
  const row = evidence.rowOf(table(list), place);
  if (row !== null) return exactValue(evidence.cell(table(list), row, 'rank').value.toNumber());
  return { value: null, bounds: new Interval(Exact.fromNumber(evidence.rowCount(table(list)) + 1), null) };
}

/** The ten places of one industry or service in a table of top tens, first to last. */
export function topTenOf(evidence: Evidence, tops: string, column: 'industry' | 'service', key: string): string[] {
  const first = evidence.rowWith(table(tops), column, key);
  return evidence.places(table(tops), first, first + 9);
}

/** The values of the rows from one place of a list to another, both included. */
export function leaders(evidence: Evidence, list: string, to: number, from = 1): Cell[] {
  return evidence.column(table(list), 'index', from, to);
}

/** Province of a place. */
export function provinceOf(code: string): string {
  return gazetteer().place(code).province;
}
