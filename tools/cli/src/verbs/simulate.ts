import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Dossier, readDossier, writeFile, writeFiles } from '@indexlab/adapters';
import { assertThat, cellToken, csvLine, didYouMean, type Table } from '@indexlab/core';
import { tableFigure, tableText } from '@indexlab/figures';
import {
  compareSimulations,
  publishedDossier,
  simulateDossier,
  simulatedFiles,
  simulatedResources,
} from '@indexlab/findings';
import {
  defaultUnit,
  indexTree,
  parseSpecification,
  type PublishedIndex,
  simulateIndicators,
  specificationText,
} from '@indexlab/index-engine';
import { columnOptions } from '../column-options.js';
import { readText } from '../read-text.js';
import { readerOptions, withReaderOptions } from '../reader-options.js';
import { userTable } from '../user-table.js';
import { wholeNumber } from '../whole-number.js';
import type { Call, Verb } from './verb.js';

/** `simulate <spec.yaml> --printed <table>`, `simulate <report>`: indicators that give back what is printed. */
export const simulate: Verb = {
  declare: (program) =>
    withReaderOptions(
      program
        .command('simulate')
        .description('simulate the indicators behind printed scores')
        .argument('<spec|report>', 'a specification, or the dossier of a report that has a plan in simulated/')
        .option('--printed <file>', 'a table of printed scores: a column for each node, and "<node> rank" for ranks')
        .option('--unit-column <column>', 'the column that names the units')
        .option('--leading <nodes>', 'nodes whose list is cut off: other units stand behind it')
        .option('--factor <number>', 'what a score of one prints as: 100 where shares are printed in percent')
        .option('--seed <number>', 'the seed of the draws')
        .option('--out <folder>', 'a folder for the indicators and the specification that builds them')
        .option(
          '--check',
          "make a dossier's simulated indicators again, and compare with the files instead of writing",
        ),
    ),
  act: async (call) => (/\.ya?ml$/i.test(String(call.args[0])) ? simulateTable(call) : simulateReport(call)),
};

async function simulateTable({ args: [spec], options, terminal }: Call): Promise<boolean> {
  assertThat(
    typeof options.printed === 'string',
    'simulate requires --printed <file> with a specification, got none',
    'The file has a row for each unit and a column of printed scores for each node that has them.',
  );
  const { specification } = parseSpecification(readText(String(spec)), String(spec));
  const table = await userTable(options.printed, terminal, readerOptions(options));
  const { unitColumn } = columnOptions(options, ['unitColumn'], table);
  const unit = unitColumn ?? specification.data?.unit ?? defaultUnit;
  const seed = seedOf(options) ?? 1;
  const published = publishedIn(
    table,
    unit,
    indexTree(specification).map(({ id }) => id),
    options,
  );
  const simulated = simulateIndicators(specification, published, { seed });
  const { comparison, assumptions, conflicts, title } = simulated;
  for (const line of assumptions) terminal.note(`assumed: ${line}`);
  for (const { unit: name, node, printed, reason } of conflicts)
    terminal.note(`not held: ${node} ${printed} of ${name}: ${reason}`);
  if (typeof options.out === 'string') {
    const files = {
      'indicators.csv': csvText(simulated.table),
      'specification.yaml': specificationText(simulated.specification),
    };
    const written = Object.entries(files).map(([name, text]) => [join(String(options.out), name), text] as const);
    writeFiles(written);
    terminal.note(`wrote ${written.map(([path]) => path).join(', ')}`);
  }
  if (options.json)
    terminal.json({
      title,
      seed,
      simulated: true,
      assumptions,
      conflicts,
      comparison,
      units: simulated.table.toRows(),
    });
  else {
    terminal.line(title);
    terminal.line(
      `${comparison.scoresReproduced} of ${comparison.scores} printed scores and ${comparison.ranksReproduced} of ${comparison.ranks} ranks come back`,
    );
  }
  return comparison.missed.length === 0;
}

