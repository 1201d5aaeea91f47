import { assertThat, Exact } from '@indexlab/core';

/** One entry of a ranking: everything as printed. */
export interface Entry {
  readonly rank: string;
  readonly name: string;
  readonly value: string;
}

/** Where in a run of digits the value of one entry ends and the rank of the next begins. */
interface Split {
  readonly value: string;
  readonly rank: string;
}

/** The cheapest way to read everything up to a line, given how the digits of that line are split. */
interface Reading {
  readonly splits: readonly Split[];
  readonly breaches: number;
  /** How many ways there are to read it with as few breaches. */
  readonly ways: number;
  readonly before: Reading | null;
}

/**
 * Reads a ranking that is printed without separators: line by line, `groups` entries side by side, each a rank, a
 * name and a value (`1上海91.636嘉兴67.4` holds 1 上海 91.6 and 36 嘉兴 67.4).
 *
 * Between two names stand the value of one entry and the rank of the next in one run of digits. The reading is the
 * one that breaches the fewest of these expectations: ranks run on by one down each column, from `first` and from
 * column to column; values do not rise down a column. It is found by dynamic programming over the lines, over all
 * splits into a value and a rank of at most three digits without leading zeros. What it breaches is the report's own
 * and stays as printed.
 *
 * @param run the run of characters, from the first rank to the last value
 * @param groups how many entries stand side by side
 * @param first the rank that the first column should start with
 * @throws IndexlabError when the run is not names between digits, or two readings breach equally few expectations
 *
 * @example
 * readUnseparated('1上海91.63杭州60.72北京90.54天津58', 2, 1).map(({ rank, name, value }) => `${rank} ${name} ${value}`)
 * // => ['1 上海 91.6', '2 北京 90.5', '3 杭州 60.7', '4 天津 58']
 */
export function readUnseparated(run: string, groups: number, first: number): Entry[] {
  const names = run.match(/\p{Script=Han}+/gu) ?? [];
  const digits = run.split(/\p{Script=Han}+/u);
  assertThat(
    names.length > 0 && digits.every((token) => /^[\d.]+$/.test(token)),
    () => `readUnseparated requires names between digits, got ${JSON.stringify(run.slice(0, 40))}`,
  );
  const columns = columnsOf(names.length, groups);
  // The run behind each entry; the first rank stands alone, and so does the last value.
  const choices = names.map((_, at) =>
    at + 1 < names.length ? splitsOf(digits[at + 1]!) : [{ value: digits[at + 1]!, rank: '' }],
  );
  const heads = columns.map((_, column) => first + columns.slice(0, column).reduce((sum, length) => sum + length, 0));

  let readings: Reading[] = [{ splits: [{ value: '', rank: digits[0]! }], breaches: 0, ways: 1, before: null }];
  for (let line = 0; line * groups < names.length; line += 1) {
    const combinations = product(choices.slice(line * groups, (line + 1) * groups));
    readings = combinations.map((splits) => cheapest(readings, splits, line === 0 ? heads : null));
  }
  const fewest = Math.min(...readings.map(({ breaches }) => breaches));
  const best = readings.filter(({ breaches }) => breaches === fewest);
  assertThat(
    best.length === 1 && best[0]!.ways === 1,
    () => `readUnseparated requires one best reading, got several with ${fewest} breaches (${run.slice(0, 40)})`,
  );
  return byColumn(entriesOf(best[0]!, names), groups);
}

function columnsOf(entries: number, groups: number): number[] {
  return Array.from({ length: groups }, (_, column) => Math.ceil((entries - column) / groups));
}

/** Every way to cut a run of digits into a value and a rank. */
function splitsOf(token: string): Split[] {
  const splits = [1, 2, 3].map((length) => ({ value: token.slice(0, -length), rank: token.slice(-length) }));
  const possible = splits.filter(({ value, rank }) => /^[1-9]\d*(\.\d+)?$/.test(value) && /^[1-9]\d*$/.test(rank));
  assertThat(possible.length > 0, () => `readUnseparated requires a value and a rank, got ${JSON.stringify(token)}`);
  return possible;
}

function product(choices: readonly (readonly Split[])[]): Split[][] {
  return choices.reduce<Split[][]>((rows, next) => rows.flatMap((row) => next.map((split) => [...row, split])), [[]]);
}

/** The cheapest way to come to a line that is split like this. */
function cheapest(readings: readonly Reading[], splits: readonly Split[], heads: readonly number[] | null): Reading {
  const candidates = readings.map((before) => ({
    before,
    breaches: before.breaches + breachesOf(before, splits, heads),
  }));
  const breaches = Math.min(...candidates.map((candidate) => candidate.breaches));
  const best = candidates.filter((candidate) => candidate.breaches === breaches);
  return { splits, breaches, ways: best.reduce((sum, { before }) => sum + before.ways, 0), before: best[0]!.before };
}

function breachesOf(before: Reading, splits: readonly Split[], heads: readonly number[] | null): number {
  const ranks = ranksOf(before, splits);
  if (heads) return splits.filter((_, column) => Number(ranks[column]) !== heads[column]).length;
  const above = ranksOf(before.before!, before.splits);
  return splits.reduce((breaches, { value }, column) => {
    const rankBreach = Number(ranks[column]) !== Number(above[column]) + 1 ? 1 : 0;
    const valueBreach = Exact.parse(value).compare(Exact.parse(before.splits[column]!.value)) > 0 ? 1 : 0;
    return breaches + rankBreach + valueBreach;
  }, 0);
}

/** The ranks of a line: the first stands at the end of the line before, the others behind the value of their neighbour. */
function ranksOf(before: Reading, splits: readonly Split[]): string[] {
  return [before.splits.at(-1)!.rank, ...splits.slice(0, -1).map(({ rank }) => rank)];
}

function entriesOf(last: Reading, names: readonly string[]): Entry[] {
  const lines: Entry[][] = [];
  let at = names.length;
  for (let line = last; line.before; line = line.before) {
    const ranks = ranksOf(line.before, line.splits);
    at -= line.splits.length;
    const start = at;
    lines.unshift(
      line.splits.map(({ value }, column) => ({ rank: ranks[column]!, name: names[start + column]!, value })),
    );
  }
  return lines.flat();
}

function byColumn(entries: readonly Entry[], groups: number): Entry[] {
  return Array.from({ length: groups }, (_, column) => entries.filter((_, at) => at % groups === column)).flat();
}
