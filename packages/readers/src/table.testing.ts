import { type Column, type NumberColumn, Table } from '@indexlab/core';
import fc from 'fast-check';

/** Any text that Unicode can hold, with a liking for what breaks readers. */
const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.string({ unit: 'grapheme', maxLength: 8 }),
  fc.constantFrom(
    '',
    ' ',
    '北京',
    '007',
    '12',
    '1.50',
    '—',
    'NA',
    '=1+1',
    "'=1",
    '-5',
    '+x',
    '@a',
    '\t',
    'a,b',
    'a"b',
    '"',
    'a\nb',
    '\r\n',
    '\r',
    '\ufeff',
    '#',
    '合计',
    '注：',
    '_x000D_',
    'TRUE',
    '{}',
    '<a>',
    '&amp;',
    '\0',
    '😀',
    '%',
    '12%',
    "'",
    '1e5',
  ),
);

const decimalsAndValue = fc.integer({ min: 0, max: 6 }).chain((decimals) =>
  fc.tuple(
    fc.constant(decimals),
    fc.integer({ min: -1e8, max: 1e8 }).map((digits) => digits / 10 ** decimals),
  ),
);

function numbers(rows: number): fc.Arbitrary<Omit<NumberColumn, 'name'>> {
  const missing = { weight: 1, arbitrary: fc.constant(null) };
  const printed = fc
    .array(fc.oneof(missing, { weight: 4, arbitrary: decimalsAndValue }), { minLength: rows, maxLength: rows })
    .map((cells) => ({
      values: Float64Array.from(cells, (cell) => cell?.[1] ?? NaN),
      decimals: Int8Array.from(cells, (cell) => cell?.[0] ?? 0),
    }));
  const bare = fc
    .array(fc.oneof(missing, { weight: 4, arbitrary: fc.double({ noNaN: true, noDefaultInfinity: true }) }), {
      minLength: rows,
      maxLength: rows,
    })
    .map((cells) => ({
      values: Float64Array.from(cells, (cell) => cell ?? NaN),
    }));
  const unit = fc.constantFrom({}, { unit: '亿元' }, { unit: '%' }, { unit: 'km²' });
  return fc.tuple(fc.oneof(printed, bare), unit).map(([cells, named]) => ({ type: 'number', ...cells, ...named }));
}

/** Any table: texts and numbers of every kind, any names but those that end in a unit. */
export const anyTable: fc.Arbitrary<Table> = fc
  .tuple(
    fc.integer({ min: 0, max: 6 }),
    fc.uniqueArray(
      text.filter((name) => !/[）)］\]】]\s*$/.test(name)),
      { minLength: 1, maxLength: 5 },
    ),
  )
  .chain(([rows, names]) =>
    fc.tuple(
      ...names.map((name): fc.Arbitrary<Column> => {
        const texts = fc
          .array(fc.oneof(fc.constant(null), text), { minLength: rows, maxLength: rows })
          .map((values): Column => ({ type: 'text', name, values }));
        return fc.oneof(
          texts,
          numbers(rows).map((column): Column => ({ ...column, name })),
        );
      }),
    ),
  )
  .map((columns) => new Table(columns));

/** What must be the same after a table was written and read: names, types, units, every value, printed decimals where there were any. */
export function contentOf(table: Table, like: Table = table): unknown[] {
  return table.columns.map((name, index) => {
    const column = table.column(name);
    if (column.type === 'text') return { name, values: column.values };
    const model = like.column(like.columns[index]!);
    const keepsDecimals = model.type === 'number' && model.decimals !== undefined;
    const present = [...column.values].map((value) => !Number.isNaN(value));
    return {
      name,
      unit: column.unit,
      values: [...column.values],
      ...(keepsDecimals &&
        present.includes(true) && {
          decimals: [...(column.decimals ?? [])].map((decimals, row) => (present[row] ? decimals : null)),
        }),
    };
  });
}

/** The types of a table's columns, as an option states them. */
export function typesOf(table: Table): Record<string, 'text' | 'number'> {
  return Object.fromEntries(table.columns.map((name) => [name, table.column(name).type]));
}
