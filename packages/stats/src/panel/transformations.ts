import { copyOf, type DoubleColumn, dot, exactColumn, zeros } from '../linear-algebra/double-column.js';
import { add, divide, type DoubleDouble, multiply, subtract } from '../linear-algebra/double-double.js';
import { leastSquares } from '../linear-algebra/least-squares.js';
import type { PanelFrame } from './panel-frame.js';

/** What is left of a column that a transformation takes out, next to its length, is rounding below this share. */
const nothingLeft = 1e-12;

/** Takes the entity's mean, times its factor (one for the within transformation), from each value. */
export function demeaned(
  column: DoubleColumn,
  panel: PanelFrame,
  factor: (entity: number) => number = () => 1,
): DoubleColumn {
  const result = copyOf(column);
  panel.byEntity.forEach((rows, entity) => {
    const part = multiply(meanOf(column, rows), [factor(entity), 0]);
    for (const row of rows) {
      [result.high[row], result.low[row]] = subtract([column.high[row]!, column.low[row]!], part);
    }
  });
  return withoutRounding(result, column);
}

/** Each entity's mean. */
export function entityMeans(column: DoubleColumn, panel: PanelFrame): DoubleColumn {
  const result = zeros(panel.byEntity.length);
  panel.byEntity.forEach((rows, entity) => {
    [result.high[entity], result.low[entity]] = meanOf(column, rows);
  });
  return result;
}

/** The transformation that takes out entities' and periods' means, exact in an unbalanced panel too, and how many it takes. */
export function twoWayDemeaning(panel: PanelFrame): {
  readonly apply: (column: DoubleColumn) => DoubleColumn;
  readonly absorbed: number;
} {
  const periods = [...new Set(panel.period)].sort((a, b) => a - b).slice(1);
  const indicators = periods.map((period) =>
    demeaned(exactColumn(Float64Array.from(panel.period, (own) => Number(own === period))), panel),
  );
  const absorb = (column: DoubleColumn): { rest: DoubleColumn; taken: number } => {
    const inner = demeaned(column, panel);
    const { residuals, kept } = leastSquares(indicators, inner);
    return { rest: withoutRounding(exactColumn(residuals), column), taken: kept.length };
  };
  const taken = indicators.length === 0 ? 0 : absorb(exactColumn(new Float64Array(panel.period.length))).taken;
  return {
    apply: (column) => (indicators.length === 0 ? demeaned(column, panel) : absorb(column).rest),
    absorbed: panel.byEntity.length + taken,
  };
}

/** A row and its entity's row one period before. */
export interface Step {
  readonly row: number;
  readonly before: number;
}

/** The neighbours in time, and how many steps cross a gap and so are left out. */
export function stepsOf(panel: PanelFrame): { readonly steps: readonly Step[]; readonly gaps: readonly string[] } {
  const steps: Step[] = [];
  const gaps: string[] = [];
  panel.byEntity.forEach((rows, entity) => {
    rows.slice(1).forEach((row, k) => {
      if (panel.period[row]! - panel.period[rows[k]!]! === 1) steps.push({ row, before: rows[k]! });
      else gaps.push(panel.entityNames[entity]!);
    });
  });
  return { steps, gaps };
}

/** The change of a column in each step. */
export function differences(column: DoubleColumn, steps: readonly Step[]): DoubleColumn {
  const result = zeros(steps.length);
  steps.forEach(({ row, before }, k) => {
    [result.high[k], result.low[k]] = subtract(
      [column.high[row]!, column.low[row]!],
      [column.high[before]!, column.low[before]!],
    );
  });
  return result;
}

function meanOf(column: DoubleColumn, rows: readonly number[]): DoubleDouble {
  const sum = rows.reduce((total: DoubleDouble, row) => add(total, [column.high[row]!, column.low[row]!]), [0, 0]);
  return divide(sum, [rows.length, 0]);
}

function withoutRounding(rest: DoubleColumn, column: DoubleColumn): DoubleColumn {
  return dot(rest, rest)[0] <= nothingLeft ** 2 * dot(column, column)[0] ? zeros(column.high.length) : rest;
}
