import { assertThat } from '@indexlab/core';
import {
  combineColumns,
  type DoubleColumn,
  dot,
  mapColumn,
  subtractMultiple,
} from '../../linear-algebra/double-column.js';
import { divide, multiply, squareRoot } from '../../linear-algebra/double-double.js';
import { scaleOf } from '../../descriptive/scale.js';
import { centred, integerPower } from '../formula/evaluate.js';
import type { Coded } from './categories.js';

/**
 * The columns of `poly(x, degree)`: orthogonal polynomials over the rows used, of length one and with positive leading
 * coefficients, as R's; or of `poly(x, degree, raw)`: the powers of x.
 */
export function polynomialColumns(name: string, x: DoubleColumn, options: readonly string[]): Coded[] {
  const degree = Number(options[0]);
  const raw = options[1] === 'raw';
  assertThat(
    Number.isInteger(degree) && degree >= 1 && options.length === (raw ? 2 : 1),
    `A formula requires poly(x, degree) or poly(x, degree, raw), got "${name}"`,
  );
  const columns = raw ? powers(x, degree) : orthogonal(x, degree, name);
  return columns.map((values, k) => ({ name: `${name}[${k + 1}]`, values }));
}

function powers(x: DoubleColumn, degree: number): DoubleColumn[] {
  return Array.from({ length: degree }, (_, k) => mapColumn(x, (value) => integerPower(value, k + 1)));
}

/** By the recurrence of three terms, each column freed from the two before it. */
function orthogonal(x: DoubleColumn, degree: number, name: string): DoubleColumn[] {
  const distinct = new Set(x.high).size;
  assertThat(
    distinct > degree,
    `A polynomial requires more different values than its degree, got ${distinct} (${name})`,
  );
  const one = mapColumn(x, () => [1, 0]);
  // The columns have no unit: in scale, no product leaves the doubles.
  const scale = scaleOf(x.high);
  const centre = centred(mapColumn(x, ([high, low]) => [high / scale, low / scale]));
  const columns = [unitLength(one)];
  for (let k = 1; k <= degree; k++) {
    const next = combineColumns(centre, columns[k - 1]!, multiply);
    for (const earlier of columns) subtractMultiple(next, dot(earlier, next), earlier);
    columns.push(unitLength(next));
  }
  return columns.slice(1);
}

function unitLength(column: DoubleColumn): DoubleColumn {
  const length = squareRoot(dot(column, column));
  return mapColumn(column, (value) => divide(value, length));
}
