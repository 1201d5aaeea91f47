import { join } from 'node:path';
import { unitWarnings, writeFile, writeFiles } from '@indexlab/adapters';
import { assertThat, dataSource, Table } from '@indexlab/core';
import {
  buildDocument,
  buildIndex,
  defaultUnit,
  type BuiltIndex,
  fromCoinr,
  lintSpecification,
  parseSpecification,
  readRecipe,
  resultRows,
  SpecificationError,
  type SpecificationProblem,
} from '@indexlab/index-engine';
import { writeDta, writeXlsx } from '@indexlab/readers';
import { columnOptions } from '../column-options.js';
import { csvLines } from '../csv-lines.js';
import { fittingTable } from '../fitting-table.js';
import { readText } from '../read-text.js';
import type { Terminal } from '../terminal.js';
import { readerOptions, withReaderOptions } from '../reader-options.js';
import { userTable } from '../user-table.js';
import type { Verb } from './verb.js';

/** `build <spec.yaml> --data <file>`: builds an index. */
export const build: Verb = {
  declare: (program) =>
    withReaderOptions(
      program
        .command('build')
        .description('build an index from a specification and data')
        .argument('[spec]', 'the specification, a YAML file')
        .option('--data <file>', 'the data, one row per unit (and year)')
        .option('--idata <file>', "COINr's table of data, instead of a specification")
        .option('--imeta <file>', "COINr's table of indicators")
        .option('--recipe <file>', 'the specification without its tree, a YAML file')
        .option('--unit-column <column>', 'the column that names the units')
        .option('--time-column <column>', 'the column of the year')
        .option('--out <folder>', 'a folder for the results as CSV, XLSX and JSON, or a file .dta for Stata'),
    ),
  async act({ args: [spec], options, terminal }) {
    const built = await builtFrom(spec, options, terminal);
    const document = buildDocument(built);
    if (typeof options.out === 'string') {
      const files = writeResults(built, options.out);
      terminal.note(`wrote ${files.join(', ')}`);
    }
    for (const { stage, node, message } of built.log) terminal.note(`${stage}: ${node}: ${message}`);
    const warnings = unitWarnings(
      { unit: built.unitNames, ...(built.years && { year: built.years }) },
      { unit: 'unit', time: built.years ? 'year' : undefined },
    );
    for (const warning of warnings) terminal.note(`warning: ${warning}`);
    if (options.json) terminal.json({ ...document, warnings });
    else terminal.line(fittingTable(shownRows(built), built.specification.title, 3));
    return true;
  },
};

/** The index that the options of `build` and `explain` ask for. */
export async function builtFrom(
  spec: unknown,
  options: Readonly<Record<string, unknown>>,
  terminal: Terminal,
): Promise<BuiltIndex> {
  const { data, idata, imeta, recipe } = options as Partial<Record<string, string>>;
  if (typeof spec === 'string') {
    const others = Object.entries({ idata, imeta, recipe }).filter(([, value]) => value !== undefined);
    assertThat(
      others.length === 0,
      () =>
        `build requires a specification or COINr's tables, got ${spec} and ${others.map(([name]) => `--${name}`).join(', ')}`,
      'Leave one of them out.',
    );
    assertThat(
      data !== undefined,
      'a specification requires --data <file>, got none',
      'The file has a column for each indicator of the specification.',
    );
    const text = readText(spec);
    const table = await userTable(data, terminal, readerOptions(options), [text, options, defaultUnit]);
    const stated = rowColumns(options, table);
    const known = { columns: table.columns, units: unitsOf(table), ...stated };
    const parsed = parseSpecification(text, spec, known);
    const own = parsed.specification.data?.unit ?? defaultUnit;
    const unit = stated.unit ?? (own === defaultUnit ? unitColumnOf(table, terminal) : own);
    const columns = { ...stated, unit };
    tellProblems(spec, lintSpecification(parsed, { ...known, unit }), terminal);
    return buildIndex(parsed.specification, table, columns);
  }
  assertThat(
    idata !== undefined && imeta !== undefined && recipe !== undefined,
    'build requires a specification with --data, or --idata, --imeta and --recipe, got neither',
  );
  assertThat(
    data === undefined,
    "build requires the data of COINr's tables in --idata, got --data as well",
    'Leave --data out.',
  );
  // Every row of COINr's tables counts, also the one of an aggregate called Total.
  const whole = { ...readerOptions(options), keepTotals: true };
  const table = await userTable(idata, terminal, whole);
  return buildIndex(
    fromCoinr(table, await userTable(imeta, terminal, whole), readRecipe(readText(recipe), recipe)),
    table,
    rowColumns(options, table),
  );
}

