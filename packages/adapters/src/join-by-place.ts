import { assertThat, listNames, type NumberColumn, Table } from '@indexlab/core';

/** A column of numbers in a table that has a column `place`. */
export interface PlacedColumn {
  readonly table: Table;
  readonly column: string;
}

export interface PlaceJoin {
  /** The places that every table names, in the order of the first; each column with its printed decimals. */
  readonly table: Table;
  /** By column: the places of its table that another table does not name. */
  readonly unmatched: Readonly<Record<string, readonly string[]>>;
}

/**
 * Joins columns of several tables on the gazetteer's code, never on a name.
 *
 * @param columns the columns by the names that they get
 * @throws IndexlabError when there is no column, a table lacks `place`, names a place twice, or nothing matches
 *
 * @example
 * const load = (name) => loadTable(`internet-plus-2016/${name}`).table;
 * const join = joinByPlace({ total: { table: load('cities'), column: 'index' }, base: { table: load('base'), column: 'index' } });
 * [join.table.columns, join.table.rowCount, join.unmatched.total.length] // => [['place', 'total', 'base'], 100, 251]
 */
export function joinByPlace(columns: Readonly<Record<string, PlacedColumn>>): PlaceJoin {
  const names = Object.keys(columns);
  assertThat(names.length > 0, 'joinByPlace requires at least one column, got none');
  const rows = names.map((name) => rowsByPlace(columns[name]!.table, name));
  const places = [...rows[0]!.keys()].filter((place) => rows.every((byPlace) => byPlace.has(place)));
  assertThat(places.length > 0, () => `joinByPlace requires places in common, got none (columns ${listNames(names)})`);
  const joined = names.map((name, index) =>
    pick(
      columns[name]!,
      name,
      places.map((place) => rows[index]!.get(place)!),
    ),
  );
  return {
    table: new Table([{ type: 'text', name: 'place', values: places }, ...joined]),
    unmatched: Object.fromEntries(
      names.map((name, index) => [name, [...rows[index]!.keys()].filter((place) => !places.includes(place))]),
    ),
  };
}

function rowsByPlace(table: Table, name: string): Map<string, number> {
  const rows = new Map<string, number>();
  table.texts('place').values.forEach((place, row) => {
    assertThat(
      place !== null && !rows.has(place),
      () => `joinByPlace requires each place once, got ${place} again (column "${name}", row ${row + 1})`,
    );
    rows.set(place, row);
  });
  return rows;
}

function pick({ table, column }: PlacedColumn, name: string, rows: readonly number[]): NumberColumn {
  const { values, decimals, unit } = table.numbers(column);
  return {
    type: 'number',
    name,
    values: Float64Array.from(rows, (row) => values[row]!),
    ...(decimals && { decimals: Int8Array.from(rows, (row) => decimals[row]!) }),
    ...(unit !== undefined && { unit }),
  };
}
