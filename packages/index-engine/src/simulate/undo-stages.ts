import { assertThat } from '@indexlab/core';
import { denominationParts } from '../stages/denominate.js';
import { methodParts } from '../specification/method.js';
import { type IndicatorStage, indicatorStages } from '../specification/schema.js';
import type { Specification } from '../specification/schema.js';
import type { Rows } from '../stages/rows.js';
import type { SchemeNode } from './scheme.js';

const untreated: Readonly<Record<string, (value: number) => number>> = {
  none: (value) => value,
  log: Math.exp,
  'log-plus-one': Math.expm1,
};

/**
 * The raw indicator behind the scores of a leaf: its stages undone, the last one first.
 *
 * @throws IndexlabError for a treatment that depends on the other units
 */
export function undoStages(
  node: SchemeNode,
  scores: Float64Array,
  rows: Rows,
  specification: Specification,
): Float64Array {
  const { planned, id } = node;
  const order: readonly IndicatorStage[] = specification.stages ?? indicatorStages;
  const undo: Partial<Record<IndicatorStage, (values: Float64Array) => Float64Array>> = {
    normalise: (values) => values.map((score, row) => node.curveAt(row).toValue(score)),
    treat: (values) => {
      const { name } = methodParts(planned.option('treat') ?? 'none');
      const inverse = untreated[name];
      assertThat(
        inverse !== undefined,
        () => `simulateIndicators requires a treatment that can be undone, got ${name} (node "${id}")`,
        `It depends on the shape of the whole column. ${Object.keys(untreated).join(', ')} can be undone.`,
      );
      return values.map(inverse);
    },
    denominate: (values) => {
      const parts = denominationParts(planned.option('denominate') ?? 'none');
      if (!parts) return values;
      const denominator = rows.numbers(parts.by);
      return values.map((value, row) => value * (denominator[row]! / parts.per));
    },
  };
  return [...order].reverse().reduce((values, stage) => undo[stage]?.(values) ?? values, scores);
}
