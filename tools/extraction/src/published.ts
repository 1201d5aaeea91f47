import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeFiles } from '@indexlab/adapters/files';
import { csvLine, printedDecimals } from '@indexlab/core';
import { dossierPath, tablePath } from './dossier-paths.js';
import { extract, reportWithId } from './extract.js';
import type { PrintedColumn, PrintedTable } from './printed-table.js';

/** A dossier, as far as the extraction keeps what stands in it. */
interface Descriptor {
  readonly resources: readonly Resource[];
  readonly editions?: Readonly<Record<string, string>>;
  readonly places?: boolean;
}

/** A resource of a dossier, as far as the extraction writes it. */
interface Resource {
  readonly name: string;
  readonly schema?: { readonly fields: readonly Field[]; readonly [property: string]: unknown };
  readonly [property: string]: unknown;
}

interface Field {
  readonly name: string;
  readonly role?: unknown;
  readonly [property: string]: unknown;
}

/**
 * Re-reads a report and writes its tables to `data/reports/<report>/` and their descriptions to
 * the `datapackage.json` there; its other resources, its editions, whether it names places and the roles of columns stay as they are.
 *
 * @param data the folder of the data package
 * @returns the ids of the tables written
 */
export function writePublished(text: string, report: string, data: string): string[] {
  const { title, year } = reportWithId(report);
  const tables = extract(text, report);
  const dossier = join(data, dossierPath(report));
  const file = join(dossier, 'datapackage.json');
  const stored: Descriptor = existsSync(file)
    ? (JSON.parse(readFileSync(file, 'utf8')) as Descriptor)
    : { resources: [] };
  const { resources: before, editions, places } = stored;
  const files: [path: string, text: string][] = [];
  const resources = tables.map((table) => {
    const path = tablePath(table.id);
    const csv = toCsv(table);
    files.push([join(dossier, path), csv]);
    return {
      ...withRoles(describe(table), before),
      path,
      hash: `sha256:${sha256(csv)}`,
      bytes: Buffer.byteLength(csv),
    };
  });
  const descriptor = {
    profile: 'tabular-data-package',
    name: report,
    title,
    year,
    ...(places !== undefined && { places }),
    sources: [{ title, sha256: sha256(text) }],
    ...(editions && { editions }),
    resources: [...resources, ...before.filter((resource) => !('locator' in resource))],
  };
  writeFiles([...files, [file, `${JSON.stringify(descriptor, null, 2)}\n`]]);
  return tables.map(({ id }) => id);
}

/** A description with the roles that the dossier gives to its columns: they are not read from the text. */
function withRoles(resource: Resource, before: readonly Resource[]): Resource {
  const known = before.find(({ name }) => name === resource.name);
  const roles = new Map(known?.schema?.fields.map(({ name, role }) => [name, role]));
  const fields = resource.schema!.fields.map((field) => {
    const role = roles.get(field.name);
    return role === undefined ? field : { ...field, role };
  });
  return { ...resource, schema: { ...resource.schema, fields } };
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

function describeField({ name, title, type, unit, exact, places }: PrintedColumn, cells: readonly string[]): Field {
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
