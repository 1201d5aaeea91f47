import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { printedDecimals } from '@indexlab/core';
import { extract, reportWithId } from './extract.js';
import type { PrintedColumn, PrintedTable } from './printed-table.js';

/** A resource of the data package, as far as the extraction writes it. */
interface Resource {
  readonly name: string;
  readonly [property: string]: unknown;
}

/**
 * Re-reads a report and writes its tables to `data/published/<report>/` and their descriptions to
 * `data/datapackage.json`; resources of other reports stay as they are.
 *
 * @param data the folder of the data package
 * @returns the ids of the tables written
 */
export function writePublished(text: string, report: string, data: string): string[] {
  const { title, year } = reportWithId(report);
  const source = { title, sha256: sha256(text) };
  const tables = extract(text, report);
  const resources = tables.map((table) => {
    const path = `published/${table.id}.csv`;
    const csv = toCsv(table);
    mkdirSync(dirname(join(data, path)), { recursive: true });
    writeFileSync(join(data, path), csv);
    return {
      ...describe(table),
      path,
      hash: `sha256:${sha256(csv)}`,
      bytes: Buffer.byteLength(csv),
      report,
      year,
      sources: [source],
    };
  });
  const file = join(data, 'datapackage.json');
  const descriptor = JSON.parse(readFileSync(file, 'utf8')) as { resources: Resource[] };
  const ofReport = ({ name }: Resource) => name.startsWith(`${report}/`);
  const first = descriptor.resources.findIndex(ofReport);
  const others = descriptor.resources.filter((resource) => !ofReport(resource));
  others.splice(first < 0 ? others.length : first, 0, ...resources);
  writeFileSync(file, `${JSON.stringify({ ...descriptor, resources: others }, null, 2)}\n`);
  return tables.map(({ id }) => id);
}

/** The table as CSV: the printed tokens, a header of column names, line feeds. */
export function toCsv({ columns, rows }: PrintedTable): string {
  return [columns.map(({ name }) => name), ...rows].map((cells) => `${cells.map(quote).join(',')}\n`).join('');
}

/** SHA-256 of a text as UTF-8, in hexadecimal. */
export function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}

function quote(cell: string): string {
  return /[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

function describe(table: PrintedTable): Resource {
  return {
    name: table.id,
    profile: 'tabular-data-resource',
    title: table.title,
    format: 'csv',
    mediatype: 'text/csv',
    encoding: 'utf-8',
    dialect: { delimiter: ',' },
    locator: table.locator,
    schema: {
      fields: table.columns.map((column, at) =>
        describeField(
          column,
          table.rows.map((row) => row[at]!),
        ),
      ),
      missingValues: [''],
    },
  };
}

function describeField(
  { name, title, type, unit, exact, places }: PrintedColumn,
  cells: readonly string[],
): Record<string, unknown> {
  return {
    name,
    type,
    title,
    ...(unit !== undefined && { unit }),
    ...(type === 'number' && !exact && { decimals: Math.max(...cells.map(printedDecimals)) }),
    ...(exact && { exact }),
    ...(places && { places }),
  };
}
