// Recovery of weights from printed totals.
import { randomSource, roundedInterval } from '../../../packages/core/dist/index.js';
import { recoverWeights } from '../../../packages/index-engine/dist/index.js';
import {
  formBounds,
  regionOf,
  sumToOneRelation,
  variableForm,
} from '../../../packages/index-engine/dist/recover/relation.js';
import { publishedRows } from '../../../packages/index-engine/dist/recover/published-rows.js';

/** A published index: skewed parts and their total, four decimals, some totals wrong, the first part rescaled if asked for. */
function published({ rows = 351, parts = 6, wrong = 0, rescaled = false, seed = 1 }) {
  const random = randomSource(seed);
  const shares = Array.from({ length: parts }, () => 0.1 + random.uniform());
  const sum = shares.reduce((total, share) => total + share, 0);
  const columns = shares.map(() => Array.from({ length: rows }, () => Math.exp(1.5 * random.normal())));
  const total = Array.from({ length: rows }, (_, row) =>
    columns.reduce(
      (value, column, part) =>
        value + (shares[part] / sum) * (rescaled && part === 0 ? 7 * column[row] - 3 : column[row]),
      0,
    ),
  );
  const wrongRows = new Set();
  while (wrongRows.size < wrong) wrongRows.add(random.integer(rows));
  for (const row of wrongRows) total[row] += 0.01 + 0.02 * random.uniform();
  const print = (values) => values.map((value) => roundedInterval(value.toFixed(4)));
  return {
    total: print(total),
    parts: Object.fromEntries(columns.map((column, part) => [`part ${part + 1}`, print(column)])),
  };
}

/** Both bounds of every weight: twelve linear programs for six parts. */
function bounds(options) {
  const { rows, parts } = publishedRows(options);
  const relation = sumToOneRelation(parts.length);
  const region = regionOf(rows, relation);
  return parts.reduce((sum, _, part) => sum + formBounds(variableForm(part, relation), region).upper.toNumber(), 0);
}

/** A number that changes when the answer does. */
function checksum({ status, weights, wrongRows, wrongRowsProven }) {
  const found = wrongRows.flat().reduce((sum, unit) => sum + Number(unit), 0);
  if (status === 'infeasible') return wrongRowsProven ? found : -found;
  return Object.values(weights).reduce((sum, { lower }, index) => sum + (index + 1) * lower, 0);
}

const plain = published({});
const recover = (options) => {
  const data = published(options);
  return () => checksum(recoverWeights(data));
};

const runs = {
  'bounds of the weights alone, 351 rows, 6 parts': () => bounds(plain),
  'recovery, 351 rows, 6 parts': recover({}),
  'recovery, 351 rows, 20 parts': recover({ parts: 20 }),
  'recovery, 3,000 rows, 6 parts': recover({ rows: 3000 }),
  'one part rescaled, 351 rows, 6 parts': recover({ rescaled: true }),
  'three wrong rows, 351 rows, 6 parts': recover({ wrong: 3 }),
  'three wrong rows and one part rescaled, 351 rows, 6 parts': recover({ wrong: 3, rescaled: true }),
  'ten wrong rows, 351 rows, 6 parts': recover({ wrong: 10 }),
  'thirty wrong rows, 351 rows, 6 parts': recover({ wrong: 30 }),
};

export const tasks = Object.entries(runs).map(([name, run]) => ({ name, run }));
