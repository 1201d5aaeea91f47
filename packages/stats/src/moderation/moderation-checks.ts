import { assertThat, type Data, dataSource, numbersOf, requireOptions } from '@indexlab/core';
import { ppml } from '../regression/ppml.js';
import { regress } from '../regression/regress.js';
import { permuted } from '../resampling/permutation-test.js';

/** What {@link moderationChecks} asks. */
export interface ModerationChecksOptions {
  /** The columns of the outcome, of what has the effect, and of what may change it. */
  readonly y: string;
  readonly x: string;
  readonly by: string;
  /** How many of the largest units, by the sum of their shares of the three columns, to leave out; four by default. */
  readonly largest?: number;
  /** Shuffles of the moderator over the units; 199 by default. */
  readonly permutations?: number;
  readonly seed?: number;
}

/** The interaction in one way of asking. */
export interface ModerationCheck {
  readonly variant: 'levels' | 'squares' | 'logs' | 'PPML of logs' | 'without the largest';
  readonly estimate: number;
  readonly standardError: number;
  readonly pValue: number;
  readonly n: number;
}

/** An interaction asked in several ways. */
export interface ModerationChecks {
  readonly checks: readonly ModerationCheck[];
  /** How rarely a shuffled moderator has an interaction with as large a t statistic, the one observed counting, too. */
  readonly permuted: {
    readonly statistic: number;
    readonly pValue: number;
    readonly permutations: number;
    readonly seed: number;
  };
  readonly warnings: readonly string[];
}

/**
 * Whether an interaction of two size variables survives other ways to ask for it: with squares of both (a bend that an interaction
 * stands in for), in logs, by Poisson pseudo-maximum likelihood, without the largest units, and against shuffled moderators. Robust
 * standard errors (HC3; PPML its own). Rows with a missing value are left out.
 *
 * Where outcome, x and moderator are shares of one platform's totals, whatever is found is an association: a larger city has more of all
 * three, and products of large numbers are larger still.
 *
 * Logs and PPML are left out, with a warning, where x or the moderator is not positive throughout. A shuffle keeps the moderator's values and
 * takes their place among the units: it tests that the moderator has to do with anything at all, so that in levels even a moderator that is
 * nothing but size passes it.
 *
 * @throws IndexlabError for an unknown column, or fewer than eight complete rows
 *
 * @example
 * const at = Array.from({ length: 30 }, (_, i) => i + 1);
 * const data = { m: at.map((i) => i % 7), x: at.map((i) => i % 5), y: at.map((i) => (i % 5) * (i % 7) + Math.sin(i)) };
 * moderationChecks(data, { y: 'y', x: 'x', by: 'm', permutations: 19 }).checks.map(({ variant, estimate }) => `${variant} ${estimate.toFixed(1)}`)
 * // => ['levels 1.0', 'squares 1.0', 'without the largest 0.9']
 */
export function moderationChecks(data: Data, options: ModerationChecksOptions): ModerationChecks {
  const caller = 'moderationChecks';
  requireOptions(
    options,
    caller,
    { y: 'a text', x: 'a text', by: 'a text', largest: 'a number', permutations: 'a number', seed: 'a number' },
    ['y', 'x', 'by'],
  );
  const { largest = 4, permutations = 199, seed = 1 } = options;
  assertThat(
    Number.isInteger(permutations) && permutations >= 1,
    () => `${caller} requires at least one permutation, got ${String(permutations)}`,
  );
  const source = dataSource(data);
  const all = [options.y, options.x, options.by].map((name) => numbersOf(source, name, caller));
  const rows = Array.from(all[0]!.keys()).filter((row) => all.every((values) => !Number.isNaN(values[row])));
  assertThat(rows.length >= 8, () => `${caller} requires at least eight complete rows, got ${rows.length}`);
  assertThat(
    Number.isInteger(largest) && largest >= 0 && largest <= rows.length - 6,
    () => `${caller} requires a number of largest units from 0 to ${rows.length - 6}, got ${String(largest)}`,
  );
  const [y, x, m] = all.map((values) => Float64Array.from(rows, (row) => values[row]!)) as [
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  const frame = { y, x, m };
  const interaction = (formula: string, columns: Data = frame): Omit<ModerationCheck, 'variant'> => {
    const model = regress(formula, columns, { se: 'HC3' });
    return pick(
      model.terms.find(({ term }) => term === 'x:m'),
      model.n,
    );
  };
  const positive = [x, m].every((values) => values.every((value) => value > 0));
  const logs = { y, x: x.map(Math.log), m: m.map(Math.log) };
  const outcomePositive = y.every((value) => value > 0);
  const share = (values: Float64Array): number[] => {
    const total = values.reduce((sum, value) => sum + Math.abs(value), 0);
    return Array.from(values, (value) => (total > 0 ? Math.abs(value) / total : 0));
  };
  const shares = [y, x, m].map(share);
  const size = rows.map((_, row) => shares.reduce((sum, own) => sum + own[row]!, 0));
  const kept = [...size.keys()].sort((a, b) => size[b]! - size[a]! || a - b).slice(largest);
  const take = (values: Float64Array): Float64Array =>
    Float64Array.from(
      kept.sort((a, b) => a - b),
      (row) => values[row]!,
    );
  const levels = interaction('y ~ x * m');
  const checks: ModerationCheck[] = [
    { variant: 'levels', ...levels },
    { variant: 'squares', ...interaction('y ~ x * m + I(x^2) + I(m^2)') },
    ...(positive && outcomePositive ? [{ variant: 'logs' as const, ...interaction('log(y) ~ x * m', logs) }] : []),
    ...(positive && y.every((value) => value >= 0) ? [{ variant: 'PPML of logs' as const, ...poisson(logs) }] : []),
    { variant: 'without the largest', ...interaction('y ~ x * m', { y: take(y), x: take(x), m: take(m) }) },
  ];
  const observed = Math.abs(levels.estimate / levels.standardError);
  let asFar = 1;
  for (let draw = 0; draw < permutations; draw += 1) {
    const one = interaction('y ~ x * m', { y, x, m: permuted(m, seed, draw) });
    if (Math.abs(one.estimate / one.standardError) >= observed - 1e-12) asFar += 1;
  }
  return {
    checks,
    permuted: {
      statistic: levels.estimate / levels.standardError,
      pValue: asFar / (1 + permutations),
      permutations,
      seed,
    },
    warnings: positive ? [] : [`No logs and no PPML: ${options.x} or ${options.by} is not positive throughout.`],
  };
}

function poisson(columns: Data): Omit<ModerationCheck, 'variant'> {
  const model = ppml('y ~ x * m', columns);
  return pick(
    model.terms.find(({ term }) => term === 'x:m'),
    model.n,
  );
}

function pick(
  term: { estimate: number; standardError: number; pValue: number } | undefined,
  n: number,
): Omit<ModerationCheck, 'variant'> {
  assertThat(
    term !== undefined,
    'moderationChecks requires an x and a moderator that vary apart, got columns that determine one another',
  );
  const { estimate, standardError, pValue } = term!;
  return { estimate, standardError, pValue, n };
}
