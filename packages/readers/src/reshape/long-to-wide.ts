import { assertThat, type Column, IndexlabError, type NumberColumn, Table, type TextColumn } from '@indexlab/core';

/** Which columns of a long table say what. */
export interface LongColumns {
  /** Columns that together say whose value it is, such as place and year. */
  readonly keys: readonly string[];
  /** The column that says which indicator the value is of. */
  readonly names: string;
  readonly values: string;
  /** A column with the unit of each value. */
  readonly units?: string;
}

/**
 * Turns a long table, one row for each value, into a wide one: a row for each combination of keys, a column for each name.
 *
 * Rows and columns stand in the order in which they first appear. A combination without a value is missing. Printed
 * decimals go along with their values.
 *
 * @throws IndexlabError when a column is missing, a name is missing, two rows give a value for the same keys and name, or an
 * indicator has two units
 *
 * @example
 * const { table } = readCsv('place,indicator,value\n北京,GDP,3.50\n北京,人口,2\n上海,GDP,3.8\n');
 * longToWide(table, { keys: ['place'], names: 'indicator', values: 'value' }).toRows()
 * // => [{ place: '北京', GDP: 3.5, 人口: 2 }, { place: '上海', GDP: 3.8, 人口: null }]
 */
export function longToWide(table: Table, { keys, names, values, units }: LongColumns): Table {
  const rowOf = numbered(
    keys.map((key) => table.column(key)),
    table.rowCount,
  );
  const labels = table.texts(names);
  const labelled = numbered([labels], table.rowCount);
  const missing = labels.values.indexOf(null);
  assertThat(
    missing < 0,
    () => `longToWide requires a name for each value, got none (column "${names}", row ${missing + 1})`,
  );
  const source = table.column(values);
  const sources = Array.from({ length: labelled.first.length }, () => new Int32Array(rowOf.first.length).fill(-1));
  for (let row = 0; row < table.rowCount; row += 1) {
    const column = sources[labelled.numbers[row]!]!;
    const place = rowOf.numbers[row]!;
    const before = column[place]!;
    assertThat(
      before < 0,
      () =>
        `longToWide requires one value for each combination of keys, got two of ${JSON.stringify(labels.values[row])} (rows ${before + 1} and ${row + 1})`,
    );
    column[place] = row;
  }
  const kept = table.rows(rowOf.first);
  return new Table([
    ...keys.map((key) => kept.column(key)),
    ...sources.map((rows, index) =>
      wideColumn(
        source,
        rows,
        labels.values[labelled.first[index]!]!,
        units === undefined ? undefined : unitOf(table.texts(units), rows),
      ),
    ),
  ]);
}

/** Numbers the distinct combinations of cells in the order in which they appear; `first` is the row where each does. */
function numbered(columns: readonly Column[], rowCount: number): { numbers: Int32Array; first: number[] } {
  const seen = new Map<string, number>();
  const first: number[] = [];
  const numbers = Int32Array.from({ length: rowCount }, (_, row) => {
    const key =
      columns.length === 1
        ? String(columns[0]!.values[row])
        : JSON.stringify(columns.map(({ values }) => values[row] ?? null));
    let number = seen.get(key);
    if (number === undefined) {
      number = first.length;
      seen.set(key, number);
      first.push(row);
    }
    return number;
  });
  return { numbers, first };
}

function wideColumn(source: Column, rows: Int32Array, name: string, unit: string | undefined): Column {
  if (source.type === 'text')
    return { type: 'text', name, values: Array.from(rows, (row) => (row < 0 ? null : source.values[row]!)) };
  const { values, decimals } = source;
  const ownUnit = unit ?? source.unit;
  return {
    type: 'number',
    name,
    values: Float64Array.from(rows, (row) => (row < 0 ? NaN : values[row]!)),
    ...(decimals && { decimals: Int8Array.from(rows, (row) => (row < 0 ? 0 : decimals[row]!)) }),
    ...(ownUnit !== undefined && { unit: ownUnit }),
  } satisfies NumberColumn;
}

function unitOf({ name, values }: TextColumn, rows: Int32Array): string | undefined {
  const found = new Set([...rows].filter((row) => row >= 0).map((row) => values[row]!));
  found.delete(null as unknown as string);
  if (found.size <= 1) return [...found][0];
  throw new IndexlabError(
    `longToWide requires one unit for each indicator, got ${[...found].join(' and ')} (column "${name}")`,
  );
}
