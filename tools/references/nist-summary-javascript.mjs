/**
 * NIST's univariate and analysis-of-variance sets in a JavaScript library, for the table in packages/stats/README.md.
 *
 *     npm install --no-save jstat@1.9.6
 *     node tools/references/nist-summary-javascript.mjs > packages/stats/references/nist-summary-javascript.json
 */
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const { jStat } = createRequire(import.meta.url)('jstat');
const folder = new URL('../../packages/stats/references/nist/', import.meta.url);
const sets = (kind) =>
  readdirSync(folder)
    .filter((file) => file.startsWith(`${kind}_`))
    .map((file) => JSON.parse(readFileSync(new URL(file, folder), 'utf8')));

const univariate = sets('univ').map(({ dataset, data: { y } }) => ({
  dataset,
  mean: jStat.mean(y),
  sd: jStat.stdev(y, true),
  autocorr1: null,
}));
const anova = sets('anova').map(({ dataset, data: { groups } }) => ({
  dataset,
  F: jStat.anovafscore(groups),
  residual_sd: null,
}));
process.stdout.write(`${JSON.stringify({ software: 'jstat 1.9.6', univariate, anova }, null, 1)}\n`);
