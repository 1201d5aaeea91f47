import { rowBefore } from '../row-before.js';
import type { Role } from '../role.js';
import { rowsWith } from '../rows-with.js';
import { wholeBehind } from '../rules/share-of-total.js';
import type { Subject } from '../subject.js';
import { type Bounded, bounded, type Evidence, evidence } from './evidence.js';
import type { Guess } from './guess-ranks.js';
import { names } from './names.js';

/** Digits of surprise that a relation needs, beside those of the number of relations tried. */
const needed = { named: 2, namedWithExceptions: 2.7, unnamed: 4 };
/** Any three columns are tried together up to so many columns. */
const mostTried = 30;

interface Candidate extends Guess {
  readonly evidence: Evidence;
  readonly named: boolean;
  readonly used: readonly string[];
}

/**
 * Relations that the columns of numbers suggest: a total or a mean and its parts, shares that add to 100 side by side or
 * down a column, a ratio, a share or a growth of two columns, growth over time.
 *
 * A relation is taken to be there when at least two rows in three hold (of three rows and more), and when that is no chance: the
 * more digits are printed and the more rows hold, the surer; names that say so need less. Rows that do not hold are then
 * problems. When most rows do not hold there is no such relation.
 */
export function guessRelations(subject: Subject, numeric: readonly string[]): Guess[] {
  const columns = numeric.map((name) => bounded(subject.numbers(name)));
  const candidates = [
    ...sums(columns),
    ...ratios(columns),
    ...growthOverTime(subject, columns),
    ...sharesOfTotals(subject, columns),
  ];
  const guesses: Guess[] = [];
  const explained = new Set<string>();
  const used = new Set<string>();
  for (const candidate of candidates.sort(byStrength(columns))) {
    const set = JSON.stringify([candidate.column, ...candidate.used].sort());
    // A column follows in one way from others, and of a = b + c nothing else between the three is news.
    if (explained.has(candidate.column) || used.has(set)) continue;
    explained.add(candidate.column);
    used.add(set);
    guesses.push({ column: candidate.column, role: candidate.role });
  }
  return [...guesses, ...sharesDown(subject, columns)];
}

/** The surest first; of equal ones that of the column furthest to the right, where what follows from others stands. */
function byStrength(columns: readonly Bounded[]): (a: Candidate, b: Candidate) => number {
  const place = new Map(columns.map(({ name }, at) => [name, at]));
  const share = ({ evidence: { holding, rows } }: Candidate): number => holding / rows;
  return (a, b) =>
    Number(b.named) - Number(a.named) ||
    share(b) - share(a) ||
    a.used.length - b.used.length ||
    place.get(b.column)! - place.get(a.column)! ||
    b.evidence.digits - a.evidence.digits;
}

function accepted(found: Evidence | undefined, named: boolean, tried: number): found is Evidence {
  if (found === undefined) return false;
  const { rows, holding, digits } = found;
  if (named) return digits >= (holding < rows ? needed.namedWithExceptions : needed.named);
  return holding >= 3 && digits >= needed.unnamed + Math.log10(Math.max(1, tried));
}

/** Totals and means of columns that stand side by side, before or behind, of any two, or of all that remain. */
function sums(columns: readonly Bounded[]): Candidate[] {
  const sets = partSets(columns);
  return sets.flatMap(({ whole, parts }): Candidate[] => {
    const used = parts.map(({ name }) => name);
    const column = whole?.name ?? used[0]!;
    const total = (row: number): readonly [number, number] | undefined => {
      let [middle, half] = [0, 0];
      for (const { values, half: halves } of parts) {
        middle += values[row]!;
        half += halves[row]!;
      }
      return Number.isNaN(middle) ? undefined : [middle, half];
    };
    if (whole === undefined) {
      const [first, ...rest] = parts;
      const remainder = (row: number) => shifted(total(row), first!, row);
      const named = parts.filter(({ name }) => names.share.test(name)).length > parts.length / 2;
      const found = parts.every(isPercentage) ? evidence(first!, remainder) : undefined;
      if (!accepted(found, named, sets.length)) return [];
      return [{ column, role: { role: 'shares', across: rest.map(({ name }) => name) }, evidence: found, named, used }];
    }
    const asSum = evidence(whole, total);
    const namedSum = names.sum.test(column);
    if (accepted(asSum, namedSum, sets.length) && allMatter(parts, whole)) {
      return [{ column, role: { role: 'sum', of: used }, evidence: asSum, named: namedSum, used }];
    }
    const asMean = evidence(whole, (row) => {
      const bounds = total(row);
      return bounds && [bounds[0] / parts.length, bounds[1] / parts.length];
    });
    const namedMean = names.mean.test(column);
    if (!accepted(asMean, namedMean, sets.length) || !allMatter(parts, whole)) return [];
    return [{ column, role: { role: 'mean', of: used }, evidence: asMean, named: namedMean, used }];
  });
}

