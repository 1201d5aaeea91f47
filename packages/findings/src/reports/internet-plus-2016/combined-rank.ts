import { Exact, Interval, printedNumber, type Table } from '@indexlab/core';
import { Evidence } from '../../ledger/evidence.js';
import type { ComputedNumber, Statement } from '../../ledger/statement.js';
import { city, claim, type ClaimMaker, invariant, named, slugOf, table } from './claim.js';
import { figureCell } from './figures.js';

const list = table('leapfrog-gdp');
const where = 'executive summary; offset 13140';

/**
 * The rule behind the combined rank of industry and innovation (产业与创新创业的加权平均排名).
 *
 * The words allow two readings: the weighted mean of two ranks, or the rank by the weighted mean of two values.
 */
export const combinedRankClaims: readonly ClaimMaker[] = [
  claim('combined-rank-rule', {
    statement:
      'The combined rank of industry and innovation is the rank by the weighted mean of the two values, with the stated weights',
    printed: 'rank by the weighted mean',
    locator: where,
    compute: (evidence) => {
      const scores = scoreIntervals(evidence);
      const listed = evidence
        .places(list)
        .filter(
          (place) => rankIn(evidence, 'industry', place) !== null && rankIn(evidence, 'innovation', place) !== null,
        );
      const fits = listed.map((place) =>
        rankBounds(scores, place).contains(evidence.at(list, place, 'combinedRank').value),
      );
      const haikou = meanOfRanks(evidence, city('海口'));
      return {
        holds: fits.every(Boolean) ? 'always' : 'never',
        text: `${fits.filter(Boolean).length} of ${listed.length} cities in both lists of a hundred fit; the weighted mean of ranks would be ${haikou.toFixed(1)} for Haikou, printed 43`,
        partial: true,
      };
    },
    class: 'definition',
    reason:
      'The other reading, the weighted mean of the two ranks, does not fit Haikou (海口): ranks 54 and 37 average another number with these weights.',
  }),
];

/** Generated: each printed combined rank against the bounds that the two lists of a hundred allow. */
export function combinedRankInvariants(load: (id: string) => Table): Statement[] {
  return new Evidence(load).places(list).map((place) =>
    invariant(`combined-rank-${slugOf(place)}`, {
      statement: `The combined rank of ${named(place)} is its rank by the weighted mean of industry and innovation`,
      printed: (evidence) => printedNumber(evidence.at(list, place, 'combinedRank').token, { exact: true }),
      locator: where,
      compute: (evidence): ComputedNumber => {
        const bounds = rankBounds(scoreIntervals(evidence), place);
        const known = bounds.lower!.equals(bounds.upper!);
        return { value: known ? bounds.lower : null, bounds, partial: !known };
      },
      class: 'table against table',
      reason:
        'A city that a list of a hundred does not name lies between zero and the last printed value of that list.',
    }),
  );
}

/** The weighted sum of industry and innovation of every city, as far as the lists show it. */
function scoreIntervals(evidence: Evidence): Map<string, Interval> {
  const parts = ['industry', 'innovation'].map((name) => {
    const rows = evidence.places(table(name));
    const cells = evidence.column(table(name), 'index');
    const listed = new Map(rows.map((place, index) => [place, cells[index]!.interval]));
    const unlisted = new Interval(Exact.zero, cells[cells.length - 1]!.interval.upper!);
    const weight = Interval.point(figureCell(evidence, `weight-${name}`).value);
    return (place: string): Interval => weight.times(listed.get(place) ?? unlisted);
  });
  return new Map(evidence.places(table('cities')).map((place) => [place, parts[0]!(place).plus(parts[1]!(place))]));
}

/** One more than the number of cities above: surely above at least, possibly above at most. */
function rankBounds(scores: ReadonlyMap<string, Interval>, place: string): Interval {
  const own = scores.get(place)!;
  const others = [...scores].filter(([other]) => other !== place).map(([, score]) => score);
  const surely = others.filter((score) => score.lower!.compare(own.upper!) > 0).length;
  const possibly = others.filter((score) => score.upper!.compare(own.lower!) > 0).length;
  return new Interval(Exact.fromNumber(surely + 1), Exact.fromNumber(possibly + 1));
}

function rankIn(evidence: Evidence, name: string, place: string): Exact | null {
  const row = evidence.rowOf(table(name), place);
  return row === null ? null : evidence.cell(table(name), row, 'rank').value;
}

function meanOfRanks(evidence: Evidence, place: string): Exact {
  const parts = ['industry', 'innovation'].map((name) => ({
    weight: figureCell(evidence, `weight-${name}`).value,
    rank: rankIn(evidence, name, place)!,
  }));
  const total = parts.reduce((sum, { weight, rank }) => sum.plus(weight.times(rank)), Exact.zero);
  return total.over(parts.reduce((sum, { weight }) => sum.plus(weight), Exact.zero));
}
