import { Exact, Interval } from '@indexlab/core';
import { jointBounds, type JointBounds, type Relation } from '@indexlab/index-engine/recover';
import type { Evidence } from '../../ledger/evidence.js';
import type { ComputedText } from '../../ledger/statement.js';
import { claim, type ClaimMaker } from './claim.js';
import { figureCell } from './figures.js';

/** Provinces among the first ten of the smart-city sub-index, by rank; Shanghai and Hainan share ranks 6 and 9. */
const byRank = ['guangdong', 'zhejiang', 'chongqing', 'beijing', 'jiangsu'] as const;
const eastern = ['guangdong', 'zhejiang', 'jiangsu', 'beijing', 'shanghai', 'fujian', 'hainan'];
const ten = [...eastern, 'chongqing', 'hunan', 'sichuan'];
const added = ['inner-mongolia', 'ningxia', 'liaoning'];

/** What the sentences on provinces in the smart-city sub-index say together (chapter 5, sections 2.1 to 2.3). */
export const provinceRelationClaims: readonly ClaimMaker[] = [
  claim('smart-provinces-together', {
    statement:
      'All that is printed about provinces in the smart-city sub-index (five values, a ratio, sums over 5, 7, 10 and 13 provinces, ranks) can hold together',
    printed: 'possible together',
    locator: 'chapter 5, sections 2.1 to 2.3; offset 53399',
    at: { offset: 53399 },
    alsoAt: [
      'smart-city-eastern-top-10-share',
      'smart-city-ten-provinces-share',
      'smart-city-thirteen-provinces-share',
      'smart-city-hunan-rank',
      'smart-city-sichuan-rank',
      'smart-city-core-hunan-rank',
      'smart-city-core-sichuan-rank',
      'smart-city-hunan-map-rank',
    ],
    compute: provinceRelations,
    class: 'text against text',
    means: 'Each relation is fine alone; solved as one linear system they would rule one another out.',
  }),
];

/**
 * All that chapter 5 prints about provinces in the smart-city sub-index, solved together: five values, their ratio,
 * sums over five, seven, ten and thirteen provinces, and ranks.
 *
 * Which of Shanghai and Hainan is sixth and which ninth is not printed; both are tried.
 */
function provinceRelations(evidence: Evidence): ComputedText {
  const solved = (['shanghai', 'hainan'] as const).map((sixth) => jointBounds(relations(evidence, sixth)));
  const possible = solved.flatMap((result) => (result.status === 'feasible' ? [result.bounds] : []));
  if (possible.length > 0) {
    // The union over every order that is possible.
    const told = ['shanghai', 'fujian', 'hunan', 'hainan', 'sichuan', 'liaoning'].map(
      (name) => `${name} ${shown(hullOf(possible.map((bounds) => bounds[name]!)))}`,
    );
    return { holds: 'possibly', text: `possible together; then ${told.join(', ')}`, partial: true };
  }
  return { holds: 'never', text: `impossible together: ${solved.map(conflictOf).join('; or ')}` };
}

function relations(evidence: Evidence, sixth: 'shanghai' | 'hainan'): Relation[] {
  const printed = (name: string, figure: string, provinces: readonly string[]): Relation => ({
    name,
    terms: Object.fromEntries(provinces.map((province) => [province, Exact.one])),
    interval: figureCell(evidence, figure).interval,
  });
  const ninth = sixth === 'shanghai' ? 'hainan' : 'shanghai';
  const order = [...byRank, sixth, 'fujian', 'hunan', ninth, 'sichuan'];
  const [ratioLower, ratioUpper] = figureCell(evidence, 'smart-city-guangdong-over-zhejiang').interval.ends();
  return [
    ...byRank.map((province) => printed(`value of ${province}`, `smart-city-${province}-index`, [province])),
    printed('sum of five', 'smart-city-five-provinces-share', byRank),
    printed('sum of seven eastern provinces', 'smart-city-eastern-top-10-share', eastern),
    printed('sum of ten', 'smart-city-ten-provinces-share', ten),
    printed('sum of thirteen', 'smart-city-thirteen-provinces-share', [...ten, ...added]),
    {
      name: 'ratio, lower end',
      terms: { guangdong: Exact.one, zhejiang: ratioLower.negated() },
      interval: new Interval(Exact.zero, null),
    },
    {
      name: 'ratio, upper end',
      terms: { guangdong: Exact.one, zhejiang: ratioUpper.negated() },
      interval: new Interval(null, Exact.zero),
    },
    ...order.slice(1).map((province, index) => notBelow(order[index]!, province)),
    ...added.map((province) => notBelow('sichuan', province)),
  ];
}

function notBelow(above: string, below: string): Relation {
  return {
    name: `${above} not below ${below}`,
    terms: { [above]: Exact.one, [below]: Exact.one.negated() },
    interval: new Interval(Exact.zero, null),
  };
}

function conflictOf(result: JointBounds): string {
  return result.status === 'infeasible' ? result.conflict.join(', ') : '';
}

/** The smallest interval that holds several. */
function hullOf(intervals: readonly Interval[]): Interval {
  const [first, ...others] = intervals.flatMap((interval) => interval.ends());
  return Interval.hull(first!, ...others);
}

function shown({ lower, upper }: Interval): string {
  return `${lower!.toFixed(2)} to ${upper!.toFixed(2)}`;
}