/** The printed scores and ranks in a user's table: columns named like nodes, and like nodes with `rank` behind. */
function publishedIn(
  table: Table,
  unit: string,
  nodes: readonly string[],
  options: Readonly<Record<string, unknown>>,
): PublishedIndex {
  const factor = options.factor === undefined ? 1 : Number(options.factor);
  assertThat(factor > 0, () => `--factor requires a number above zero, got ${JSON.stringify(options.factor)}`);
  const leading = String(options.leading ?? '')
    .split(',')
    .map((node) => node.trim())
    .filter((node) => node !== '');
  for (const node of leading) {
    assertThat(
      nodes.includes(node),
      () => `--leading requires nodes of the specification, got ${JSON.stringify(node)}`,
      () => didYouMean(node, nodes, 'nodes'),
    );
  }
  const units = table.texts(unit).values.map((name) => name ?? '');
  const printed: Record<string, PublishedIndex['printed'][string]> = {};
  for (const node of nodes.filter((id) => table.columns.includes(id) || table.columns.includes(`${id} rank`))) {
    printed[node] = {
      ...(table.columns.includes(node) && { scores: tokensOf(table, node) }),
      ...(table.columns.includes(`${node} rank`) && {
        ranks: tokensOf(table, `${node} rank`).map((token) => (token === null ? null : Number(token))),
      }),
      factor,
      leading: leading.includes(node),
    };
  }
  const beside = table.columns.filter(
    (name) => name !== unit && !nodes.includes(name) && !nodes.includes(name.replace(/ rank$/, '')),
  );
  const columns = Object.fromEntries(
    beside.map((name) => {
      const column = table.column(name);
      return [name, column.type === 'text' ? column.values.map((text) => text ?? '') : column.values];
    }),
  );
  return { units, printed, columns };
}

function tokensOf(table: Table, name: string): (string | null)[] {
  const column = table.column(name);
  if (column.type === 'text') return column.values.map((text) => (text === '' ? null : text));
  return Array.from(column.values, (value, row) => (Number.isNaN(value) ? null : cellToken(column, row)));
}

async function simulateReport({ args: [report], options, terminal }: Call): Promise<boolean> {
  const dossier = dossierOf(String(report));
  const seed = seedOf(options);
  const simulations = simulateDossier(dossier, seed);
  const files = simulatedFiles(dossier, simulations);
  const folder = typeof options.out === 'string' ? options.out : join(dossier.folder, 'simulated');
  const differing = Object.keys(files).filter((name) => {
    const path = join(folder, name);
    return !existsSync(path) || readFileSync(path, 'utf8') !== files[name];
  });
  if (!options.check && differing.length > 0) {
    writeFiles(differing.map((name) => [join(folder, name), files[name]!] as const));
    if (folder === join(dossier.folder, 'simulated')) describe(dossier, simulatedResources(dossier, simulations));
    terminal.note(`wrote ${differing.map((name) => join(folder, name)).join(', ')}`);
  }
  const compared = compareSimulations(simulations);
  const counts = simulations.map(({ plan, simulated, cells }) => ({
    id: plan.id,
    units: simulated.table.rowCount,
    indicators: indexTree(simulated.specification).filter(({ specification }) => !specification.children).length,
    seed: simulated.seed,
    cells: cells.length,
  }));
  const reproduced = compared.filter((cell) => cell.reproduced).length;
  if (options.json)
    terminal.json({
      report: dossier.name,
      simulated: true,
      simulations: counts,
      cells: compared.length,
      reproduced,
      missed: compared.filter((cell) => !cell.reproduced),
      differing: options.check ? differing : [],
    });
  else {
    terminal.line(tableText(tableFigure(counts, { title: `${dossier.name}: simulated indicators`, limit: Infinity })));
    terminal.line(`${reproduced} of ${compared.length} printed cells come back`);
    for (const line of missedLines(compared)) terminal.line(line);
    if (options.check) for (const name of differing) terminal.line(`${name}: not what is made now`);
  }
  return !options.check || differing.length === 0;
}

/** Columns with cells that do not come back; the rows and the reason stand in `cells.csv`. */
function missedLines(compared: ReturnType<typeof compareSimulations>): string[] {
  const counts = new Map<string, number>();
  for (const { table, column, reproduced } of compared)
    if (!reproduced) counts.set(`${table}/${column}`, (counts.get(`${table}/${column}`) ?? 0) + 1);
  const lines = [...counts].map(([column, count]) => `  ${column}: ${count} not`);
  return lines.length === 0 ? [] : [...lines, '  Which rows, and why, stands in simulated/cells.csv.'];
}

function dossierOf(report: string): Dossier {
  return existsSync(join(report, 'datapackage.json')) ? readDossier(report) : publishedDossier(report);
}

/** Puts the simulated files into the descriptor of the dossier, behind what else is in it. */
function describe({ folder }: Dossier, resources: readonly { readonly path: string }[]): void {
  const file = join(folder, 'datapackage.json');
  const descriptor = JSON.parse(readFileSync(file, 'utf8')) as { resources: { path: string }[] };
  const made = new Set(resources.map(({ path }) => path));
  const others = descriptor.resources.filter(({ path }) => !made.has(path));
  writeFile(file, `${JSON.stringify({ ...descriptor, resources: [...others, ...resources] }, null, 2)}\n`);
}

function seedOf({ seed }: Readonly<Record<string, unknown>>): number | undefined {
  return seed === undefined ? undefined : wholeNumber('--seed', seed, 0);
}

function csvText(table: Table): string {
  return `${[csvLine(table.columns), ...table.toRows().map((row) => csvLine(Object.values(row)))].join('\n')}\n`;
}
