import { Exact, Interval } from '@indexlab/core';
import { gazetteer } from '@indexlab/adapters';
import { sum } from '../../checks/sum.js';
import type { Evidence } from '../../ledger/evidence.js';
import type { ComputedNumber } from '../../ledger/statement.js';
import { table } from './claim.js';

/**
 * Bounds of the sum over all cities of the appendix that a rule picks, from a list that ends before it has named
 * them all: the listed cities as printed, each of the others between zero and the last printed value.
 */
export function listedTotal(evidence: Evidence, listName: string, picks: (place: string) => boolean): ComputedNumber {
  const list = table(listName);
  const listed = evidence
    .places(list)
    .flatMap((place, index) => (picks(place) ? [evidence.cell(list, index + 1, 'index')] : []));
  const all = evidence.places(table('cities')).filter(picks).length;
  const last = evidence.cell(list, evidence.rowCount(list), 'index');
  const unlisted = Exact.fromNumber(all - listed.length);
  const { value, bounds } = sum(listed);
  return {
    value: unlisted.sign() === 0 ? value : null,
    bounds: bounds.plus(new Interval(Exact.zero, unlisted.times(last.interval.upper!))),
    partial: unlisted.sign() !== 0,
  };
}

/** The region of a place among the seven of the report. */
export function regionOf(place: string): string {
  return gazetteer().classOf(place, 'seven-regions');
}
