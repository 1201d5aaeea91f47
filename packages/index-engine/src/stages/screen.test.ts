import { describe, expect, test } from 'vitest';
import { readRows } from './rows.js';
import { screenRows } from './screen.js';

const rows = readRows({ place: ['x', 'y', 'z'] }, { unit: 'place' });
const columns = {
  a: Float64Array.of(0, 1, NaN),
  b: Float64Array.of(0, 0, NaN),
  c: Float64Array.of(5, NaN, NaN),
};
const screen = (written: Parameters<typeof screenRows>[3]) =>
  screenRows(columns, { g: ['a', 'b'], t: ['a', 'b', 'c'] }, rows, written);
const kept = (written: Parameters<typeof screenRows>[3]) => screen(written).map((row) => row.kept);

describe('screenRows', () => {
  test('counts values, zeros and gaps', () => {
    const [x, y, z] = screen({});
    expect([x!.missing, x!.zeros, x!.availability, x!.nonzero]).toEqual([0, 2, 1, 1 - 2 / 3]);
    // The share of zeros is of the values that are there: one of two.
    expect([y!.missing, y!.zeros, y!.availability, y!.nonzero]).toEqual([1, 1, 1 - 1 / 3, 1 - 1 / 2]);
    expect([z!.missing, z!.zeros, z!.availability, z!.nonzero]).toEqual([3, 0, 0, NaN]);
    expect(y!.groups).toEqual({ g: 1, t: 1 - 1 / 3 });
  });

  test('a share at its bound is enough', () => {
    expect(kept({ availability: 1 - 1 / 3 })).toEqual([true, true, false]);
    expect(kept({ availability: 0.7 })).toEqual([true, false, false]);
  });

  test('by nonzero looks at the values that are there, and a unit without any is left out', () => {
    expect(kept({ by: 'nonzero', nonzero: 0.5 })).toEqual([false, true, false]);
    expect(kept({ by: 'nonzero', nonzero: 1 / 3 })).toEqual([true, true, false]);
    expect(kept({ by: 'both', nonzero: 0.3, availability: 0.9 })).toEqual([true, false, false]);
  });

  test('a group that lacks too much counts', () => {
    expect(kept({ availability: 0, groups: 0.7 })).toEqual([true, false, false]);
  });

  test('a unit that is not there is refused', () => {
    expect(() => screen({ include: ['w'] })).toThrow('units of the data to include and exclude, got w');
  });
});
