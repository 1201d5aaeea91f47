import { assertThat } from '@indexlab/core';
import { fQuantile, fUpperQuantile } from '../distributions/f.js';

/** A proportion with its interval. */
export interface BinomialInterval {
  readonly estimate: number;
  readonly lower: number;
  readonly upper: number;
}

/**
 * The exact interval of a proportion (Clopper and Pearson 1934): both tails have `(1 - level) / 2`, and where no trial or
 * every trial succeeded the one tail that is left has `1 - level`, so that 0 of n gives about 3 / n at most.
 *
 * @throws IndexlabError when the counts are not whole, successes exceed trials, there is no trial or level is no probability
 *
 * @example
 * binomialInterval(0, 400).upper.toFixed(6) // => '0.007461'
 *
 * @see R `binom.test(x, n)$conf.int`; at 0 and n R keeps two tails, `alternative = "less"` and `"greater"` give the same
 */
export function binomialInterval(successes: number, trials: number, level = 0.95): BinomialInterval {
  assertThat(
    Number.isInteger(successes) && Number.isInteger(trials) && successes >= 0 && successes <= trials && trials > 0,
    () => `binomialInterval requires whole successes of at least one trial, got ${successes} of ${trials}`,
  );
  assertThat(level > 0 && level < 1, () => `binomialInterval requires a level between 0 and 1, got ${level}`);
  const tail = successes === 0 || successes === trials ? 1 - level : (1 - level) / 2;
  const [hits, misses] = [successes, trials - successes];
  const below = hits === 0 ? 0 : 1 / (1 + (misses + 1) / (hits * fQuantile(tail, 2 * hits, 2 * (misses + 1))));
  const odds = misses === 0 ? Infinity : ((hits + 1) / misses) * fUpperQuantile(tail, 2 * (hits + 1), 2 * misses);
  return { estimate: hits / trials, lower: below, upper: misses === 0 ? 1 : odds / (1 + odds) };
}
