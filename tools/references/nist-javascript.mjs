/**
 * The linear regression sets of NIST in ml-regression-multivariate-linear, for the table in packages/stats/README.md.
 * The library is no dependency: install it elsewhere and name the folder.
 *
 *     npm install --prefix FOLDER ml-regression-multivariate-linear@2.0.4
 *     node tools/references/nist-javascript.mjs FOLDER > packages/stats/references/nist-javascript.json
 */
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';

const name = 'ml-regression-multivariate-linear';
const require = createRequire(resolve(process.argv[2], 'package.json'));
const { default: Regression = require(name) } = require(name);
const { version } = JSON.parse(readFileSync(resolve(process.argv[2], 'node_modules', name, 'package.json'), 'utf8'));

const folder = new URL('../../packages/stats/references/nist/', import.meta.url);
const sets = readdirSync(folder)
  .filter((file) => file.startsWith('lls_'))
  .map((file) => {
    const { dataset, model, data } = JSON.parse(readFileSync(new URL(file, folder), 'utf8'));
    const degree = Number(/^poly(\d+)$/.exec(model.kind)?.[1]);
    const names = Object.keys(data).filter((column) => column !== 'y');
    const rows = data.y.map((_, row) =>
      degree
        ? Array.from({ length: degree }, (_, k) => data.x[row] ** (k + 1))
        : names.map((column) => data[column][row]),
    );
    const { weights, stdErrors } = new Regression(
      rows,
      data.y.map((y) => [y]),
      { intercept: model.intercept },
    );
    // The library puts the intercept last.
    const ordered = (values) => (model.intercept ? [values.at(-1), ...values.slice(0, -1)] : values);
    return { dataset, coef: ordered(weights.map(([weight]) => weight)), se: ordered(stdErrors) };
  });
process.stdout.write(`${JSON.stringify({ software: `${name} ${version}`, sets }, null, 1)}\n`);
