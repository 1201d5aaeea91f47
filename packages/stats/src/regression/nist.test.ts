import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { correctDigits, worstDigits } from '../correct-digits.js';
import { regress } from './regress.js';

interface NistSet {
  dataset: string;
  model: { kind: string; intercept: boolean };
  data: Record<string, number[]>;
  certified: {
    coef: number[];
    se: number[];
    residual_sd: number;
    r2: number;
    anova: { F: number | null; ss_reg: number; ss_res: number };
  };
  ceiling: { coef: number; se: number; rsd: number; r2: number };
}
const folder = new URL('../../references/nist/', import.meta.url);
const sets = readdirSync(folder)
  .filter((file) => file.startsWith('lls_'))
  .map((file) => JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as NistSet);

/** `y ~ x + I(x^2) + …`, `y ~ x1 + x2 + …`. */
function formulaOf({ model, data }: NistSet): string {
  const degree = /^poly(\d+)$/.exec(model.kind)?.[1];
  const terms =
    degree === undefined
      ? Object.keys(data).filter((name) => name !== 'y')
      : Array.from({ length: Number(degree) }, (_, k) => `I(x^${k + 1})`);
  return `y ~ ${terms.join(' + ')}${model.intercept ? '' : ' - 1'}`;
}

describe('regress on the NIST sets', () => {
  test('finds all eleven', () => expect(sets.length).toBe(11));

  test.each(sets)('reaches what double-precision input allows on $dataset', (set) => {
    const { certified, ceiling } = set;
    const ours = regress(formulaOf(set), set.data);
    const asked = (digits: number): number => Math.min(13, digits - 0.5);
    expect(
      worstDigits(
        ours.terms.map((row) => row.estimate),
        certified.coef,
      ),
    ).toBeGreaterThan(asked(ceiling.coef));
    expect(
      worstDigits(
        ours.terms.map((row) => row.standardError),
        certified.se,
      ),
    ).toBeGreaterThan(asked(ceiling.se));
    expect(correctDigits(ours.residualStandardError, certified.residual_sd)).toBeGreaterThan(asked(ceiling.rsd));
    expect(correctDigits(ours.rSquared, certified.r2)).toBeGreaterThan(asked(ceiling.r2));
    expect(correctDigits(ours.residualSumOfSquares, certified.anova.ss_res)).toBeGreaterThan(asked(ceiling.rsd));
    // Wampler1 and 2 fit perfectly: NIST certifies an infinite F.
    if (certified.anova.F !== null && certified.residual_sd > 0)
      expect(correctDigits(ours.fStatistic, certified.anova.F)).toBeGreaterThan(asked(ceiling.rsd));
  });

  test('reaches the same with poly(x, degree, raw)', () => {
    const filip = sets.find((set) => set.dataset === 'Filip')!;
    const ours = regress('y ~ poly(x, 10, raw)', filip.data);
    expect(
      worstDigits(
        ours.terms.map((row) => row.estimate),
        filip.certified.coef,
      ),
    ).toBeGreaterThan(13);
  });
});