/** The units of measure that the headers give. */
function unitsOf(table: Table): Record<string, string | undefined> {
  const units = table.columns.map((name) => [name, table.column(name)] as const);
  return Object.fromEntries(units.map(([name, column]) => [name, column.type === 'number' ? column.unit : undefined]));
}

/** The columns of the units and the years that options name. */
function rowColumns(options: Readonly<Record<string, unknown>>, table: Table) {
  const { unitColumn, timeColumn } = columnOptions(options, ['unitColumn', 'timeColumn'], table);
  return { unit: unitColumn, time: timeColumn };
}

/** The column of the units where nobody names it: the usual one, else the only one that holds distinct texts. */
function unitColumnOf(table: Table, terminal: Terminal): string {
  const { columns } = table;
  if (columns.includes(defaultUnit)) return defaultUnit;
  const [only, other] = columns.filter((name) => namesUnits(table.column(name)));
  if (only === undefined || other !== undefined) return defaultUnit;
  terminal.note(`units are named by the column "${only}"; --unit-column says another`);
  return only;
}

function namesUnits({ type, values }: ReturnType<Table['column']>): boolean {
  return type === 'text' && values.length > 1 && !values.includes(null) && new Set(values).size === values.length;
}

/** Tells what the lint found; columns that the data lack are an error, all of them at once. */
function tellProblems(spec: string, problems: readonly SpecificationProblem[], terminal: Terminal): void {
  const absent = problems.filter(({ rule }) => rule === 'missing-column');
  if (absent.length > 0) {
    throw new SpecificationError(
      spec,
      absent.map(({ line, column, reason, remedy, node }) => ({
        line,
        column,
        message: node === null ? reason : `${node}: ${reason}`,
        remedy,
      })),
    );
  }
  // Scores that the data give are told by the log of the build.
  for (const { line, rule, node, reason, remedy } of problems.filter((one) => one.rule !== 'overshadowed-node'))
    terminal.note(`${spec}:${line}: ${rule}: ${node === null ? '' : `${node}: `}${reason}. ${remedy}`);
}

function writeResults(built: BuiltIndex, folder: string): string[] {
  if (folder.endsWith('.dta')) {
    writeFile(folder, writeDta(tableOf(resultRows(built))));
    return [folder];
  }
  const document = buildDocument(built);
  const files: Record<string, string | Uint8Array> = {
    'scores.xlsx': writeXlsx(tableOf(resultRows(built))),
    'scores.csv': csvLines(resultRows(built)).join('\n'),
    'nodes.csv': csvLines(document.nodes).join('\n'),
    'log.csv': csvLines(built.log).join('\n'),
    'index.json': JSON.stringify(document, null, 2),
    ...(built.touched.length > 0 && { 'treated.csv': csvLines(built.touched).join('\n') }),
    ...(built.filled.length > 0 && { 'imputed.csv': csvLines(built.filled).join('\n') }),
  };
  const written = Object.entries(files).map(
    ([name, content]) => [join(folder, name), typeof content === 'string' ? `${content}\n` : content] as const,
  );
  writeFiles(written);
  return written.map(([path]) => path);
}

/** Rows as a table: texts where the first row has one. */
function tableOf(rows: readonly Readonly<Record<string, string | number | null>>[]): Table {
  return new Table(
    dataSource(rows).columns.map((name) => {
      const values = rows.map((row) => row[name] ?? null);
      return typeof values[0] === 'string'
        ? { type: 'text', name, values: values as (string | null)[] }
        : {
            type: 'number',
            name,
            values: Float64Array.from(values, (value) => (value === null ? NaN : Number(value))),
          };
    }),
  );
}

/** Rank, unit and the scores of the index and its sub-indices, in order of rank. */
function shownRows(built: BuiltIndex) {
  const shown = new Set([
    'rank',
    'unit',
    'year',
    'tier',
    ...built.nodes.filter(({ level }) => level < 2).map(({ id }) => id),
  ]);
  return resultRows(built)
    .map((row) => Object.fromEntries(Object.entries(row).filter(([column]) => shown.has(column))))
    .sort(
      (a, b) => Number(a.year ?? 0) - Number(b.year ?? 0) || Number(a.rank ?? Infinity) - Number(b.rank ?? Infinity),
    );
}
