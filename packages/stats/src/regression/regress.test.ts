import { readFileSync } from 'node:fs';
import type { Data } from '@indexlab/core';
import { randomSource } from '@indexlab/core';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { worstDigits } from '../correct-digits.js';
import { regress } from './regress.js';
import type { TermRow } from './results.js';
import type { StandardErrors } from './standard-errors.js';

type Columns = Record<'estimate' | 'standardError' | 'statistic' | 'pValue' | 'lower' | 'upper', number[]>;
type Model = Record<
  | 'rSquared'
  | 'adjustedRSquared'
  | 'residualStandardError'
  | 'fStatistic'
  | 'fPValue'
  | 'logLikelihood'
  | 'aic'
  | 'bic'
  | 'n'
  | 'degreesOfFreedom',
  number
>;
interface Reference {
  data: Data;
  models: (Model & { formula: string; terms: Columns })[];
  weighted: Model & { terms: Columns };
  errors: Record<string, Columns & { fStatistic?: number; fPValue?: number }>;
}
const reference = JSON.parse(
  readFileSync(new URL('../../references/regression.json', import.meta.url), 'utf8'),
) as Reference;
const { data } = reference;
const main = 'industry ~ market * technology + log(population) + region';

/** R prints 15 digits and computes in doubles; where it keeps all of them is what it agrees in. */
const digitsOfR = 11;

function termDigits(terms: readonly TermRow[], expected: Columns): Record<string, number> {
  const names = ['estimate', 'standardError', 'statistic', 'pValue', 'lower', 'upper'] as const;
  return Object.fromEntries(
    names.map((name) => [
      name,
      worstDigits(
        terms.map((row) => row[name]),
        expected[name],
      ),
    ]),
  );
}

function modelDigits(model: Model, expected: Model): Record<string, number> {
  const names = [
    'rSquared',
    'adjustedRSquared',
    'residualStandardError',
    'fStatistic',
    'fPValue',
    'logLikelihood',
    'aic',
    'bic',
    'n',
    'degreesOfFreedom',
  ] as const;
  return Object.fromEntries(names.map((name) => [name, worstDigits([model[name]], [expected[name]])]));
}

const below = (digits: Record<string, number>, least: number): Record<string, number> =>
  Object.fromEntries(Object.entries(digits).filter(([, value]) => value < least));

describe('regress against R', () => {
  test.each(reference.models)('agrees with lm in $formula', ({ formula, terms, ...model }) => {
    const ours = regress(formula.replace(', raw = TRUE', ', raw'), data);
    expect(below(termDigits(ours.terms, terms), digitsOfR)).toEqual({});
    expect(below(modelDigits(ours, model), digitsOfR)).toEqual({});
  });

  test('agrees with weighted lm, which leaves out rows of weight zero', () => {
    const ours = regress(main, data, { weights: 'weight' });
    expect(below(termDigits(ours.terms, reference.weighted.terms), digitsOfR)).toEqual({});
    expect(below(modelDigits(ours, reference.weighted), digitsOfR)).toEqual({});
    expect(ours.warnings).toContain('2 rows of weight zero left out.');
  });

  test.each(Object.keys(reference.errors))('agrees with sandwich in %s errors', (name) => {
    const [se, weighted] = name.split(' ');
    const ours = regress(main, data, { se: se as StandardErrors, ...(weighted && { weights: 'weight' }) });
    const { fStatistic, fPValue, ...terms } = reference.errors[name]!;
    expect(below(termDigits(ours.terms, terms), digitsOfR)).toEqual({});
    if (fStatistic !== undefined)
      expect(worstDigits([ours.fStatistic, ours.fPValue], [fStatistic, fPValue!])).toBeGreaterThan(digitsOfR);
  });
});

