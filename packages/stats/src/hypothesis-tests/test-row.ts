import { assertThat } from '@indexlab/core';
import type { TestResult } from '../regression/diagnostics/test-result.js';

/** Which departure from the null hypothesis counts. */
export type Alternative = 'two-sided' | 'greater' | 'less';

/** A test of an estimate: one row, with the interval that the test would not reject. */
export interface EstimateTest extends TestResult {
  readonly estimate: number;
  readonly standardError: number;
  /** The ends of the confidence interval; infinite on the open side of a one-sided one. */
  readonly lower: number;
  readonly upper: number;
  /** Values used, missing ones left out. */
  readonly n: number;
}

/** What tests of an estimate share. */
export interface EstimateTestOptions {
  readonly alternative?: Alternative;
  /** The level of the interval, 0.95 by default. */
  readonly level?: number;
}

/** What these options are, for the functions that take them. */
export const estimateOptionKinds = { alternative: ['two-sided', 'greater', 'less'], level: 'a number' } as const;

/** Checks a confidence level. */
export function requireLevel(level: number, caller: string): void {
  assertThat(level > 0 && level < 1, () => `${caller} requires a level between 0 and 1, got ${level}`);
}

/** Checks an alternative, which a notebook may pass as any text. */
export function requireAlternative(alternative: Alternative, caller: string): void {
  assertThat(
    alternative === 'two-sided' || alternative === 'greater' || alternative === 'less',
    () => `${caller} requires the alternative two-sided, greater or less, got ${JSON.stringify(alternative)}`,
  );
}
