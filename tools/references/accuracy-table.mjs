/**
 * The accuracy table of packages/stats/README.md: worst correct digits of the coefficients and standard errors of NIST's linear
 * regression sets, ours computed, the others from `references/nist-*.json`.
 *
 *     npm run build && node tools/references/accuracy-table.mjs [--write]
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { regress } from '../../packages/stats/dist/index.js';

const references = new URL('../../packages/stats/references/', import.meta.url);
const read = (file) => JSON.parse(readFileSync(new URL(file, references), 'utf8'));
const sets = readdirSync(new URL('nist/', references))
  .filter((file) => file.startsWith('lls_'))
  .map((file) => read(`nist/${file}`));

function ours({ dataset, model, data }) {
  const degree = Number(/^poly(\d+)$/.exec(model.kind)?.[1]);
  const terms = degree
    ? Array.from({ length: degree }, (_, k) => `I(x^${k + 1})`)
    : Object.keys(data).filter((name) => name !== 'y');
  const fit = regress(`y ~ ${terms.join(' + ')}${model.intercept ? '' : ' - 1'}`, data);
  return { dataset, coef: fit.terms.map((row) => row.estimate), se: fit.terms.map((row) => row.standardError) };
}

/** At most 15, the digits that NIST certifies; 0 where a value is missing. */
function digits(computed, certified) {
  const each = certified.map((expected, k) => {
    if (!Number.isFinite(computed[k])) return 0;
    return -Math.log10(Math.abs(computed[k] - expected) / (expected === 0 ? 1 : Math.abs(expected)));
  });
  return Math.max(0, Math.min(15, ...each)).toFixed(1);
}

const rivals = ['nist-r.json', 'nist-statsmodels.json', 'nist-javascript.json'].map(read);
const programs = [{ software: 'ours', sets: sets.map(ours) }, ...rivals];
const lines = [
  `| set | difficulty | ceiling | ${programs.map(({ software }) => software).join(' | ')} |`,
  `|---|---|---|${programs.map(() => '---|').join('')}`,
  ...sets.map(({ dataset, difficulty, certified, ceiling }) => {
    const cells = programs.map((program) => {
      const result = program.sets.find((set) => set.dataset === dataset);
      return `${digits(result.coef, certified.coef)} / ${digits(result.se, certified.se)}`;
    });
    return `| ${dataset} | ${difficulty} | ${ceiling.coef.toFixed(1)} / ${ceiling.se.toFixed(1)} | ${cells.join(' | ')} |`;
  }),
];
const table = lines.join('\n');
if (process.argv.includes('--write')) {
  const readme = new URL('../../packages/stats/README.md', import.meta.url);
  const text = readFileSync(readme, 'utf8');
  const [start, end] = ['<!-- accuracy: regression -->', '<!-- end of accuracy: regression -->'];
  writeFileSync(
    readme,
    `${text.slice(0, text.indexOf(start) + start.length)}\n${table}\n${text.slice(text.indexOf(end))}`,
  );
} else {
  process.stdout.write(`${table}\n`);
}