describe('regress', () => {
  test('names terms, levels and interactions', () => {
    expect(
      regress("industry ~ market * C(region, 'south') + I(technology**2) + poly(market, 2)", data).terms.map(
        (row) => row.term,
      ),
    ).toEqual([
      '(Intercept)',
      'market',
      'C(region)[east]',
      'C(region)[north]',
      'C(region)[west]',
      'I(technology^2)',
      'poly(market, 2)[2]',
      'market:C(region)[east]',
      'market:C(region)[north]',
      'market:C(region)[west]',
    ]);
  });

  test('counts rows with a missing value in a column of the model, and only those', () => {
    expect(regress(main, data).missing).toBe(4);
    expect(regress('technology ~ population', data).missing).toBe(0);
  });

  test('names a collinear term and drops it, whatever its scale', () => {
    const columns = { y: [1, 2, 4, 3, 6], a: [1, 2, 3, 4, 5], b: [2, 1, 2, 1, 2] };
    const doubled = regress('y ~ a + b + twice', {
      ...columns,
      twice: columns.a.map((a, i) => 1e9 * (a + 0.1 * columns.b[i]!)),
    });
    expect(doubled.dropped).toEqual(['twice']);
    expect(doubled.warnings).toContain('twice was dropped: it is a linear combination of terms before it.');
    expect(doubled.terms).toEqual(regress('y ~ a + b', columns).terms);
  });

  test('warns of a high condition number, of few clusters, of a missing intercept', () => {
    const near = { y: [1, 2, 4, 3, 6], a: [1, 2, 3, 4, 5], b: [1, 2, 3, 4, 5 + 1e-6] };
    expect(regress('y ~ a + b', near).warnings.join()).toMatch(/nearly collinear \(condition number \d/);
    expect(regress(main, data, { se: 'cluster:province' }).warnings.join()).toMatch('Only 11 clusters');
    expect(regress('y ~ a - 1', near).warnings.join()).toMatch('about zero');
  });

  test('says that nothing is explained in a constant outcome, and that a perfect fit has no errors', () => {
    const constant = regress('y ~ x', { y: [3, 3, 3, 3], x: [1, 2, 4, 3] });
    expect(constant.warnings.join()).toMatch('The outcome is constant');
    expect(constant.rSquared).toBeNaN();
    expect(regress('y ~ x', { y: [1, 3, 5, 7], x: [0, 1, 2, 3] }).warnings.join()).toMatch('The fit is perfect');
  });

  test('warns when F has more coefficients than clusters', () => {
    const columns = {
      y: [1, 2, 4, 3, 6, 2],
      a: [1, 2, 3, 4, 5, 2],
      b: [1, 0, 3, 1, 1, 5],
      g: ['p', 'p', 'p', 'q', 'q', 'q'],
    };
    const ours = regress('y ~ a + b', columns, { se: 'cluster:g' });
    expect(ours.fStatistic).toBeNaN();
    expect(ours.warnings.join()).toMatch(
      'F is not available: the covariance of 2 coefficients is singular with 2 clusters.',
    );
  });

  test.each([
    ['an unknown column', 'y ~ z', {}, 'A model requires columns of the data, got "z" (formula "y ~ z")'],
    [
      'fewer rows than terms',
      'y ~ poly(x, 3)',
      {},
      'A regression requires more rows than coefficients, got 4 rows and 4 coefficients',
    ],
    [
      'the logarithm of zero',
      'y ~ log(zero)',
      {},
      'A model requires finite values (below 1e+140), got -Infinity (log(zero), row 3 of the data)',
    ],
    [
      'one cluster',
      'y ~ x',
      { se: 'cluster:one' },
      'Clustered errors require at least two clusters, got 1 (column "one")',
    ],
    [
      'a negative weight',
      'y ~ x',
      { weights: 'negative' },
      'regress requires weights of at least zero, got -1 (column "negative", row 2)',
    ],
    ['an unknown kind of errors', 'y ~ x', { se: 'HC9' }, 'got "HC9"'],
    ['too many lags', 'y ~ x', { se: 'newey-west:4' }, 'require fewer lags than rows, got 4 lags and 4 rows'],
    [
      'a confidence level of 95',
      'y ~ x',
      { level: 95 },
      'A confidence level requires a number between 0 and 1, got 95',
    ],
    [
      'an unknown function',
      'y ~ lag(x)',
      {},
      'A formula requires a function that it knows, got "lag(x)" (character 5)',
    ],
    ['texts in arithmetic', 'y ~ log(name)', {}, 'A model requires numbers, got "a" (column "name")'],
    ['an unknown base', "y ~ C(name, 'q')", {}, 'A formula requires a base that is one of the levels, got "q"'],
    ['no complete row', 'y ~ gone', {}, 'rows in which no column of the model is missing, got none'],
    ['no term that is not zero', 'y ~ zeros - 1', {}, 'A regression requires a term that is not zero in every row'],
  ])('refuses %s', (_, formula, options, message) => {
    const columns = {
      y: [1, 3, 2, 5],
      x: [1, 2, 3, 4],
      zero: [1, 2, 0, 3],
      zeros: [0, 0, 0, 0],
      one: ['a', 'a', 'a', 'a'],
      name: ['a', 'b', 'b', 'a'],
      negative: [1, -1, 1, 1],
      gone: [null, NaN, '', undefined],
    };
    expect(() => regress(formula, columns, options as object)).toThrow(message);
  });

  test('refuses HC3 where a row has leverage one, and names it', () => {
    const columns = { y: [1, 3, 2, 5, 4], x: [1, 2, 3, 4, 5], only: ['a', 'b', 'a', 'a', 'a'] };
    expect(() => regress('y ~ x + only', columns, { se: 'HC3' })).toThrow(
      'HC3 errors require leverages below one, got one (row 2 of the data)',
    );
  });

  test('takes rows, records of columns and anything with columns alike', () => {
    const columns = { y: [1, 3, 2, 5], x: [1, 2, 3, 4] };
    const rows = columns.y.map((y, i) => ({ y, x: columns.x[i]! }));
    const frame = { columns: ['y', 'x'], column: (name: string) => ({ values: columns[name as 'y'] }) };
    expect(regress('y ~ x', rows).terms).toEqual(regress('y ~ x', columns).terms);
    expect(regress('y ~ x', frame).terms).toEqual(regress('y ~ x', columns).terms);
  });
});

describe('the laws of least squares', () => {
  const problem = fc.record({
    seed: fc.integer(),
    rows: fc.integer({ min: 8, max: 60 }),
    power: fc.integer({ min: -6, max: 6 }),
  });
  const draw = ({ seed, rows }: { seed: number; rows: number }): Record<'y' | 'a' | 'b' | 'w', Float64Array> => {
    const random = randomSource(seed);
    const column = (): Float64Array => Float64Array.from({ length: rows }, () => random.normal());
    return { y: column(), a: column(), b: column(), w: column().map((value) => value * value + 0.1) };
  };

  test('leaves residuals orthogonal to each column', () => {
    fc.assert(
      fc.property(problem, (given) => {
        const { fit, model } = regress('y ~ a * b + I(a^2)', draw(given));
        for (const { values } of model.columns) {
          const sum = fit.residuals.reduce((total, residual, row) => total + residual * values.high[row]!, 0);
          const size = fit.residuals.reduce(
            (total, residual, row) => total + Math.abs(residual * values.high[row]!),
            0,
          );
          expect(Math.abs(sum)).toBeLessThanOrEqual(1e-14 * size);
        }
      }),
    );
  });

  test('has leverages that add up to the number of coefficients', () => {
    fc.assert(
      fc.property(problem, (given) => {
        const { fit } = regress('y ~ a * b', draw(given), { weights: 'w' });
        expect(fit.leverage.reduce((sum, value) => sum + value, 0)).toBeCloseTo(4, 12);
      }),
    );
  });

  test('does not change under a reordering of rows, and scales with a column', () => {
    fc.assert(
      fc.property(problem, (given) => {
        const columns = draw(given);
        const reversed = Object.fromEntries(
          Object.entries(columns).map(([name, values]) => [name, values.slice().reverse()]),
        );
        const scaled = { ...columns, a: columns.a.map((value) => value * 2 ** given.power) };
        const [ours, other, third] = [columns, reversed, scaled].map((data) =>
          regress('y ~ a + b', data, { se: 'HC3', weights: 'w' }),
        );
        expect(
          worstDigits(
            other!.terms.map((row) => row.standardError),
            ours!.terms.map((row) => row.standardError),
          ),
        ).toBeGreaterThan(12.5);
        expect(third!.terms[1]!.estimate * 2 ** given.power).toBe(ours!.terms[1]!.estimate);
        expect(third!.terms[1]!.pValue).toBe(ours!.terms[1]!.pValue);
      }),
    );
  });
});

test('every unknown column of a model is named at once, and whether the formula names it', () => {
  expect(() => regress('y ~ xx + M', { y: [1, 2, 3], x: [1, 3, 2], m: [1, 1, 2] }, { weights: 'w' })).toThrow(
    'got "xx" (formula "y ~ xx + M"), "M" (formula "y ~ xx + M"), "w" (a column named beside the formula)',
  );
});
