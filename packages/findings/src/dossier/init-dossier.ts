import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, extname, join, relative } from 'node:path';
import { readDataFile, writeFiles } from '@indexlab/adapters';
import { guessRoles, type Role as AuditRole, type Roles } from '@indexlab/audit';
import { cellToken, Exact, exactDigits, IndexlabError, Table } from '@indexlab/core';
import { readCsv, writeCsv } from '@indexlab/readers';
import { type Field, unitSize } from '@indexlab/claims';
import { draftClaims } from './draft-claims.js';

/**
 * Makes the skeleton of a dossier that `judgeDossier` accepts: the tables copied, their columns described with guessed
 * roles, and a file of claims to go on from.
 *
 * @param folder where the dossier will be; made when there is none
 * @param files the tables; by default those that lie in the folder
 * @returns the files written
 * @throws IndexlabError when there is a dossier already, or no table
 */
export async function initDossier(folder: string, files: readonly string[]): Promise<string[]> {
  if (existsSync(join(folder, 'datapackage.json'))) {
    throw new IndexlabError(`init review requires a folder without a dossier, got one (${folder})`, {
      remedy: 'Edit its datapackage.json and claims, or name another folder.',
    });
  }
  const paths = files.length > 0 ? files : tablesIn(folder);
  if (paths.length === 0) {
    throw new IndexlabError(`init review requires at least one table, got none (${folder})`, {
      remedy: 'Name the tables behind the folder, or put CSV files into it.',
    });
  }
  const tables = await Promise.all(paths.map((path) => draftTable(folder, path)));
  const names = tables.map(({ name }) => name);
  const twice = names.find((name, at) => names.indexOf(name) !== at);
  if (twice !== undefined)
    throw new IndexlabError(`init review requires tables of different names, got two called ${twice}`);
  const descriptor = {
    profile: 'tabular-data-package',
    name: slugOf(basename(folder)),
    title: `${basename(folder)}: publisher, year, title`,
    resources: tables.map(({ name, path, fields }) => ({ name, path, title: name, schema: { fields } })),
  };
  const written: [string, string | Uint8Array][] = [
    ...tables.flatMap(({ path, bytes }): [string, string | Uint8Array][] =>
      bytes === null ? [] : [[join(folder, path), bytes]],
    ),
    [join(folder, 'datapackage.json'), `${JSON.stringify(descriptor, null, 2)}\n`],
    [join(folder, 'claims', 'claims.yaml'), draftClaims(tables)],
  ];
  writeFiles(written);
  return written.map(([path]) => path);
}

/** A table of the skeleton. */
export interface DraftTable {
  readonly name: string;
  readonly path: string;
  readonly fields: readonly Field[];
  readonly rows: number;
  /** What to write, where the table is not in the folder yet. */
  readonly bytes: string | Uint8Array | null;
}

function tablesIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  const all = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
  return all
    .filter(
      (name) =>
        /\.(csv|tsv)$/i.test(name) && !/(^|[\\/])(ledger|corrections|rekeyed|redone|recovered)\.csv$/i.test(name),
    )
    .map((name) => join(folder, name));
}

async function draftTable(folder: string, path: string): Promise<DraftTable> {
  const name = slugOf(basename(path, extname(path)));
  const inside = relative(folder, path);
  const isInside = !inside.startsWith('..') && !/^([a-z]:|\/)/i.test(inside) && /\.(csv|tsv)$/i.test(path);
  const { table } = await readDataFile(path);
  const isText = /\.(csv|tsv)$/i.test(path);
  // The columns as they will be read again: the first line is the header.
  const texts = isText ? readCsv(readFileSync(path), { layout: 'plain', types: 'text' }).table : null;
  const columns = texts?.columns ?? table.columns;
  // The reader may take a unit out of a header; the dossier names columns as their file does.
  const headers = new Map(
    table.columns.map((column, at) => [column, columns.length === table.columns.length ? columns[at]! : column]),
  );
  const guessed = guessRoles(table);
  const alone = Object.values(guessed)
    .flat()
    .some(({ role }) => role === 'unit')
    ? undefined
    : uniqueTexts(table);
  const roles = alone === undefined ? guessed : guessRoles(table, { unit: alone });
  const fields = columns.map((column) => fieldOf(column, texts, table, roles, headers));
  const bytes = isInside ? null : isText ? readFileSync(path) : writeCsv(printed(table));
  return {
    name,
    path: isInside ? inside.replaceAll('\\', '/') : `tables/${name}.csv`,
    fields,
    rows: texts?.rowCount ?? table.rowCount,
    bytes,
  };
}

