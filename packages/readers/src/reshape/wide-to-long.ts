import { assertThat, type Column, exactDigits, listNames, type NumberColumn, Table } from '@indexlab/core';

/**
 * Turns a wide table, one column for each indicator, into a long one: the keys, the name of the indicator and its value.
 *
 * Rows stand in the order of the wide table, and within each in the order of its columns; missing values stay. Where the
 * columns have units, they stand in a column `unit`, or on the values when it is the same for all.
 *
 * @param keys the columns that every row keeps; all others become rows
 * @throws IndexlabError when a key is missing, no column is left, numbers and texts are mixed, or a name is taken
 *
 * @example
 * const { table } = readCsv('place,GDP,人口\n北京,3.50,2\n');
 * wideToLong(table, { keys: ['place'] }).toRows()
 * // => [{ place: '北京', indicator: 'GDP', value: 3.5 }, { place: '北京', indicator: '人口', value: 2 }]
 */
export function wideToLong(
  table: Table,
  options: { readonly keys: readonly string[]; readonly names?: string; readonly values?: string },
): Table {
  const { keys, names = 'indicator', values = 'value' } = options;
  const columns = table.columns.filter((name) => !keys.includes(name)).map((name) => table.column(name));
  assertThat(
    columns.length > 0,
    () => `wideToLong requires columns besides the keys, got none (keys ${listNames(keys)})`,
  );
  const order = Array.from({ length: table.rowCount * columns.length }, (_, index) =>
    Math.floor(index / columns.length),
  );
  const kept = table.rows(order);
  const column = (index: number): Column => columns[index % columns.length]!;
  const units = new Set(columns.map((one) => (one.type === 'number' ? one.unit : undefined)));
  const unitColumn: Column[] =
    units.size === 1
      ? []
      : [
          {
            type: 'text',
            name: 'unit',
            values: order.map((_, index) => {
              const one = column(index);
              return one.type === 'number' ? (one.unit ?? null) : null;
            }),
          },
        ];
  return new Table([
    ...keys.map((key) => kept.column(key)),
    { type: 'text', name: names, values: order.map((_, index) => column(index).name) },
    interleaved(columns, values, units.size === 1 ? [...units][0] : undefined),
    ...unitColumn,
  ]);
}

/**
 * Turns a table with years in its columns (2018, 2018年, "GDP 2018", "2018年 GDP") into a panel: a row for each row and
 * year, with a column `year`, and one column for each indicator, called `value` where a column names a year alone.
 *
 * @param keys the columns that every row keeps; all others must name a year
 * @throws IndexlabError when a key is missing, a column names no year, or two columns give the same indicator and year
 *
 * @example
 * const { table } = readCsv('place,2018年 GDP,2019年 GDP\n北京,3.0,3.5\n');
 * yearsToRows(table, { keys: ['place'] }).toRows()
 * // => [{ place: '北京', year: 2018, GDP: 3 }, { place: '北京', year: 2019, GDP: 3.5 }]
 */
export function yearsToRows(table: Table, { keys }: { readonly keys: readonly string[] }): Table {
  const others = table.columns.filter((name) => !keys.includes(name));
  const named = others.map((name) => ({ name, ...yearIn(name) }));
  const without = named.filter(({ year }) => Number.isNaN(year)).map(({ name }) => name);
  assertThat(
    without.length === 0 && others.length > 0,
    () => `yearsToRows requires columns that name a year, got ${listNames(without)}`,
    'Add them to the keys, or leave them out.',
  );
  const years = [...new Set(named.map(({ year }) => year))].sort((a, b) => a - b);
  const indicators = [...new Set(named.map(({ indicator }) => indicator))];
  const order = Array.from({ length: table.rowCount * years.length }, (_, index) => Math.floor(index / years.length));
  const kept = table.rows(order);
  return new Table([
    ...keys.map((key) => kept.column(key)),
    {
      type: 'number',
      name: 'year',
      values: Float64Array.from(order, (_, index) => years[index % years.length]!),
      decimals: new Int8Array(order.length).fill(exactDigits),
    },
    ...indicators.map((indicator) => {
      const columns = years.map((year) => {
        const found = named.filter((one) => one.indicator === indicator && one.year === year);
        assertThat(
          found.length <= 1,
          () =>
            `yearsToRows requires one column for each indicator and year, got ${listNames(found.map(({ name }) => name))}`,
        );
        return found[0] ? table.column(found[0].name) : null;
      });
      const units = new Set(columns.flatMap((column) => (column?.type === 'number' ? [column.unit] : [])));
      assertThat(
        units.size <= 1,
        () => `yearsToRows requires one unit for each indicator, got ${[...units].join(' and ')} (${indicator})`,
      );
      return interleaved(columns, indicator, [...units][0], table.rowCount);
    }),
  ]);
}

function yearIn(name: string): { indicator: string; year: number } {
  const match = /^(.*?)[\s_.-]*(?<!\d)((?:18|19|20)\d\d)(?!\d)年?[\s_.-]*(.*)$/s.exec(name);
  if (!match) return { indicator: name, year: NaN };
  return { indicator: `${match[1]}${match[1] && match[3] ? ' ' : ''}${match[3]}` || 'value', year: Number(match[2]) };
}

/** The cells of several columns row by row; `null` for a column that is missing throughout. */
function interleaved(
  columns: readonly (Column | null)[],
  name: string,
  unit: string | undefined,
  rowCount = columns[0]!.values.length,
): Column {
  const present = columns.filter((column) => column !== null);
  const texts = present.filter((column) => column.type === 'text');
  assertThat(
    texts.length === 0 || texts.length === present.length,
    () =>
      `Columns that become rows of "${name}" require one type, got texts in ${listNames(texts.map((column) => column.name))} and numbers in others`,
  );
  const each = <T>(cell: (column: Column, row: number) => T, missing: T): T[] =>
    Array.from({ length: rowCount * columns.length }, (_, index) => {
      const column = columns[index % columns.length]!;
      return column === null ? missing : cell(column, Math.floor(index / columns.length));
    });
  if (texts.length > 0)
    return { type: 'text', name, values: each((column, row) => column.values[row] as string | null, null) };
  const numbers = present as readonly NumberColumn[];
  return {
    type: 'number',
    name,
    values: Float64Array.from(each((column, row) => column.values[row] as number, NaN)),
    ...(numbers.every(({ decimals }) => decimals) && {
      decimals: Int8Array.from(each((column, row) => (column as NumberColumn).decimals![row]!, 0)),
    }),
    ...(unit !== undefined && { unit }),
  };
}
