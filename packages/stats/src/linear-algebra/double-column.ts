import type { DoubleDouble } from './double-double.js';

/**
 * A column of double-double numbers: the doubles and, where arithmetic left one, what they lack. The loops below write the
 * operations of `double-double.ts` out, because they are where a regression spends its time.
 */
export interface DoubleColumn {
  readonly high: Float64Array;
  readonly low: Float64Array;
}

const splitter = 134217729; // 2^27 + 1

/** The sum of a[i]·b[i] over a range of rows, as if computed with twice the digits (Ogita, Rump and Oishi 2005). */
export function dot(a: DoubleColumn, b: DoubleColumn, from = 0, to = a.high.length): DoubleDouble {
  const { high: aHigh, low: aLow } = a;
  const { high: bHigh, low: bLow } = b;
  let sum = 0;
  let rest = 0;
  for (let i = from; i < to; i++) {
    const x = aHigh[i]!;
    const y = bHigh[i]!;
    const product = x * y;
    const xScaled = splitter * x;
    const xTop = xScaled - (xScaled - x);
    const xTail = x - xTop;
    const yScaled = splitter * y;
    const yTop = yScaled - (yScaled - y);
    const yTail = y - yTop;
    const error = xTail * yTail - (product - xTop * yTop - xTail * yTop - xTop * yTail);
    const total = sum + product;
    const part = total - sum;
    rest += sum - (total - part) + (product - part) + (error + (x * bLow[i]! + y * aLow[i]!));
    sum = total;
  }
  const high = sum + rest;
  return [high, rest - (high - sum)];
}

/** Takes factor·column from the target, from a row on, in place. */
export function subtractMultiple(target: DoubleColumn, factor: DoubleDouble, column: DoubleColumn, from = 0): void {
  const { high, low } = target;
  const { high: columnHigh, low: columnLow } = column;
  const rows = high.length;
  const [f, fLow] = factor;
  const fScaled = splitter * f;
  const fTop = fScaled - (fScaled - f);
  const fTail = f - fTop;
  for (let i = from; i < rows; i++) {
    const y = columnHigh[i]!;
    const product = f * y;
    const yScaled = splitter * y;
    const yTop = yScaled - (yScaled - y);
    const yTail = y - yTop;
    const error =
      fTail * yTail - (product - fTop * yTop - fTail * yTop - fTop * yTail) + (f * columnLow[i]! + fLow * y);
    const x = high[i]!;
    const difference = x - product;
    const part = difference - x;
    const rest = x - (difference - part) - (product + part) + (low[i]! - error);
    const sum = difference + rest;
    high[i] = sum;
    low[i] = rest - (sum - difference);
  }
}

/** The column times a factor. */
export function scaled(column: DoubleColumn, factor: DoubleDouble): DoubleColumn {
  const result = zeros(column.high.length);
  subtractMultiple(result, [-factor[0], -factor[1]], column);
  return result;
}

export function copyOf(column: DoubleColumn): DoubleColumn {
  return { high: column.high.slice(), low: column.low.slice() };
}

export function zeros(rows: number): DoubleColumn {
  return { high: new Float64Array(rows), low: new Float64Array(rows) };
}

/** A column of plain doubles; columns of one design may share their zeros. */
export function exactColumn(values: Float64Array, zeros: Float64Array = new Float64Array(values.length)): DoubleColumn {
  return { high: values, low: zeros };
}

/** The column of a function of each row's value. */
export function mapColumn(column: DoubleColumn, apply: (value: DoubleDouble) => DoubleDouble): DoubleColumn {
  return combineColumns(column, column, apply);
}

/** The column of a function of each row's two values. */
export function combineColumns(
  a: DoubleColumn,
  b: DoubleColumn,
  apply: (a: DoubleDouble, b: DoubleDouble) => DoubleDouble,
): DoubleColumn {
  const result = zeros(a.high.length);
  for (let row = 0; row < a.high.length; row++) {
    const value = apply([a.high[row]!, a.low[row]!], [b.high[row]!, b.low[row]!]);
    result.high[row] = value[0];
    result.low[row] = value[1];
  }
  return result;
}
