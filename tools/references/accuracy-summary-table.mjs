/**
 * The tables of packages/stats/README.md on NIST's univariate and analysis-of-variance sets: correct digits, ours computed, the
 * others from `references/nist-summary-*.json`.
 *
 *     npm run build && node tools/references/accuracy-summary-table.mjs [--write]
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { anova, autocorrelation, mean, standardDeviation } from '../../packages/stats/dist/index.js';

const references = new URL('../../packages/stats/references/', import.meta.url);
const read = (file) => JSON.parse(readFileSync(new URL(file, references), 'utf8'));
const setsOf = (kind) =>
  readdirSync(new URL('nist/', references))
    .filter((file) => file.startsWith(`${kind}_`))
    .map((file) => read(`nist/${file}`));
const rivals = ['nist-summary-r.json', 'nist-summary-python.json', 'nist-summary-javascript.json'].map(read);

function ourAnova({ dataset, data }) {
  const { rows, residualStandardError } = anova(data.groups);
  return { dataset, F: rows[0].statistic, residual_sd: residualStandardError };
}

const tables = [
  {
    name: 'univariate',
    sets: setsOf('univ'),
    quantities: ['mean', 'sd', 'autocorr1'],
    ours: ({ dataset, data: { y } }) => ({
      dataset,
      mean: mean(y),
      sd: standardDeviation(y),
      autocorr1: autocorrelation(y),
    }),
  },
  { name: 'anova', sets: setsOf('anova'), quantities: ['F', 'residual_sd'], ours: ourAnova },
];

/** At most 15, the digits that NIST certifies; a dash where a program does not compute the quantity. */
function digits(computed, expected) {
  if (computed === null) return '-';
  const error = Math.abs(computed - expected) / (expected === 0 ? 1 : Math.abs(expected));
  return (Number.isFinite(error) ? Math.max(0, Math.min(15, -Math.log10(error))) : 0).toFixed(1);
}

function tableOf({ name, sets, quantities, ours }) {
  const programs = [{ software: 'ours', [name]: sets.map(ours) }, ...rivals];
  const row = ({ dataset, difficulty, certified, ceiling }) => {
    const cells = programs.map((program) => {
      const result = program[name].find((set) => set.dataset === dataset);
      return quantities.map((quantity) => digits(result[quantity], certified[quantity])).join(' / ');
    });
    return `| ${[dataset, difficulty, quantities.map((quantity) => ceiling[quantity].toFixed(1)).join(' / '), ...cells].join(' | ')} |`;
  };
  return [
    `| ${['set', 'difficulty', 'ceiling', ...programs.map(({ software }) => software)].join(' | ')} |`,
    `|${'---|'.repeat(3 + programs.length)}`,
    ...sets.map(row),
  ].join('\n');
}

const readme = new URL('../../packages/stats/README.md', import.meta.url);
for (const table of tables) {
  if (process.argv.includes('--write')) {
    const text = readFileSync(readme, 'utf8');
    const [start, end] = [`<!-- accuracy: ${table.name} -->`, `<!-- end of accuracy: ${table.name} -->`];
    writeFileSync(
      readme,
      `${text.slice(0, text.indexOf(start) + start.length)}\n${tableOf(table)}\n${text.slice(text.indexOf(end))}`,
    );
  } else {
    process.stdout.write(`${tableOf(table)}\n\n`);
  }
}
