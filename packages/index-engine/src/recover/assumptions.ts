import { listNames } from '@indexlab/core';
import type { Fit } from './fit.js';
import type { PublishedRows } from './published-rows.js';
import type { Relation } from './relation.js';
import type { Removals } from './smallest-removals.js';

/** What a recovery rests on, in sentences: the weights, the rows left out, and which parts were rescaled. */
export function assumptionsOf({ parts, incomplete }: PublishedRows, relation: Relation): string[] {
  const named = (positions: readonly number[]): string => listNames(positions.map((part) => parts[part]!));
  const { rescaled, constant, sumToOne } = relation;
  return [
    'weights are not negative',
    sumToOne ? 'weights sum to one' : 'weights need not sum to one',
    ...(incomplete.length > 0 ? [`rows with a missing cell are left out: ${listNames(incomplete)}`] : []),
    ...(rescaled.length === 0 && !constant ? ['no part was rescaled'] : []),
    ...(rescaled.length === 0 && constant
      ? [
          'the total has a constant: some part was shifted before weighting, and without a fixed sum of the weights it cannot be told which; a weight counts per printed unit',
        ]
      : []),
    ...(rescaled.length > 0 ? [`rescaled before weighting, with a positive slope: ${named(rescaled)}`] : []),
    ...(rescaled.length > 1 ? [`of the weights of ${named(rescaled)} only the sum is identified`] : []),
  ];
}

/** What the wrong rows of a relation that does not fit rest on. */
export function caveats(
  { rows }: PublishedRows,
  { sets, proven, complete }: Removals,
  lookedForScaling: boolean,
): string[] {
  const isMost = 2 * sets[0]!.length > rows.length;
  return [
    'nothing fits all rows: the estimate has the smallest largest residual, and the wrong rows are those of this relation',
    ...(lookedForScaling ? [] : ['rescaled parts were not looked for: there are as many free numbers as rows']),
    ...(isMost
      ? ['most rows would have to be wrong: rather the total does not come from these parts in this way']
      : []),
    ...(!isMost && !proven ? ['the search for wrong rows was not finished: a smaller set may do'] : []),
    ...(proven && !complete ? ['there may be more sets of wrong rows of this size than are listed'] : []),
  ];
}

/** What it means that several relations fit equally well, and that the search was cut short. */
export function ambiguity({ parts }: PublishedRows, others: readonly Fit[], exhaustive: boolean): string[] {
  const choices = others.map(({ relation }) => relation.rescaled.map((part) => parts[part]!).join(' with '));
  return [
    ...(choices.length > 0
      ? [
          `which part was rescaled cannot be told, it may also have been ${listNames(choices)}: bounds hold whichever it was, the rest is for the scaling shown`,
        ]
      : []),
    ...(exhaustive ? [] : ['too many scalings to try them all: a sparser one may fit']),
  ];
}
