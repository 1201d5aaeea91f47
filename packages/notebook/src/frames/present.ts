/** Whether a cell of a frame holds nothing. */
export function isMissing(value: unknown): boolean {
  return value === null || value === undefined || Number.isNaN(value);
}

/**
 * The positions of values in order; equal ones stay in their order, missing ones come last in either direction. Texts
 * are compared by their characters' numbers, as pandas does.
 */
export function sortedPositions(values: readonly unknown[], ascending: boolean): number[] {
  const positions = [...values.keys()];
  const present = positions.filter((at) => !isMissing(values[at]));
  const sign = ascending ? 1 : -1;
  return [
    ...present.sort((a, b) => sign * compared(values[a], values[b])),
    ...positions.filter((at) => isMissing(values[at])),
  ];
}

function compared(a: unknown, b: unknown): number {
  const [x, y] = typeof a === 'string' || typeof b === 'string' ? [String(a), String(b)] : [Number(a), Number(b)];
  return x < y ? -1 : x > y ? 1 : 0;
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
const mean = (values: readonly number[]): number => sum(values) / values.length;

/** Divided by n - 1. */
function variance(values: readonly number[]): number {
  const middle = mean(values);
  return values.length < 2 ? NaN : sum(values.map((value) => (value - middle) ** 2)) / (values.length - 1);
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const half = sorted.length >> 1;
  if (sorted.length === 0) return NaN;
  return sorted.length % 2 === 1 ? sorted[half]! : (sorted[half - 1]! + sorted[half]!) / 2;
}

/** One number of the values that are there, as pandas gives it: nothing of none, but for the sum and the count, 0. */
export const aggregates = {
  count: (values: readonly number[]) => values.length,
  sum,
  mean,
  median,
  var: variance,
  std: (values: readonly number[]) => Math.sqrt(variance(values)),
  min: (values: readonly number[]) => (values.length === 0 ? NaN : values.reduce((a, b) => Math.min(a, b))),
  max: (values: readonly number[]) => (values.length === 0 ? NaN : values.reduce((a, b) => Math.max(a, b))),
} as const;

const steps = {
  cumsum: (a: number, b: number) => a + b,
  cumprod: (a: number, b: number) => a * b,
  cummax: Math.max,
  cummin: Math.min,
} as const;

export type Running = keyof typeof steps;

export function isRunning(operation: string): operation is Running {
  return operation in steps;
}

/** The values so far at each value; missing where the value is, and none the worse behind it. */
export function running(operation: Running, values: readonly unknown[]): number[] {
  let before: number | undefined;
  return values.map((value) => {
    if (isMissing(value)) return NaN;
    return (before = before === undefined ? Number(value) : steps[operation](before, Number(value)));
  });
}

/** The values that are there, as numbers. */
export function presentNumbers(values: readonly unknown[]): number[] {
  return values.filter((value) => !isMissing(value)).map(Number);
}
