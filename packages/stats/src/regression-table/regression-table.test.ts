import { describe, expect, test } from 'vitest';
import { logit, regress } from '../regression/index.js';
import { regressionTable } from './regression-table.js';

const data = {
  市场: [1, 2, 3, 4, 5, 6, 7, 8],
  twice: [2, 4, 6, 8, 10, 12, 14, 16],
  large: [3000, 1000, 4000, 1000, 5000, 9000, 2000, 6000],
  y: [1.1, 2.3, 2.9, 4.2, 5.1, 5.8, 7.3, 7.9],
  yes: [0, 0, 1, 0, 1, 0, 1, 1],
};
const first = regress('y ~ 市场 + twice', data, { se: 'HC3' });
const second = regress('y ~ 市场 + large', data);

describe('regressionTable', () => {
  test('puts models side by side as text, Chinese names two columns wide', () => {
    expect(`\n${regressionTable([first, second], { title: 'Effects', names: ['short', 'long'] })}`).toBe(`
Effects
==================================================
                              short           long
                                  y              y
--------------------------------------------------
市场                       0.979***       1.015***
                         (0.034)        (0.018)
large                                 -0.000067***
                                     (0.000016)
(Intercept)                0.171          0.270**
                         (0.145)        (0.082)
--------------------------------------------------
Observations                      8              8
R squared                     0.994          0.999
Adjusted R squared            0.993          0.998
Residual standard error       0.198          0.101
F                           819.009       1964.493
Standard errors                 HC3      classical
==================================================
Standard errors in parentheses. * p < 0.1, ** p < 0.05, *** p < 0.01.
short HC3 (heteroskedasticity-robust), t with n - k = 6 degrees of freedom; long classical, t with n - k = 5 degrees of freedom.
Dropped as collinear in short: twice.`);
  });

  test('takes labels, decimals, intervals and p-values, and leaves stars out', () => {
    const text = regressionTable([first], { labels: { 市场: 'Market' }, decimals: 4, below: 'interval', stars: false });
    const { estimate, lower, upper } = first.terms[1]!;
    expect(text).toMatch(
      new RegExp(`Market +${estimate.toFixed(4)}\n +\\[${lower.toFixed(4)}, ${upper.toFixed(4)}\\]`),
    );
    expect(text).toContain('Confidence intervals (95%) in brackets.');
    expect(text).not.toContain('*');
    expect(regressionTable([first], { below: 'p-value' })).toContain('[<0.001]');
    expect(regressionTable([first], { below: 'statistic' })).toContain(`(${first.terms[1]!.statistic.toFixed(2)})`);
  });

  test('gives a pseudo R squared and the likelihood for a logit', () => {
    const model = logit('yes ~ 市场', data);
    expect(regressionTable([model])).toMatch(
      new RegExp(
        `Pseudo R squared +${model.pseudoRSquared.toFixed(3)}\nLog likelihood +${model.logLikelihood.toFixed(3)}\nStandard errors +maximum likelihood`,
      ),
    );
  });

  test('writes a line of CSV for each line of text, quoted where a cell needs it', () => {
    const lines = regressionTable([first, second], { format: 'csv', names: ['a, b', 'c "d"'] })
      .trimEnd()
      .split('\r\n');
    expect(lines[0]).toBe(',"a, b","c ""d"""');
    expect(lines).toContain(
      `市场,${first.terms[1]!.estimate.toFixed(3)}***,${second.terms[1]!.estimate.toFixed(3)}***`,
    );
  });

  test('escapes names for HTML and LaTeX', () => {
    const model = { ...first, terms: first.terms.map((row, i) => (i === 1 ? { ...row, term: 'R&D_<%>' } : row)) };
    expect(regressionTable([model], { format: 'html' })).toContain(
      '<th scope="row" style="text-align:left">R&amp;D_&lt;%&gt;</th>',
    );
    const latex = regressionTable([model], { format: 'latex' });
    expect(latex).toContain('R\\&D\\_$<$\\%$>$ & $0.979^{***}$ \\\\');
    expect(latex).toMatch(/^\\begin\{table\}[\s\S]*\\toprule[\s\S]*\\bottomrule[\s\S]*\\end\{table\}$/);
  });

  test('refuses no models, names that are too few, an unknown format', () => {
    expect(() => regressionTable([])).toThrow('regressionTable requires at least one model, got none');
    expect(() => regressionTable([first, second], { names: ['one'] })).toThrow('got 1 names and 2 models');
    expect(() => regressionTable([first], { format: 'pdf' as 'csv' })).toThrow('got "pdf"');
  });
});
