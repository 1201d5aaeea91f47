import { type Column, exactDigits, IndexlabError, printedDecimals, Table, type TextColumn } from '@indexlab/core';
import { type DataField, loadDataPackage, type PublishedResource, readResource } from './data-package.js';
import { resolvePlace } from './resolve-place.js';

/** A published table without its cells. */
export interface TableInfo {
  /** Such as `internet-plus-2016/cities`. */
  readonly id: string;
  readonly report: string;
  readonly title: string;
  /** The year that the figures describe. */
  readonly year: number;
  /** Where the table stands in the report: chapter, heading, characters before it in the source text. */
  readonly locator: PublishedResource['locator'];
  /** The report's citation and the SHA-256 of the text that the table was read from. */
  readonly source: { readonly title: string; readonly sha256: string };
  readonly columns: readonly DataField[];
}

export interface PublishedTable extends TableInfo {
  /** The cells, with printed decimals, and a column `place` of gazetteer codes when the table names places. */
  readonly table: Table;
}

/** The published tables, in the order of the data package; those of one report, or all. */
export function listTables(report?: string): TableInfo[] {
  return loadDataPackage()
    .resources.filter((resource): resource is PublishedResource => 'report' in resource)
    .filter((resource) => report === undefined || resource.report === report)
    .map(describe);
}

/**
 * Loads a published table as printed: numbers with the decimals of each cell, ranks and counts exact, and beside the
 * column `name` a column `place` with the code of the unit in force in the table's year.
 *
 * @throws IndexlabError when there is no such table, a cell is not what its column says, or a name is no one place
 *
 * @example
 * loadTable('internet-plus-2016/cities').table.texts('place').values[0] // => '110000'
 */
export function loadTable(id: string): PublishedTable {
  const resource = loadDataPackage().resources.find(({ name }) => name === id);
  if (!resource || !('report' in resource)) {
    throw new IndexlabError(`loadTable requires the id of a published table, got ${JSON.stringify(id)}`, {
      remedy: 'listTables() gives the ids.',
    });
  }
  const { fields } = resource.schema;
  const texts = readResource(resource);
  const columns = fields.map((field) => typedColumn(texts.texts(field.name), field, resource.path));
  return { ...describe(resource), table: new Table(withPlaces(columns, resource)) };
}

function describe(resource: PublishedResource): TableInfo {
  const { name, report, title, year, locator, sources, schema } = resource;
  return { id: name, report, title, year, locator, source: sources[0], columns: schema.fields };
}

function typedColumn(column: TextColumn, field: DataField, path: string): Column {
  if (field.type === 'string' || field.type === 'boolean') return column;
  const { name, values: cells } = column;
  const values = Float64Array.from(cells, (cell, row) => {
    if (cell === null) return NaN;
    if (/^-?\d+(\.\d+)?$/.test(cell)) return Number(cell);
    throw new IndexlabError(
      `loadTable requires numbers, got ${JSON.stringify(cell)} (${path}, column "${name}", row ${row + 1})`,
    );
  });
  const decimals = Int8Array.from(cells, (cell) => (field.exact ? exactDigits : printedDecimals(cell ?? '')));
  return { type: 'number', name, values, decimals, ...(field.unit !== undefined && { unit: field.unit }) };
}

/** The columns with `place` behind `name`, where the descriptor says that `name` holds places. */
function withPlaces(columns: readonly Column[], { schema, year, path }: PublishedResource): Column[] {
  const level = schema.fields.find(({ name }) => name === 'name')?.places;
  if (!level) return [...columns];
  const province = columns.find(({ name }) => name === 'province') as TextColumn | undefined;
  return columns.flatMap((column): Column[] => {
    if (column.name !== 'name' || column.type !== 'text') return [column];
    const codes = column.values.map((name, row) => {
      const { match, ambiguous } = resolvePlace(name ?? '', {
        level,
        year,
        province: province?.values[row] ?? undefined,
      });
      if (match) return match.code;
      const found =
        ambiguous.length > 0
          ? `one of ${ambiguous.length} units (${ambiguous.join(', ')})`
          : 'no unit of the gazetteer';
      throw new IndexlabError(
        `loadTable requires names of places, got ${JSON.stringify(name)}, ${found} (${path}, row ${row + 1})`,
        {
          remedy: 'Add the spelling to data/places/aliases.csv.',
        },
      );
    });
    return [column, { type: 'text', name: 'place', values: codes }];
  });
}
