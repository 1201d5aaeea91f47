import { describe, expect, test } from 'vitest';
import { panel } from '../../panel/panel.js';
import { regress } from '../regress.js';

const data = { city: ['a', 'a', 'b', 'b'], year: [1, 1, 1, 2], market: [1, 2, 4, 3], cloud: [1, 3, 2, 4] };

describe('a model', () => {
  test('tells all columns that the data lack at once, each with the nearest, and the columns once', () => {
    expect(() => regress('clowd ~ markt + zzz', data)).toThrow(
      expect.objectContaining({
        message:
          'A model requires columns of the data, got "clowd" (formula "clowd ~ markt + zzz"), "markt" (formula "clowd ~ markt + zzz"), "zzz" (formula "clowd ~ markt + zzz")',
        remedy:
          'Did you mean cloud for clowd? Did you mean market for markt? The columns are: city, cloud, market, year.',
      }),
    );
  });

  test('says whether a column that the data lack stands in the formula or beside it', () => {
    expect(() => regress('cloud ~ market', data, { weights: 'wieght' })).toThrow(
      '"wieght" (a column named beside the formula)',
    );
  });

  test('of a panel names the row of a second value of an entity at one time', () => {
    expect(() => panel('cloud ~ market', data, { entity: 'city', time: 'year', method: 'within' })).toThrow(
      'A panel requires one row per entity and time, got more for a 1 (row 2) (columns "city" and "year")',
    );
  });

  test('says how to name a column whose name is a number', () => {
    expect(() => regress('cloud ~ 2016', { ...data, 2016: [1, 2, 3, 4] })).toThrow(
      expect.objectContaining({
        remedy: expect.stringContaining('a column of that name goes in backticks, `2016`') as string,
      }),
    );
  });
});
