import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { correctDigits } from '../correct-digits.js';
import { anova } from './index.js';

const references = new URL('../../references/', import.meta.url);
const read = (path: string): unknown => JSON.parse(readFileSync(new URL(path, references), 'utf8'));

interface NistSet {
  dataset: string;
  data: { groups: number[][] };
  certified: { F: number; ss_between: number; ss_within: number; r2: number; residual_sd: number };
  ceiling: NistSet['certified'];
}
const nistSets = readdirSync(new URL('nist/', references))
  .filter((name) => name.startsWith('anova_'))
  .map((name) => read(`nist/${name}`) as NistSet);

describe.each(nistSets)('NIST $dataset', ({ data, certified, ceiling }) => {
  test('every certified quantity is right to what the doubles of the data allow', () => {
    const { rows, rSquared, residualStandardError } = anova(data.groups);
    const computed: NistSet['certified'] = {
      F: rows[0].statistic!,
      ss_between: rows[0].sumOfSquares,
      ss_within: rows[1].sumOfSquares,
      r2: rSquared,
      residual_sd: residualStandardError,
    };
    for (const name of Object.keys(computed) as (keyof NistSet['certified'])[]) {
      const digits = correctDigits(computed[name], certified[name]);
      expect(digits, name).toBeGreaterThanOrEqual(Math.min(13, ceiling[name] - 0.5));
    }
  });
});