/** What is left of 100 for the first of columns that add up to a total. */
function shifted(total: readonly [number, number] | undefined, first: Bounded, row: number) {
  return total && ([100 - (total[0] - first.values[row]!), total[1] - first.half[row]!] as const);
}

function partSets(columns: readonly Bounded[]): { whole: Bounded | undefined; parts: Bounded[] }[] {
  const sets: { whole: Bounded | undefined; parts: Bounded[] }[] = [];
  const count = columns.length;
  columns.forEach((whole, at) => {
    for (let length = 2; length < count; length++) {
      if (at + length < count) sets.push({ whole, parts: columns.slice(at + 1, at + 1 + length) });
      if (at - length >= 0) sets.push({ whole, parts: columns.slice(at - length, at) });
    }
    const others = columns.filter((other) => other !== whole);
    if (at > 0 && at < count - 1 && others.length >= 2) sets.push({ whole, parts: others });
    for (let length = 2; at + length <= count; length++) {
      sets.push({ whole: undefined, parts: columns.slice(at, at + length) });
    }
    if (count > mostTried) return;
    for (let a = 0; a < count; a++) {
      for (let b = a + 1; b < count; b++) {
        const neighbours = b === a + 1 && (at === a - 1 || at === b + 1);
        if (a !== at && b !== at && !neighbours) sets.push({ whole, parts: [columns[a]!, columns[b]!] });
      }
    }
  });
  return sets;
}

/** Whether every part is large enough to be seen in a sum, in a fifth of the rows at least. */
function allMatter(parts: readonly Bounded[], whole: Bounded): boolean {
  return parts.every((part) => {
    let seen = 0;
    part.values.forEach((value, row) => {
      if (Math.abs(value) > 3 * (part.half[row]! + whole.half[row]!)) seen += 1;
    });
    return seen >= 2 && 5 * seen >= part.values.length;
  });
}

function isPercentage({ values }: Bounded): boolean {
  return values.every((value) => Number.isNaN(value) || (value >= 0 && value <= 100));
}

const powers = Array.from({ length: 17 }, (_, at) => 10 ** (at - 8));

/** A column that is a power of ten times one column over another, or the growth from one to another. */
function ratios(columns: readonly Bounded[]): Candidate[] {
  if (columns.length > mostTried) return [];
  const tried = columns.length ** 3;
  return columns.flatMap((result) =>
    columns.flatMap((first) =>
      columns.flatMap((second) => {
        if (result === first || first === second || result === second) return [];
        return [asRatio(result, first, second, tried), asGrowth(result, second, first, tried)].filter(
          (found) => found !== undefined,
        );
      }),
    ),
  );
}

function asRatio(result: Bounded, first: Bounded, second: Bounded, tried: number): Candidate | undefined {
  if (second.spread === 0) return undefined; // another unit of the same quantity
  const scale = scaleOf(result, first, second);
  if (scale === undefined) return undefined;
  const named = names.ratio.test(result.name) || names.share.test(result.name);
  const found = evidence(result, (row) => quotient(scale, first, second, row));
  if (!accepted(found, named, tried * powers.length)) return undefined;
  const of = [first.name, second.name] as const;
  const role: Role = scale === 100 ? { role: 'share', of } : { role: 'ratio', of, ...(scale !== 1 && { scale }) };
  return { column: result.name, role, evidence: found, named, used: of };
}

/** The power of ten that the middle one of the first rows calls for. */
function scaleOf(result: Bounded, first: Bounded, second: Bounded): number | undefined {
  const scales: number[] = [];
  for (let row = 0; row < result.values.length && scales.length < 9; row++) {
    const scale = (result.values[row]! * second.values[row]!) / first.values[row]!;
    if (scale > 0 && Number.isFinite(scale)) scales.push(scale);
  }
  if (scales.length < 3) return undefined;
  const middle = scales.sort((a, b) => a - b)[scales.length >> 1]!;
  return powers.find((power) => Math.abs(middle / power - 1) < 0.2);
}

function quotient(scale: number, first: Bounded, second: Bounded, row: number): readonly [number, number] | undefined {
  const [a, b] = [first.values[row]!, second.values[row]!];
  if (Number.isNaN(a) || Number.isNaN(b) || Math.abs(b) <= second.half[row]!) return undefined;
  const middle = (scale * a) / b;
  const half = (scale * (first.half[row]! + Math.abs(a / b) * second.half[row]!)) / (Math.abs(b) - second.half[row]!);
  return [middle, half];
}

