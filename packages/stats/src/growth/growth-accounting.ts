import { assertThat, type Data, listNames, numbersOf, requireOptions } from '@indexlab/core';

/** How {@link growthAccounting} goes about it. */
export interface GrowthAccountingOptions {
  /** A column of numbers, such as years. */
  readonly time: string;
  /** The column of output, in constant prices. */
  readonly output: string;
  /**
   * The columns of inputs, each with its elasticity: a number, such as `{ capital: 0.4, labour: 0.6 }`, or the column that holds its share of
   * income at each time.
   */
  readonly inputs: Readonly<Record<string, number | string>>;
}

/** What one source gives to the growth of output from one time to another. */
export interface GrowthAccountRow {
  readonly from: number;
  readonly to: number;
  /** `output`, an input's column, or `tfp`, what is left: total factor productivity. */
  readonly term: string;
  /** Its own growth: change of the log per unit of time. */
  readonly growth: number;
  /** Its contribution to the growth of output: growth times elasticity. */
  readonly contribution: number;
  /** Contribution over growth of output; `null` where output does not change. */
  readonly share: number | null;
}

/** What {@link growthAccounting} returns. */
export interface GrowthAccounting {
  /** For each step between neighbouring times: output, the inputs, `tfp`. */
  readonly rows: readonly GrowthAccountRow[];
  /** The same from the first time to the last: means of the steps, weighted by their length. */
  readonly total: readonly GrowthAccountRow[];
  /** Total factor productivity at each time, 1 at the first. */
  readonly levels: readonly { readonly time: number; readonly tfp: number }[];
  readonly warnings: readonly string[];
}

/**
 * Growth accounting on a Solow model `Y = A K^a L^(1 - a)`, or with more inputs: what growth of output owes to each input, and the rest,
 * the growth of total factor productivity A.
 *
 * Growth is the change of the natural log per unit of time, so that contributions add up exactly:
 * `growth(A) = growth(Y) - a growth(K) - (1 - a) growth(L)`. Where shares of income change, a step takes the mean of both its ends
 * (Törnqvist). Rows may come in any order; rows with a missing value are left out and counted, and a step then spans the gap. Elasticities
 * that do not add up to one (no constant returns to scale) are named in a warning. For capital from investment see {@link perpetualInventory}.
 *
 * @throws IndexlabError for an unknown column, fewer than two complete rows, two rows at one time, no input, a column that is called `tfp` or
 *   `output`, output or inputs that are not positive, or an elasticity that is not a finite number
 *
 * @example
 * const data = { year: [2015, 2017], gdp: [1, Math.exp(0.1)], capital: [3, 3 * Math.exp(0.12)], labour: [1, 1] };
 * growthAccounting(data, { time: 'year', output: 'gdp', inputs: { capital: 0.5, labour: 0.5 } }).rows
 *   .map(({ term, contribution }) => `${term} ${contribution.toFixed(6)}`)
 * // => ['output 0.050000', 'capital 0.030000', 'labour 0.000000', 'tfp 0.020000']
 *
 * @see Solow (1957), Technical change and the aggregate production function; Barro and Sala-i-Martin, Economic Growth, section 10.1
 */
