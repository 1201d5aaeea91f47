import { readFileSync } from 'node:fs';
import { type Data, numbersOf, textsOf } from '@indexlab/core';
import { describe, expect, test } from 'vitest';
import { correctDigits, worstDigits } from '../correct-digits.js';
import { regress } from '../regression/index.js';
import { hausman } from './hausman.js';
import { panel, type PanelMethod } from './panel.js';

type Columns = Record<'estimate' | 'standardError' | 'pValue', number[]>;
type Model = Record<'classical' | 'cluster', Columns> &
  Record<'rSquared' | 'adjustedRSquared' | 'n' | 'degreesOfFreedom' | 'residualSumOfSquares', number>;
type Reference = Record<PanelMethod, Model> & {
  data: Data;
  effects: Record<'within' | 'two-way', Record<'rSquared' | 'adjustedRSquared', number>>;
  components: { idiosyncratic: number; individual: number };
  hausman: { statistic: number; degreesOfFreedom: number; pValue: number };
};
const reference = JSON.parse(
  readFileSync(new URL('../../references/panel.json', import.meta.url), 'utf8'),
) as Reference;
const { data } = reference;
const index = { entity: 'city', time: 'year' } as const;
const short = 'industry ~ cloud + log(market)';
const formulas: Record<PanelMethod, string> = {
  'first-difference': short,
  within: short,
  'two-way': short,
  between: `${short} + coast`,
  random: `${short} + coast`,
  pooled: `${short} + coast`,
};
const methods = Object.keys(formulas) as PanelMethod[];

describe('panel against plm', () => {
  test.each(methods)('agrees on %s with clustered and classical errors', (method) => {
    const expected = reference[method];
    const clustered = panel(formulas[method], data, { ...index, method });
    const classical = panel(formulas[method], data, { ...index, method, se: 'classical' });
    for (const [ours, theirs] of [
      [clustered, expected.cluster],
      [classical, expected.classical],
    ] as const) {
      for (const name of ['estimate', 'standardError', 'pValue'] as const) {
        expect(
          worstDigits(
            ours.terms.map((row) => row[name]),
            theirs[name],
          ),
        ).toBeGreaterThan(11);
      }
    }
    for (const name of ['n', 'degreesOfFreedom', 'residualSumOfSquares'] as const) {
      expect(correctDigits(clustered[name], expected[name])).toBeGreaterThan(11);
    }
    // plm's R squared is that of the deviations.
    expect(correctDigits(clustered.withinRSquared ?? clustered.rSquared, expected.rSquared)).toBeGreaterThan(11);
    const whole = method === 'within' || method === 'two-way' ? reference.effects[method] : expected;
    for (const name of ['rSquared', 'adjustedRSquared'] as const) {
      expect(correctDigits(clustered[name], whole[name])).toBeGreaterThan(11);
    }
  });

  test('agrees on the components of variance and on the Hausman test', () => {
    const ours = panel(formulas.random, data, { ...index, method: 'random' });
    expect(correctDigits(ours.components!.idiosyncratic, reference.components.idiosyncratic)).toBeGreaterThan(12);
    expect(correctDigits(ours.components!.individual, reference.components.individual)).toBeGreaterThan(11);
    const test = hausman('output ~ research + log(market)', data, index);
    expect(
      worstDigits([test.statistic, test.pValue], [reference.hausman.statistic, reference.hausman.pValue]),
    ).toBeGreaterThan(9);
    expect(test.degreesOfFreedom).toBe(2);
  });

  test('takes the common variance where the difference of covariances is not positive definite, where phtest takes an absolute value', () => {
    expect(hausman(short, data, index).form).toBe('common-variance');
    expect(() => hausman(short, data, { ...index, form: 'classical' })).toThrow(
      'hausman requires fixed effects that are less precise than random ones',
    );
  });
});

describe('panel', () => {
  test('leaves out differences across a gap and says so', () => {
    const ours = panel(short, data, { ...index, method: 'first-difference' });
    expect(ours.gaps).toBeGreaterThan(0);
    expect(ours.warnings.join()).toMatch(new RegExp(`${ours.gaps} differences across a gap in time left out \\(C\\d+`));
    expect(ours.n + ours.gaps + ours.entities).toBe(numbersOf(data, 'year').length - ours.missing);
  });

  test('gives by two-way demeaning what indicators of entities and periods give', () => {
    const ours = panel(short, data, { ...index, method: 'two-way', se: 'classical' });
    const dummies = regress(`${short} + C(city) + C(year)`, data).terms.filter(({ term }) => /cloud|market/.test(term));
    for (const name of ['estimate', 'standardError', 'pValue', 'upper'] as const) {
      expect(
        worstDigits(
          ours.terms.map((row) => row[name]),
          dummies.map((row) => row[name]),
        ),
      ).toBeGreaterThan(12);
    }
  });

  test('names what does not vary within entities', () => {
    for (const method of ['within', 'two-way', 'first-difference'] as const) {
      const ours = panel(`${short} + coast`, data, { ...index, method });
      expect(ours.dropped).toEqual(['coast']);
      expect(ours.warnings.join()).toMatch(/coast was dropped: it does not vary (within entities|besides)/);
    }
    expect(panel(`${short} + year`, data, { ...index, method: 'two-way' }).dropped).toEqual(['year']);
  });

  test('counts entities, periods, rows left out and entities of one row', () => {
    const ours = panel(short, data, { ...index, method: 'within' });
    expect(ours.entities).toBe(new Set(textsOf(data, 'city')).size);
    expect(ours.periods).toBe(8);
    expect(ours.missing).toBe(2);
    expect(ours.balanced).toBe(false);
    expect(ours.warnings.join()).toMatch('have one row');
  });

  test('takes biennial years and periods as texts as neighbours', () => {
    const rows = [1, 2, 3, 4].flatMap((city) =>
      [2014, 2016, 2018].map((year) => ({ city, year, x: (city * year) % 7, y: (city + year * city) % 5 })),
    );
    const years = panel('y ~ x', rows, { ...index, method: 'first-difference' });
    const texts = panel(
      'y ~ x',
      rows.map((row) => ({ ...row, year: `in ${row.year}` })),
      { ...index, method: 'first-difference' },
    );
    expect(years.n).toBe(8);
    expect(texts.terms).toEqual(years.terms);
  });

  test('refuses two rows of one entity and time, errors without clusters, and an unknown method', () => {
    const rows = [1, 2, 1, 2].map((city, i) => ({ city, year: i === 3 ? 1 : i, x: i * i, y: i }));
    rows[3]!.year = 1;
    expect(() => panel('y ~ x', rows, { ...index, method: 'within' })).toThrow(
      'A panel requires one row per entity and time, got more for 2 1',
    );
    expect(() => panel(short, data, { ...index, method: 'within', se: 'HC3' as 'classical' })).toThrow(
      'panel requires classical or clustered errors, got HC3',
    );
    expect(() => panel(short, data, { ...index, method: 'sideways' as 'within' })).toThrow('got "sideways"');
  });
});
