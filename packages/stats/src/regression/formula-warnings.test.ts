import { describe, expect, test } from 'vitest';
import { panel } from '../panel/panel.js';
import { logit } from './logit.js';
import { regress } from './regress.js';

const y = [1, 3, 2, 5, 4, 6, 8, 7, 9, 12];
const z = [2, 1, 2, 1, 3, 4, 2, 4, 5, 6];
const data = { y, z, city: y.map((_, i) => 'abcde'[i % 5]!), year: y.map((_, i) => (i < 5 ? 1 : 2)) };
const itself = 'stands on the right and holds the outcome itself: the fit says nothing.';

describe('the warnings of a model', () => {
  test.each(['y', 'I(y)', 'log(y)', 'sqrt(y)', 'rank(y)', 'center(y)', 'poly(y, 2)', 'y:z', 'I(2 * y)', 'I(z/y)'])(
    'say that y explains itself by %s',
    (term) => {
      expect(regress(`y ~ ${term}`, data).warnings).toContain(`${term} ${itself}`);
    },
  );

  test('say so of a transformed outcome, of a panel and of a logit', () => {
    expect(regress('log(y) ~ z + y', data).warnings).toContain(`y ${itself}`);
    expect(regress('I(y/z) ~ (y/z)', data).warnings).not.toContain(`y ${itself}`);
    expect(regress('I(y/z) ~ I((y/z))', data).warnings).toContain(`I((y/z)) ${itself}`);
    expect(panel('y ~ log(y)', data, { entity: 'city', time: 'year', method: 'within' }).warnings).toContain(
      `log(y) ${itself}`,
    );
    const b = y.map((_, i) => Number(i % 3 === 0));
    expect(logit('b ~ I(b * z) + z', { ...data, b }).warnings).toContain(`I(b * z) ${itself}`);
  });

  test('tell an outcome that shares a column with a term from one that explains itself', () => {
    expect(regress('log(y/z) ~ log(z)', data).warnings).toEqual([
      'z is part of the outcome log(y/z) and of log(z): some of what they share is arithmetic.',
    ]);
    expect(regress('y ~ z', data).warnings).toEqual([]);
  });

  test('name a term that stands twice under another spelling', () => {
    expect(regress('y ~ z + I(z)', data).warnings).toContain('I(z) is z under another spelling.');
    expect(regress('y ~ z + I(z^2)', data).warnings.join()).not.toMatch('spelling');
  });
});

describe('an unknown kind of standard errors', () => {
  test.each([
    [
      'HC5',
      'The robust kinds are HC0, HC1, HC2, HC3, HC4; HC1 is Stata\'s "robust", HC3 the first choice for few rows.',
    ],
    ['hc3', 'Did you mean HC3?'],
    ['Classical', 'Did you mean classical?'],
    ['white', 'The robust kinds are HC0'],
    ['HAC', 'Write newey-west: and the number of lags, such as newey-west:2.'],
    ['newey-west', 'Write newey-west: and the number of lags, such as newey-west:2.'],
    ['cluster', 'Write cluster: and a column, such as cluster:city.'],
    ['CR2', 'Write cluster: and a column, such as cluster:city.'],
    ['clasical', 'Did you mean classical?'],
    ['', 'Write HC3, or cluster: and a column, such as cluster:city.'],
  ])('"%s" gets a remedy of its own kind', (se, remedy) => {
    expect(() => regress('y ~ z', data, { se: se as 'HC3' })).toThrow(
      expect.objectContaining({ remedy: expect.stringContaining(remedy) as string }),
    );
  });
});