export function growthAccounting(data: Data, options: GrowthAccountingOptions): GrowthAccounting {
  requireOptions(options, 'growthAccounting', { time: 'a text', output: 'a text', inputs: 'an object' }, ['inputs']);
  const names = Object.keys(options.inputs);
  assertThat(names.length > 0, 'growthAccounting requires at least one input, got none');
  const reserved = names.find((name) => name === 'tfp' || name === 'output');
  assertThat(
    reserved === undefined,
    () => `growthAccounting requires inputs not called output or tfp, got "${reserved}"`,
    'Rename the column.',
  );
  const { times, logs, elasticities, missing } = readAccounts(data, options);
  const steps = times.slice(1).map((to, i) => {
    const from = times[i]!;
    const growth = logs.map((own) => (own[i + 1]! - own[i]!) / (to - from));
    const contributions = elasticities.map((own, input) => ((own[i]! + own[i + 1]!) / 2) * growth[input + 1]!);
    return { from, to, growth, contributions };
  });
  const [first, last] = [times[0]!, times.at(-1)!];
  const averaged = (of: (step: Step) => number): number =>
    steps.reduce((sum, step) => sum + of(step) * (step.to - step.from), 0) / (last - first);
  const total = {
    from: first,
    to: last,
    growth: logs.map((_, i) => averaged(({ growth }) => growth[i]!)),
    contributions: names.map((_, i) => averaged(({ contributions }) => contributions[i]!)),
  };
  let level = 0;
  const levels = [{ time: first, tfp: 1 }];
  for (const step of steps) {
    level += residual(step) * (step.to - step.from);
    levels.push({ time: step.to, tfp: Math.exp(level) });
  }
  const uneven = times.filter((_, i) => Math.abs(elasticities.reduce((sum, own) => sum + own[i]!, 0) - 1) > 1e-9);
  return {
    rows: steps.flatMap((step) => accountRows(names, step)),
    total: accountRows(names, total),
    levels,
    warnings: [
      ...(missing > 0 ? [`${missing === 1 ? '1 row' : `${missing} rows`} left out: a column is missing there.`] : []),
      ...(uneven.length > 0
        ? [`Elasticities do not add up to one, without constant returns to scale: ${listNames(uneven.map(String))}.`]
        : []),
    ],
  };
}

interface Accounts {
  /** Ascending. */
  readonly times: readonly number[];
  /** Of output, then of the inputs, at each time. */
  readonly logs: readonly (readonly number[])[];
  /** Of the inputs, at each time. */
  readonly elasticities: readonly (readonly number[])[];
  readonly missing: number;
}

function readAccounts(data: Data, { time, output, inputs }: GrowthAccountingOptions): Accounts {
  const all = numbersOf(data, time, 'growthAccounting');
  const levels = [output, ...Object.keys(inputs)].map((name) => ({
    name,
    values: numbersOf(data, name, 'growthAccounting'),
  }));
  const elasticities = Object.entries(inputs).map(([name, given]) => ({
    name,
    values:
      typeof given === 'string' ? numbersOf(data, given, 'growthAccounting') : new Float64Array(all.length).fill(given),
  }));
  const wrong = Object.entries(inputs).find(([, given]) => typeof given === 'number' && !Number.isFinite(given));
  assertThat(
    wrong === undefined,
    () => `growthAccounting requires finite elasticities, got ${wrong![1]} (${wrong![0]})`,
  );
  const columns = [all, ...[...levels, ...elasticities].map(({ values }) => values)];
  const rows = [...all.keys()]
    .filter((row) => columns.every((column) => !Number.isNaN(column[row]!)))
    .sort((a, b) => all[a]! - all[b]!);
  assertThat(
    rows.length >= 2,
    () => `growthAccounting requires at least two rows without a missing value, got ${rows.length}`,
  );
  const times = rows.map((row) => all[row]!);
  const twice = times.find((value, i) => i > 0 && value === times[i - 1]);
  assertThat(
    twice === undefined,
    () => `growthAccounting requires one row per time, got more for ${twice}`,
    'Take one place at a time.',
  );
  const logs = levels.map(({ name, values }) =>
    rows.map((row) => {
      const value = values[row]!;
      assertThat(
        value > 0 && value < Infinity,
        () => `growthAccounting requires positive values, got ${value} (column "${name}", row ${row + 1})`,
      );
      return Math.log(value);
    }),
  );
  return {
    times,
    logs,
    elasticities: elasticities.map(({ values }) => rows.map((row) => values[row]!)),
    missing: all.length - rows.length,
  };
}

interface Step {
  readonly from: number;
  readonly to: number;
  /** Of output, then of the inputs. */
  readonly growth: readonly number[];
  readonly contributions: readonly number[];
}

function residual({ growth, contributions }: Step): number {
  return contributions.reduce((left, contribution) => left - contribution, growth[0]!);
}

function accountRows(names: readonly string[], step: Step): GrowthAccountRow[] {
  const { from, to, growth, contributions } = step;
  const output = growth[0]!;
  const row = (term: string, own: number, contribution: number): GrowthAccountRow => ({
    from,
    to,
    term,
    growth: own,
    contribution,
    share: output === 0 ? null : contribution / output,
  });
  const tfp = residual(step);
  return [
    row('output', output, output),
    ...names.map((name, i) => row(name, growth[i + 1]!, contributions[i]!)),
    row('tfp', tfp, tfp),
  ];
}