function asGrowth(result: Bounded, before: Bounded, after: Bounded, tried: number): Candidate | undefined {
  const named = names.growth.test(result.name);
  for (const scale of [100, 1]) {
    const found = evidence(result, (row) => {
      const bounds = quotient(scale, after, before, row);
      return bounds && [bounds[0] - scale, bounds[1]];
    });
    if (!accepted(found, named, 2 * tried)) continue;
    const of = [before.name, after.name] as const;
    const role: Role = { role: 'growth', of, ...(scale !== 100 && { scale }) };
    return { column: result.name, role, evidence: found, named, used: of };
  }
  return undefined;
}

function growthOverTime(subject: Subject, columns: readonly Bounded[]): Candidate[] {
  const before = rowBefore(subject);
  const tried = 2 * columns.length ** 2;
  return columns.flatMap((result) =>
    columns.flatMap((values): Candidate[] => {
      if (values === result) return [];
      const named = names.growth.test(result.name);
      for (const scale of [100, 1]) {
        const found = evidence(result, (row) => {
          const earlier = before[row];
          if (earlier === undefined) return undefined;
          const [a, b] = [values.values[row]!, values.values[earlier]!];
          const width = values.half[earlier]!;
          if (Number.isNaN(a) || Number.isNaN(b) || Math.abs(b) <= width) return undefined;
          const half = (scale * (values.half[row]! + Math.abs(a / b) * width)) / (Math.abs(b) - width);
          return [(scale * a) / b - scale, half];
        });
        if (!accepted(found, named, tried)) continue;
        const role: Role = { role: 'growth', of: values.name, ...(scale !== 100 && { scale }) };
        return [{ column: result.name, role, evidence: found, named, used: [values.name] }];
      }
      return [];
    }),
  );
}

/** Shares, by name or with much evidence, of the cells of another column in a whole that is not printed. */
function sharesOfTotals(subject: Subject, columns: readonly Bounded[]): Candidate[] {
  return columns.flatMap((result) => {
    if (!isPercentage(result)) return [];
    const named = names.share.test(result.name);
    return columns.flatMap((part): Candidate[] => {
      if (part === result || part.spread === 0 || names.share.test(part.name)) return [];
      const wholeOf = new Array<number | undefined>(result.values.length).fill(undefined);
      let complete = true;
      for (const rows of subject.groups) {
        const [shares, values] = [subject.numbers(result.name), subject.numbers(part.name)];
        const estimated = wholeBehind(shares, values, rowsWith([shares, values], rows));
        const whole = estimated && (estimated.lower + estimated.upper) / 2;
        const sum = rows.reduce((total, row) => total + (part.values[row] || 0), 0);
        if (whole === undefined || whole < 0.99 * sum) continue;
        if (whole > 1.01 * sum) complete = false;
        for (const row of rows) wholeOf[row] = whole;
      }
      const found = evidence(result, (row) => {
        const whole = wholeOf[row];
        const [value, half] = [part.values[row]!, part.half[row]!];
        return whole === undefined || Number.isNaN(value) ? undefined : [(100 * value) / whole, (100 * half) / whole];
      });
      // The whole is fitted to the rows: two of them prove nothing.
      if (found === undefined || found.holding < 4 || !accepted(found, named, columns.length ** 2)) return [];
      const role: Role = { role: 'share of total', of: part.name, ...(!complete && { selection: true }) };
      return [{ column: result.name, role, evidence: found, named, used: [part.name] }];
    });
  });
}

function totalOf({ values }: Bounded, rows: readonly number[]): number {
  return rows.reduce((total, row) => total + (values[row] || 0), 0);
}

/**
 * Columns of percentages that add to 100 in their groups: in one that a name calls so, or in most of three or more. One that
 * a name calls so and that comes near to 100 in every group is supposed to be.
 */
function sharesDown(subject: Subject, columns: readonly Bounded[]): Guess[] {
  return columns.flatMap((column): Guess[] => {
    if (!isPercentage(column)) return [];
    const groups = subject.groups.filter((rows) => rows.filter((row) => !Number.isNaN(column.values[row])).length >= 3);
    const holding = groups.filter((rows) => {
      let [sum, half] = [0, 0];
      for (const row of rows) {
        sum += column.values[row] || 0;
        if (!Number.isNaN(column.values[row])) half += column.half[row]!;
      }
      return Math.abs(sum - 100) <= half + 1e-9 && half <= 5;
    });
    const named = names.share.test(column.name);
    const found = named
      ? 10 * holding.length >= 7 * groups.length && holding.length > 0
      : groups.length >= 3 && 10 * holding.length >= 8 * groups.length;
    if (found) return [{ column: column.name, role: { role: 'shares' } }];
    const supposed = named && groups.length > 0 && groups.every((rows) => Math.abs(totalOf(column, rows) - 100) <= 5);
    return supposed ? [{ column: column.name, role: { role: 'shares', supposed } }] : [];
  });
}
