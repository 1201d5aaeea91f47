import { assertThat } from '@indexlab/core';
import { combineColumns, type DoubleColumn, exactColumn, mapColumn } from '../linear-algebra/double-column.js';
import { multiply, squareRoot } from '../linear-algebra/double-double.js';
import { leastSquares } from '../linear-algebra/least-squares.js';
import { interceptName } from '../regression/design/design-matrix.js';
import type { PanelFrame } from './panel-frame.js';
import { demeaned, entityMeans } from './transformations.js';

/** The parts of the error's variance in a random-effects model. */
export interface VarianceComponents {
  readonly idiosyncratic: number;
  readonly individual: number;
}

/**
 * The components of Swamy and Arora: the idiosyncratic one from the within residuals, the individual one from the residuals of
 * the entities' means, with Baltagi and Chang's (1994) trace for unbalanced panels; zero where that comes out negative.
 */
export function swamyArora(panel: PanelFrame): VarianceComponents {
  const { design, byEntity } = panel;
  const n = panel.entity.length;
  const slopes = design.columns.filter(({ term }) => term !== interceptName);
  const within = leastSquares(
    slopes.map(({ values }) => demeaned(values, panel)),
    demeaned(design.response, panel),
  );
  const withinDegrees = n - byEntity.length - within.kept.length;
  assertThat(
    withinDegrees > 0,
    () => `Random effects require more rows than entities and terms, got ${n} rows and ${byEntity.length} entities`,
  );
  const idiosyncratic = within.residualSumOfSquares / withinDegrees;
  const periods = Float64Array.from(byEntity, (rows) => rows.length);
  const roots = mapColumn(exactColumn(periods), squareRoot);
  const mean = (column: DoubleColumn): DoubleColumn => combineColumns(entityMeans(column, panel), roots, multiply);
  const between = leastSquares(
    design.columns.map(({ values }) => mean(values)),
    mean(design.response),
  );
  assertThat(
    byEntity.length > between.kept.length,
    () =>
      `Random effects require more entities than coefficients, got ${byEntity.length} entities and ${between.kept.length} coefficients`,
  );
  const trace = between.leverage.reduce((sum, leverage, entity) => sum + leverage * periods[entity]!, 0);
  const individual =
    (between.residualSumOfSquares - (byEntity.length - between.kept.length) * idiosyncratic) / (n - trace);
  return { idiosyncratic, individual: Math.max(0, individual) };
}

/** The share of an entity's mean that is taken out: 1 - √(idiosyncratic / (periods · individual + idiosyncratic)). */
export function meanShare({ idiosyncratic, individual }: VarianceComponents, periods: number): number {
  return 1 - Math.sqrt(idiosyncratic / (periods * individual + idiosyncratic));
}
