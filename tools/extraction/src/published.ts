import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeFiles } from '@indexlab/adapters/files';
import { csvLine, printedDecimals } from '@indexlab/core';
import { dossierPath, tablePath } from './dossier-paths.js';
import { extract, reportWithId } from './extract.js';
import type { PrintedColumn, PrintedTable } from './printed-table.js';

/** A resource of a dossier, as far as the extraction writes it. */
interface Resource {
  readonly name: string;
  readonly [property: string]: unknown;
}

/**
 * Re-reads a report and writes its tables to `data/reports/<report>/` and their descriptions to
 * the `datapackage.json` there; its other resources stay as they are.
 *
 * @param data the folder of the data package
 * @returns the ids of the tables written
 */
export function writePublished(text: string, report: string, data: string): string[] {
  const { title, year } = reportWithId(report);
  const tables = extract(text, report);
  const dossier = join(data, dossierPath(report));
  const files: [path: string, text: string][] = [];
  const resources = tables.map((table) => {
    const path = tablePath(table.id);
    const csv = toCsv(table);
    files.push([join(dossier, path), csv]);
    return {
      ...describe(table),
      path,
      hash: `sha256:${sha256(csv)}`,
      bytes: Buffer.byteLength(csv),
    };
  });
  const file = join(dossier, 'datapackage.json');
  const before = existsSync(file)
    ? (JSON.parse(readFileSync(file, 'utf8')) as { resources: Resource[] }).resources
    : [];
  const descriptor = {
    profile: 'tabular-data-package',
    name: report,
    title,
    year,
    sources: [{ title, sha256: sha256(text) }],
    resources: [...resources, ...before.filter((resource) => !('locator' in resource))],
  };
  writeFiles([...files, [file, `${JSON.stringify(descriptor, null, 2)}\n`]]);
  return tables.map(({ id }) => id);
}

/** The table as CSV: the printed tokens, a header of column names, line feeds. */
export function toCsv({ columns, rows }: PrintedTable): string {
  return [columns.map(({ name }) => name), ...rows].map((cells) => `${csvLine(cells)}\n`).join('');
}

/** SHA-256 of a text as UTF-8, in hexadecimal. */
export function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}

function describe(table: PrintedTable): Resource {
  return {
    name: table.id.slice(table.id.indexOf('/') + 1),
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
