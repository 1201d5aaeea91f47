import { randomSource } from '../../../../packages/core/dist/index.js';

/**
 * Indicators of units as columns: each a power of a unit's lognormal size, two further factors and noise, as shares of its
 * sum or, `logs`, as standardised logarithms, whose clusters overlap far more.
 */
export function cityColumns(units, indicators, { seed = 1, logs = false } = {}) {
  const random = randomSource(seed);
  const size = Array.from({ length: units }, () => [1.2 * random.normal(), random.normal(), random.normal()]);
  const columns = Array.from({ length: indicators }, () => {
    const [power, second, third] = [0.6 + 0.8 * random.uniform(), 0.3 * random.normal(), 0.3 * random.normal()];
    const noise = 0.2 + 0.6 * random.uniform();
    const log = Float64Array.from(size, ([a, b, c]) => power * a + second * b + third * c + noise * random.normal());
    if (logs) return standardised(log);
    const shares = log.map(Math.exp);
    const total = shares.reduce((sum, value) => sum + value, 0);
    return shares.map((value) => value / total);
  });
  return Object.fromEntries(columns.map((column, i) => [`x${i}`, column]));
}

function standardised(values) {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return values.map((value) => (value - mean) / Math.sqrt(squares / (values.length - 1)));
}

/** Columns as rows of numbers. */
export function rowsOf(columns) {
  const values = Object.values(columns);
  return Array.from({ length: values[0].length }, (_, row) => Float64Array.from(values, (column) => column[row]));
}
