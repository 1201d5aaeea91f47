import { Exact, Interval, printedNumber } from '@indexlab/core';
import { tTwoSided } from '@indexlab/stats/distributions';
import type { Evidence } from '../../ledger/evidence.js';
import type { ComputedNumber } from '../../ledger/statement.js';
import { claim, type ClaimMaker } from './claim.js';
import { figureCell } from './figures.js';

interface Correlation {
  /** The figure that prints the coefficient. */
  readonly figure: string;
  readonly cities: number;
  /** The figure that prints the p-value; without one, 1 % is held against it. */
  readonly level?: string;
  /** Where 1 % comes from: the figure that prints a confidence of 99 %. */
  readonly confidence?: string;
}

const correlations: readonly Correlation[] = [
  {
    figure: 'correlation-smart-city-top-100',
    cities: 100,
    level: 'correlation-smart-city-top-100-p',
  },
  {
    figure: 'correlation-smart-city-next-100',
    cities: 100,
    level: 'correlation-smart-city-next-100-p',
  },
  {
    figure: 'correlation-industry-top-100',
    cities: 100,
    level: 'correlation-industry-top-100-p',
  },
  {
    figure: 'correlation-industry-next-100',
    cities: 100,
    level: 'correlation-industry-next-100-p',
  },
  {
    figure: 'statistics-retail',
    cities: 50,
    confidence: 'statistics-retail-confidence',
  },
  {
    figure: 'statistics-finance',
    cities: 50,
    confidence: 'statistics-finance-confidence',
  },
  {
    figure: 'statistics-health',
    cities: 50,
  },
  {
    figure: 'statistics-education',
    cities: 50,
  },
];

/**
 * Claims of correlation: the coefficients need data that the report does not print; their significance follows from
 * the printed coefficient and the number of cities alone.
 */
export const correlationClaims: readonly ClaimMaker[] = [
  ...correlations.map(({ figure, level, confidence, cities }) =>
    claim(`${figure}-significance`, {
      ...(level
        ? { figure: level }
        : {
            statement: `The correlation of ${figure.replace('statistics-', '')} over ${cities} cities is significant at 1 %${confidence ? ' (置信水平 99%)' : ', though no level is printed'}`,
            printed: printedNumber('0.01', { unit: 'p-value', qualifier: 'less-than' }),
            locator: 'chapter 3, section 3.11; offset 42569',
            ...(confidence && { alsoAt: [confidence] }),
          }),
      compute: (evidence) => pValue(evidence, figure, cities),
      class: 'arithmetic',
      reason:
        'Two-sided, from t = r sqrt((n - 2) / (1 - r^2)) with n - 2 degrees of freedom, at both ends of what the printed r stands for.',
    }),
  ),
];

/** The p-value falls as the coefficient moves away from zero; the printed intervals do not hold zero. */
function pValue(evidence: Evidence, figure: string, cities: number): ComputedNumber {
  const cell = figureCell(evidence, figure);
  const at = (coefficient: Exact): Exact => {
    const r = Math.abs(coefficient.toNumber());
    return Exact.fromNumber(tTwoSided(r * Math.sqrt((cities - 2) / (1 - r * r)), cities - 2));
  };
  return { value: at(cell.value), bounds: Interval.hull(at(cell.interval.lower!), at(cell.interval.upper!)) };
}
