import { describe, expect, test } from 'vitest';
import { readJson } from './read-json.js';

const dimension = {
  geo: { category: { index: { AT: 0, BE: 1 }, label: { AT: 'Austria', BE: 'Belgium' } } },
  time: { category: { index: ['2019', '2020'] } },
};
const set = {
  version: '2.0',
  class: 'dataset',
  label: 'Test',
  id: ['geo', 'time'],
  size: [2, 2],
  dimension,
  value: [1.5, 2.5, null, 4.5],
  status: { 1: 'p' },
};
const text = (value: unknown) => JSON.stringify(value);
const expected = [
  { geo: 'AT', 'geo label': 'Austria', time: 2019, value: 1.5, 'value flag': null },
  { geo: 'AT', 'geo label': 'Austria', time: 2020, value: 2.5, 'value flag': 'p' },
  { geo: 'BE', 'geo label': 'Belgium', time: 2019, value: null, 'value flag': null },
  { geo: 'BE', 'geo label': 'Belgium', time: 2020, value: 4.5, 'value flag': null },
];
const one = {
  class: 'dataset',
  id: ['sex'],
  size: [1],
  dimension: { sex: { category: { label: { T: 'T' } } } },
  value: [7],
};

describe('readJson on JSON-stat', () => {
  test('reads a data set of version 2 as a long table', () => {
    const { table, report } = readJson(text(set));
    expect([table.toRows(), report.format]).toEqual([expected, 'json-stat']);
    expect(report.notes).toContainEqual(expect.objectContaining({ rule: 'format', value: 'Test' }));
  });

  test('reads values and status given by position, by list, or once for all', () => {
    const sparse = { ...set, value: { 0: 1.5, 1: 2.5, 3: 4.5 }, status: [null, 'p', null, null] };
    expect(readJson(text(sparse)).table.toRows()).toEqual(expected);
    expect(readJson(text({ ...set, status: 'e' })).table.texts('value flag').values).toEqual(['e', 'e', 'e', 'e']);
    expect(readJson(text({ ...set, status: undefined })).table.columns).toEqual(['geo', 'geo label', 'time', 'value']);
  });

  test('orders the categories as their positions say', () => {
    const turned = { ...set, dimension: { ...dimension, geo: { category: { index: { BE: 1, AT: 0 } } } } };
    expect(readJson(text(turned)).table.texts('geo').values).toEqual(['AT', 'AT', 'BE', 'BE']);
  });

  test('reads a bundle of version 1, and a data set of a collection', () => {
    const { id, size, value, status } = set;
    const bundle = { oecd: { value, status, dimension: { ...dimension, id, size } } };
    expect(readJson(text(bundle)).table.toRows()).toEqual(expected);
    const collection = { version: '2.0', class: 'collection', link: { item: [one, set] } };
    expect(() => readJson(text(collection))).toThrow('readJson requires one data set, got several');
    expect(readJson(text(collection), { table: 2 }).table.toRows()).toEqual(expected);
    expect(readJson(text(collection), { table: 1 }).table.toRows()).toEqual([{ sex: 'T', value: 7 }]);
    expect(() => readJson(text(collection), { table: 3 })).toThrow('got 3 of 2 (option table)');
    expect(() => readJson(text({ class: 'collection', link: { item: [{ href: 'x' }] } }))).toThrow(
      'got a collection without one',
    );
  });

  test('refuses a data set that is not whole', () => {
    expect(() => readJson(text({ ...set, value: [1, 2, 3] }))).toThrow(
      'as many entries in value as the sizes say, 4, got 3',
    );
    expect(() => readJson(text({ ...set, size: [3, 2] }))).toThrow(
      'requires 3 categories of the dimension "geo", got 2',
    );
    expect(() => readJson(text({ ...set, value: { 4: 1 } }))).toThrow('requires positions below 4 in value, got "4"');
  });
});

describe("readJson on the World Bank's API", () => {
  const row = (country: string, value: unknown, status = '') => ({
    indicator: { id: 'NY.GDP', value: 'GDP' },
    country: { id: country.slice(0, 2).toUpperCase(), value: country },
    date: '2020',
    value,
    obs_status: status,
  });
  const page = { page: 1, pages: 1, total: 2 };

  test('reads the rows behind the page, with ids and values apart', () => {
    const { table, report } = readJson(text([page, [row('China', 14687.6), row('India', null, 'E')]]));
    const shared = { indicator: 'GDP', 'indicator id': 'NY.GDP', date: 2020 };
    expect(table.toRows()).toEqual([
      { ...shared, country: 'China', 'country id': 'CH', value: 14687.6, 'value flag': null },
      { ...shared, country: 'India', 'country id': 'IN', value: null, 'value flag': 'E' },
    ]);
    expect([report.format, report.notes]).toEqual(['world-bank', []]);
  });

  test('warns of the pages that are not in the file, and passes on an error message', () => {
    const { report } = readJson(text([{ ...page, pages: 3 }, [row('China', 1)]]));
    expect(report.notes).toContainEqual(expect.objectContaining({ rule: 'table', weight: 'warning', value: '1' }));
    expect(() => readJson(text([{ message: [{ id: '120', key: 'Invalid value', value: 'not valid' }] }]))).toThrow(
      'got an error message of the service (not valid)',
    );
    expect(() => readJson(text([page, null]))).toThrow('got a response without a row');
  });
});

describe('readJson on several tables', () => {
  const rows = (count: number) => Array.from({ length: count }, (_, index) => ({ a: index }));

  test('refuses when they compete, lists them, and takes the one that is chosen', () => {
    const json = text({ x: rows(9), deep: { y: rows(1) } });
    expect(() => readJson(json)).toThrow('readJson requires one table, got several (x, deep.y)');
    try {
      readJson(json);
    } catch (error) {
      expect((error as { remedy?: string }).remedy).toBe(
        'Say which with the option table or path: 1: x (9 rows), 2: deep.y (1 row).',
      );
    }
    expect([readJson(json, { table: 2 }).table.rowCount, readJson(json, { path: 'x' }).table.rowCount]).toEqual([1, 9]);
    expect(() => readJson(json, { table: 3 })).toThrow('requires a table from 1 to 2, got 3');
  });

  test('reads one that is ten times the others with a warning, and says where the only one stands', () => {
    const noted = (value: unknown) =>
      readJson(text(value))
        .report.notes.filter(({ rule }) => rule === 'table')
        .map((note) => [note.weight, note.value, note.message]);
    expect(noted({ links: rows(1), data: rows(10) })).toEqual([
      ['warning', 'data', 'the table under "data" is read, not those under "links" (option table)'],
    ]);
    expect(noted({ result: { data: rows(3) } })).toEqual([
      ['note', 'result.data', 'the table under "result.data" is read'],
    ]);
    expect(noted(rows(2))).toEqual([]);
  });
});
