import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { correctDigits } from '../correct-digits.js';
import {
  apportion,
  coreConcentration,
  divideMeasures,
  evenness,
  locationQuotient,
  quadrants,
  shareChanges,
  shiftShare,
  specialisation,
  weightedGroupMeans,
} from './index.js';

const reference = JSON.parse(readFileSync(new URL('../../references/composition.json', import.meta.url), 'utf8')) as {
  before: number[][];
  after: number[][];
  shift: { national: number; mix: number; competitive: number }[];
  fields: number[];
  pielou: number;
  simpson: number;
};
const amounts = fc.array(fc.integer({ min: 1, max: 1000 }), { minLength: 2, maxLength: 12 });

describe('shares', () => {
  test('location quotients, weighted by the base, have the mean one', () => {
    fc.assert(
      fc.property(amounts, fc.integer({ min: 1, max: 9 }), (values, step) => {
        const base = values.map((_, unit) => 1 + ((unit * step) % 7));
        const total = base.reduce((sum, value) => sum + value, 0);
        const mean = locationQuotient(values, base).reduce((sum, one, unit) => sum + (one * base[unit]!) / total, 0);
        expect(Math.abs(mean - 1)).toBeLessThan(1e-12);
      }),
    );
  });

  test('with stated totals a quotient needs no other unit', () => {
    expect(locationQuotient([28.6], [11.2], { total: 100, baseTotal: 100 })[0]).toBeCloseTo(28.6 / 11.2, 12);
  });

  test('a unit without a base has no quotient', () => {
    expect(locationQuotient([1, 1], [2, 0])[1]).toBeNaN();
  });

  test('changes of share sum to zero, and growth of a share is that of its amount over that of the total', () => {
    fc.assert(
      fc.property(amounts, fc.integer({ min: 1, max: 50 }), (before, step) => {
        const after = before.map((value, part) => value + ((part * step) % 11));
        const rows = shareChanges(before, after);
        const whole = after.reduce((a, b) => a + b, 0) / before.reduce((a, b) => a + b, 0);
        expect(Math.abs(rows.reduce((sum, { change }) => sum + change, 0))).toBeLessThan(1e-12);
        for (const { growth, shareGrowth } of rows) expect(1 + growth).toBeCloseTo((1 + shareGrowth) * whole, 10);
      }),
    );
  });

  test('a part can grow and lose share', () => {
    const [slow] = shareChanges([50, 50], [55, 75]);
    expect([slow!.growth > 0, slow!.change < 0]).toEqual([true, true]);
  });

  test('shift-share as R computes it, three parts that add up to the change', () => {
    const rows = reference.before.flatMap((own, unit) =>
      own.map((before, sector) => ({
        unit: `u${unit}`,
        sector: `s${sector}`,
        before,
        after: reference.after[unit]![sector]!,
      })),
    );
    const found = shiftShare(rows, { unit: 'unit', sector: 'sector', before: 'before', after: 'after' });
    found.forEach(({ national, mix, competitive, change }, unit) => {
      const expected = reference.shift[unit]!;
      expect(correctDigits(national, expected.national)).toBeGreaterThan(13);
      expect(Math.abs(mix - expected.mix)).toBeLessThan(1e-12);
      expect(Math.abs(competitive - expected.competitive)).toBeLessThan(1e-12);
      expect(national + mix + competitive).toBeCloseTo(change, 10);
    });
  });

  test('specialisation is none where all units have the same mix', () => {
    const data = { unit: ['a', 'b'], x: [1, 10], y: [2, 20] };
    expect(specialisation(data, { unit: 'unit', fields: ['x', 'y'] }).map(({ krugman }) => krugman)).toEqual([0, 0]);
  });

  test('the largest field and the one a unit leads in can differ', () => {
    const data = { unit: ['a', 'b'], big: [60, 90], small: [40, 10] };
    const [row] = specialisation(data, { unit: 'unit', fields: ['big', 'small'] });
    expect([row!.largest, row!.leading]).toEqual(['big', 'small']);
  });
});

describe('evenness and divides', () => {
  test('as R computes them', () => {
    const { pielou, simpson } = evenness(reference.fields);
    expect(correctDigits(pielou, reference.pielou)).toBeGreaterThan(13);
    expect(correctDigits(simpson, reference.simpson)).toBeGreaterThan(13);
  });

  test('equal fields are even by every measure', () => {
    expect(evenness([2, 2, 2, 2])).toEqual({
      pielou: 1,
      simpson: 1,
      gini: 1,
      smallestOverLargest: 1,
      coefficientOfVariation: 0,
    });
  });

  test('every divide is a multiple that scale does not change', () => {
    const one = divideMeasures([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    const other = divideMeasures([10, 20, 30, 40, 50, 60, 70, 80, 90, 100]);
    one.forEach(({ value }, at) => expect(value).toBeCloseTo(other[at]!.value!, 12));
    expect(one.find(({ measure }) => measure === 'top fifth / bottom fifth')!.value).toBeCloseTo(19 / 3, 12);
  });

  test('a divide over nothing is none', () => {
    expect(divideMeasures([0, 0, 0, 5]).find(({ measure }) => measure === 'max / min')!.value).toBeNull();
  });
});

describe('groups', () => {
  const data = { g: ['a', 'a', 'a', 'b', 'b', null], v: [6, 3, 1, 5, 5, 9], w: [1, 1, 8, 1, 3, 1] };

  test('concentration is of the group and shares are of all groups', () => {
    const rows = coreConcentration(data, { group: 'g', value: 'v' });
    expect(rows.map(({ share }) => share)).toEqual([0.5, 0.5]);
    expect(rows[0]).toMatchObject({ coreShare: 0.9, firstOverSecond: 2, n: 3 });
  });

  test('means of a group lie between its bounds whatever weighs', () => {
    const [a] = weightedGroupMeans(data, { group: 'g', value: 'v', weights: ['w'] });
    expect(a).toMatchObject({ unweighted: 10 / 3, weighted: { w: (6 + 3 + 8) / 10 }, lower: 1.7, upper: 10 / 3 });
  });

  test('what is brought down adds up to the total under every key', () => {
    const rows = apportion(42, { u: ['x', 'y', 'z'], k: [1, 2, 4], l: [5, 0, 1] }, { unit: 'u', keys: ['k', 'l'] });
    for (const key of ['k', 'l']) expect(rows.reduce((sum, { amounts }) => sum + amounts[key]!, 0)).toBeCloseTo(42, 10);
    expect(rows.every(({ lower, upper }) => lower <= upper)).toBe(true);
  });
});

describe('quadrants', () => {
  test('without doubt each unit lies in one, and counts have no width', () => {
    const { possible, counts } = quadrants([1, -1, 2, NaN], [1, 1, -1, 1], { xCut: 0, yCut: 0 });
    expect(possible.map((own) => own.length)).toEqual([1, 1, 1, 0]);
    expect(counts.every(({ least, most }) => least === most)).toBe(true);
  });

  test('a narrower bracket never allows more', () => {
    const most = (cut: [number, number]) =>
      quadrants([1, 2, 3, 4, 5], [1, 1, 1, 1, 1], { xCut: cut, yCut: 0 }).counts[0]!;
    expect(most([2, 4]).most).toBeGreaterThanOrEqual(most([3, 3.5]).most);
    expect(most([2, 4]).least).toBeLessThanOrEqual(most([3, 3.5]).least);
  });
});
