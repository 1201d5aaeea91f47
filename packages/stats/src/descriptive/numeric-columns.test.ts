import { describe, expect, test } from 'vitest';
import * as stats from '../index.js';

const data = {
  city: ['a', 'b', 'c', 'd', 'e', 'f'],
  capital: [true, false, false, false, false, true],
  x: [1, 2, 4, 3, 6, 5],
  y: [2, 1, 3, 5, 4, 7],
  z: [1, 3, 2, 4, null, 6],
};
const left = 'Columns of texts left out: capital, city.';

describe('all columns by default', () => {
  test.each([
    ['correlate', () => stats.correlate(data as never).warnings],
    ['principalComponents', () => stats.principalComponents(data as never).warnings],
    ['cronbachAlpha', () => stats.cronbachAlpha(data as never).warnings],
    ['kaiserMeyerOlkin', () => stats.kaiserMeyerOlkin(data as never).warnings],
    ['factorAnalysis', () => stats.factorAnalysis(data as never, { factors: 1 }).warnings],
    ['describeColumns', () => stats.describeColumns(data as never).warnings],
  ])('%s leaves texts and truth values out and names them', (_name, warnings) => {
    expect(warnings()).toContain(left);
  });

  test('what is left is what the columns by name give', () => {
    const columns = ['x', 'y', 'z'];
    expect(stats.correlate(data as never).pairs).toEqual(stats.correlate(data as never, { columns }).pairs);
    expect(stats.describeColumns(data as never).map(({ column }) => column)).toEqual(columns);
    expect(stats.describeColumns(data as never).leftOut).toEqual(['city', 'capital']);
    expect(stats.bartlettSphericity(data as never)).toEqual(stats.bartlettSphericity(data as never, { columns }));
  });

  test('a text column asked for by name is an error that names the cell', () => {
    expect(() => stats.describeColumns(data as never, ['city'])).toThrow('got "a" (column "city", row 1)');
    expect(() => stats.correlate(data as never, { columns: ['x', 'city'] })).toThrow('(column "city", row 1)');
  });

  test('columns of nothing but texts are an error', () => {
    expect(() => stats.describeColumns({ city: ['a', 'b'] } as never)).toThrow(
      'requires a column of numbers, got city',
    );
    expect(() => stats.correlate({ city: ['a', 'b'], x: [1, 2] } as never)).toThrow('at least two different columns');
  });
});