/** A column with its unit and its roles, as far as names and cells show them. */
function fieldOf(
  name: string,
  texts: Table | null,
  table: Table,
  roles: Roles,
  headers: ReadonlyMap<string, string>,
): Field {
  const read = [...headers].find(([, header]) => header === name)?.[0] ?? name;
  const cells = texts?.has(name) ? texts.texts(name).values.filter((cell) => cell !== null) : [];
  const percent = /[(（]\s*%\s*[)）]|%$/.test(name) || (cells.length > 0 && cells.every((cell) => /%\s*$/.test(cell)));
  const unit = percent ? '%' : bracketedUnit(name);
  const guessed = roles[read] ?? (table.has(read) ? classRole(table, read) : undefined);
  const numeric = table.has(read) && table.column(read).type === 'number';
  return {
    name,
    type: numeric ? 'number' : 'string',
    ...(unit !== undefined && { unit }),
    ...(guessed !== undefined && { role: isYears(cells, guessed) ? ['unit', 'time'] : plainRole(guessed, headers) }),
  };
}

/** The first column of texts that tells all rows apart: it names the units, whatever the names of other columns say. */
function uniqueTexts(table: Table): string | undefined {
  return table.columns.find((name) => {
    const column = table.column(name);
    return column.type === 'text' && !column.values.includes(null) && new Set(column.values).size === table.rowCount;
  });
}

/** The unit in brackets behind a header, where it is a size: `visitors (thousand)`. */
function bracketedUnit(name: string): string | undefined {
  const [, unit] = /[(（]\s*([^()（）]+?)\s*[)）]\s*$/u.exec(name) ?? [];
  return unit !== undefined && !unitSize(unit).equals(Exact.one) ? unit : undefined;
}

/** Years that name the rows are also what `table[2030]` chooses by. */
function isYears(cells: readonly (string | null)[], guessed: Roles[string]): boolean {
  const isUnit = !Array.isArray(guessed) && (guessed as AuditRole).role === 'unit';
  return isUnit && cells.length > 0 && cells.every((cell) => /^(1[5-9]|20|21)\d\d$/.test(cell ?? ''));
}

/** A text that several rows share divides the units into classes. */
function classRole(table: Table, name: string): AuditRole | undefined {
  const column = table.column(name);
  if (column.type !== 'text') return undefined;
  const distinct = new Set(column.values).size;
  return distinct > 1 && distinct <= column.values.length / 2 ? ({ role: 'group' } as const) : undefined;
}

/** A role without parameters is its name. */
function plainRole(role: Roles[string], headers: ReadonlyMap<string, string>): NonNullable<Field['role']> {
  const header = (name: string): string => headers.get(name) ?? name;
  const plain = (guess: AuditRole & { readonly supposed?: boolean }) => {
    const { supposed: _, ...one } = guess;
    if (!('of' in one) || one.of === undefined)
      return Object.keys(one).length > 1 ? one : one.role === 'group' ? 'class' : one.role;
    return { ...one, of: typeof one.of === 'string' ? header(one.of) : one.of.map(header) };
  };
  return (Array.isArray(role) ? role.map(plain) : plain(role as AuditRole)) as NonNullable<Field['role']>;
}

function printed(table: Table): Table {
  return new Table(
    table.columns.map((name) => {
      const column = table.column(name);
      if (column.type === 'text') return column;
      const known = column.decimals
        ? column
        : { ...column, decimals: new Int8Array(column.values.length).fill(exactDigits) };
      return {
        type: 'text' as const,
        name,
        values: Array.from(column.values, (value, row) => (Number.isNaN(value) ? null : cellToken(known, row))),
      };
    }),
  );
}

function slugOf(name: string): string {
  return (
    name
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, '-')
      .replace(/^-|-$/g, '') || 'report'
  );
}
