import { describe, expect, test } from 'vitest';
import { gazetteerPlaces } from './gazetteer-places.js';

describe('gazetteerPlaces', () => {
  const places = gazetteerPlaces(2019, new Map([['cities', 'city']]));

  test.each(['pearl-delta', '珠三角', '珠三角城市群'])('a city cluster is a region, here %s', (name) => {
    expect(places.belongs('440300', name)).toBe(true);
    expect(places.belongs('110000', name)).toBe(false);
  });

  test('a membership in part only is said', () => {
    const whole = places.caveat!('440300', 'pearl-delta');
    expect(whole).toBeNull();
    expect(places.caveat!('510700', 'chengdu-chongqing')).toContain('in part only (without 北川县 and 平武县)');
  });

  test('what is no region has no members', () => {
    expect(places.belongs('440300', 'pearl-delt')).toBeNull();
    expect(places.regions).toContain('pearl-delta');
  });
});
