// Regressions, beside R's lm with sandwich and statsmodels.
import { randomSource } from '../../../packages/core/dist/index.js';
import { moderate, regress } from '../../../packages/stats/dist/index.js';

/** Columns of normal deviates x0, x1, …, and an outcome y made of them with errors that grow with x0. */
function sample(rows, terms, seed = 1) {
  const random = randomSource(seed);
  const data = {};
  for (let k = 0; k < terms; k++) data[`x${k}`] = Float64Array.from({ length: rows }, () => random.normal());
  data.y = data.x0.map(
    (value, row) => 1 + value + 0.5 * (data.x1?.[row] ?? 0) + (1 + Math.abs(value)) * random.normal(),
  );
  return data;
}
const names = (terms) => Array.from({ length: terms }, (_, k) => `x${k}`).join(' + ');
const numbersOf = ({ terms }) =>
  terms.flatMap(({ estimate, standardError, pValue }) => [estimate, standardError, pValue]);

export const tasks = [
  {
    name: 'regress, 351 rows, 10 terms, HC3',
    columns: () => sample(351, 10),
    run: (data) => numbersOf(regress(`y ~ ${names(10)}`, data, { se: 'HC3' })),
    peers: {
      'R lm + sandwich': 'regress.R:hc3',
      'statsmodels, formula': 'regress-formula.py:hc3',
      'statsmodels, arrays': 'regress.py:hc3',
    },
    digits: 9,
  },
  {
    name: 'regress, 100,000 rows, 5 terms, HC3',
    columns: () => sample(100_000, 5),
    run: (data) => numbersOf(regress(`y ~ ${names(5)}`, data, { se: 'HC3' })),
    peers: {
      'R lm + sandwich': 'regress.R:hc3',
      'statsmodels, formula': 'regress-formula.py:hc3',
      'statsmodels, arrays': 'regress.py:hc3',
    },
    digits: 9,
  },
  {
    name: 'moderate, 351 rows, HC3',
    columns: () => sample(351, 4),
    run: (data) => numbersOf(moderate(data, { y: 'y', x: 'x0', by: 'x1', controls: ['x2', 'x3'], se: 'HC3' })),
  },
];
