import { assertThat, Exact, Interval, printedNumber } from '@indexlab/core';
import { recoverWeights, type Recovery } from '@indexlab/index-engine/recover';
import { exactValue } from '../../checks/exact-value.js';
import type { Cell, Evidence } from '../../ledger/evidence.js';
import { claim, type ClaimMaker, named, table } from './claim.js';
import { figureCell } from './figures.js';

/** The sub-indices, in the order of the report. */
const subIndices = ['base', 'industry', 'innovation', 'smart-city'] as const;

const method = 'The weighted sum of section 1, over the cities that all four lists of a hundred name.';

const assumptions = ['the weights sum to one', 'no weight is negative'];

const mistake = { class: 'method', cause: 'weights', materiality: 'headline' } as const;

/** Claims about the weights of the sub-indices (section 3.1), against those that the printed totals need. */
export const weightClaims: readonly ClaimMaker[] = [
  ...subIndices.map((part) =>
    claim(`weight-${part}`, {
      figure: `weight-${part}`,
      compute: (evidence) => {
        const { status, weights } = recovered(evidence);
        const { lower, upper, estimate } = weights[part]!;
        assertThat(status === 'feasible', () => `recovery requires weights that fit every city, got none (${part})`);
        const percent = (weight: number): Exact => Exact.fromNumber(weight).times(Exact.ratio(100n));
        return { value: percent(estimate!), bounds: new Interval(percent(lower!), percent(upper!)) };
      },
      ...mistake,
      assumptions,
      reason: `${method} The totals need a weight between the bounds shown; the simplest weights that give every total are 27.7, 26.4, 21.9 and 24.0 %.`,
    }),
  ),
  claim('weights-together', {
    statement:
      'The stated weights 27.69, 26.39, 21.93 and 23.99 % produce the printed totals from the printed sub-indices',
    printed: 'possible',
    locator: 'chapter 1, section 3.1; offset 21467',
    at: { offset: 21467 },
    compute: (evidence) => {
      const { stated } = recovered(evidence);
      const units = stated!.rows.map(named);
      return {
        holds: stated!.possible ? 'always' : 'never',
        text: stated!.possible ? 'possible' : `ruled out by ${units.length} cities: ${units.join(', ')}`,
      };
    },
    ...mistake,
    reason: method,
    assumptions,
    means:
      'With the stated weights, each read as rounded, the totals of the cities named miss their printed digits, and no single misprint explains it. Read as cut off, one does: 21.93 for innovation, where 21.9 fits.',
  }),
  claim('weights-simplest', {
    statement: 'Weights of 27.7, 26.4, 21.9 and 24.0 % produce the printed total of every city in all four lists',
    printed: printedNumber('61', { unit: 'cities', exact: true }),
    locator: 'appendix; offset 65369',
    at: { offset: 65369 },
    compute: (evidence) => {
      const weights = [277n, 264n, 219n, 240n].map((weight) => Interval.point(Exact.ratio(weight, 1000n)));
      const fitting = listedCities(evidence).filter((place) =>
        rebuilt(evidence, place, weights).meets(evidence.at(table('cities'), place, 'index').interval),
      );
      return exactValue(fitting.length);
    },
    reason: 'A finding of this project, not of the report: the simplest weights inside the recovered bounds.',
  }),
];

/** The cities that all four lists name, in the order of the appendix. */
function listedCities(evidence: Evidence): string[] {
  const lists = subIndices.map((part) => new Set(evidence.places(table(part))));
  return evidence.places(table('cities')).filter((place) => lists.every((list) => list.has(place)));
}

/** Bounds of the weighted sum; every factor is positive. */
function rebuilt(evidence: Evidence, place: string, weights: readonly Interval[]): Interval {
  return subIndices
    .map((part, index) => weights[index]!.times(evidence.at(table(part), place, 'index').interval))
    .reduce((sum, term) => sum.plus(term));
}

/** The stated weights as printed. */
function statedWeights(evidence: Evidence): Record<string, string> {
  return Object.fromEntries(subIndices.map((part) => [part, `${figureCell(evidence, `weight-${part}`).token}%`]));
}

/** Weights behind the printed totals, with the stated ones checked against them. */
function recovered(evidence: Evidence): Recovery {
  const places = listedCities(evidence);
  const column = (list: string): Cell[] => places.map((place) => evidence.at(table(list), place, 'index'));
  const parts = subIndices.map((part) => [part, column(part)] as const);
  const total = column('cities');
  const stated = statedWeights(evidence);
  const printed = [stated, places, ...[...parts.map(([, cells]) => cells), total].map((cells) => cells.map(tokenOf))];
  const key = JSON.stringify(printed);
  if (last.key !== key)
    last = {
      key,
      recovery: recoverWeights({
        unit: places,
        parts: Object.fromEntries(parts.map(([part, cells]) => [part, cells.map(intervalOf)])),
        total: total.map(intervalOf),
        stated,
      }),
    };
  return last.recovery!;
}

/** The recovery of the printed numbers seen last: five claims ask for the same. */
let last: { readonly key: string; readonly recovery: Recovery | null } = { key: '', recovery: null };

function tokenOf({ token }: Cell): string {
  return token;
}

function intervalOf({ interval }: Cell): Interval {
  return interval;
}
