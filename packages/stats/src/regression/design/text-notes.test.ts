import { describe, expect, test } from 'vitest';
import { moderate } from '../../moderation/moderate.js';
import { panel } from '../../panel/panel.js';
import { logit } from '../logit.js';
import { regress } from '../regress.js';

const y = [1, 3, 2, 5, 4, 6, 8, 7, 9, 12];
const z = [2, 1, 2, 1, 3, 4, 2, 4, 5, 6];
const stray = ['1', '2', 'n/a', '4', '5', '6', '12 a', '8', '9', '10'];
const few = ['1', '2', '1', '2', 'n/a', '1', '2', 'n/a', '1', '2'];
const city = y.map((_, i) => 'abcde'[i % 5]!);
const year = y.map((_, i) => (i < 5 ? 2001 : 2002));

const tooMany = {
  remedy: expect.stringContaining('x was read as 10 categories; no numbers: "n/a" (row 3), "12 a" (row 7).') as string,
};
const read = 'x was read as 3 categories, though 8 of its 10 cells are numbers; no numbers: "n/a" (row 5 and 1 more).';

describe('a column of numbers with texts in it', () => {
  test('is named, with its categories and its cells, where there are more coefficients than rows', () => {
    const data = { x: stray, y, z, city, year };
    expect(() => regress('y ~ x', data)).toThrow(expect.objectContaining(tooMany));
    expect(() => moderate(data, { y: 'y', x: 'x', by: 'z' })).toThrow(expect.objectContaining(tooMany));
    expect(() => moderate(data, { y: 'y', x: 'z', by: 'x' })).toThrow(expect.objectContaining(tooMany));
    expect(() => panel('y ~ x', data, { entity: 'city', time: 'year', method: 'pooled' })).toThrow(
      expect.objectContaining(tooMany),
    );
  });

  test('is named where the model can be estimated', () => {
    const data = { x: few, y, z, city, year, b: y.map((_, i) => Number(i % 3 === 0)) };
    for (const warnings of [
      regress('y ~ x + z', data).warnings,
      panel('y ~ x + z', data, { entity: 'city', time: 'year', method: 'pooled' }).warnings,
      logit('b ~ z + x', data).warnings,
      moderate(data, { y: 'y', x: 'z', by: 'x' }).warnings,
    ])
      expect(warnings.join('\n')).toContain(read);
  });

  test('is named with every such cell where numbers are required', () => {
    expect(() => regress('y ~ log(x)', { x: stray, y })).toThrow(
      expect.objectContaining({
        message: 'A model requires numbers, got "n/a" (column "x") in row 3',
        remedy: expect.stringContaining('No numbers: "n/a" (row 3), "12 a" (row 7).') as string,
      }),
    );
  });
});

describe('a column of texts', () => {
  test('that are all numbers is named, unless C() says that categories are meant', () => {
    const data = { x: ['1', '2', '1', '2', '1', '2', '1', '2', '1', '2'], y };
    expect(regress('y ~ x', data).warnings).toEqual([
      'x holds texts, all of them numbers, and was read as 2 categories; C(x) says that categories are meant.',
    ]);
    expect(regress('y ~ C(x)', data).warnings).toEqual([]);
  });

  test('that differ in most rows is named, categories that repeat are not', () => {
    const units = y.map((_, i) => `${i % 6} kg`);
    expect(regress('y ~ x', { x: units, y }).warnings).toEqual([
      'x holds texts and was read as 6 categories in 10 rows: "0 kg" (row 1 and 1 more), "1 kg" (row 2 and 1 more), "2 kg" (row 3 and 1 more), "3 kg" (row 4 and 1 more), "4 kg" (row 5) and 1 other text.',
    ]);
    expect(regress('y ~ x', { x: city, y }).warnings).toEqual([]);
  });
});
