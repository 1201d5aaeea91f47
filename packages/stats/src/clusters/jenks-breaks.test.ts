import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { correctDigits } from '../correct-digits.js';
import { jenksBreaks } from './index.js';

const { jenks } = JSON.parse(readFileSync(new URL('../../references/clusters.json', import.meta.url), 'utf8')) as {
  jenks: { values: number[]; withinSS: number[] };
};

describe('Jenks', () => {
  test('as the exact classes of R, equal values together', () => {
    jenks.withinSS.forEach((expected, i) => {
      const { withinSS, breaks, sizes } = jenksBreaks(jenks.values, i + 2);
      expect(correctDigits(withinSS, expected)).toBeGreaterThan(12);
      expect(breaks.length).toBe(i + 3);
      expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(jenks.values.length);
    });
  });

  test('no other division into three classes is better', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 0, max: 100 }), { minLength: 3, maxLength: 12 }), (values) => {
        const sorted = values.toSorted((a, b) => a - b);
        const squares = (part: number[]): number => {
          const mean = part.reduce((sum, value) => sum + value, 0) / part.length;
          return part.reduce((sum, value) => sum + (value - mean) ** 2, 0);
        };
        let best = Infinity;
        for (let i = 1; i < sorted.length - 1; i += 1) {
          for (let j = i + 1; j < sorted.length; j += 1) {
            best = Math.min(best, squares(sorted.slice(0, i)) + squares(sorted.slice(i, j)) + squares(sorted.slice(j)));
          }
        }
        expect(Math.abs(jenksBreaks(values, 3).withinSS - best)).toBeLessThan(1e-9 * (1 + best));
      }),
    );
  });
});
