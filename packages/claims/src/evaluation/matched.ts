import { listNames } from '@indexlab/core';
import { type Expression, ExpressionProblem, TableGap } from '../language/syntax.js';
import type { Entry, Value } from './value.js';

type Column = Extract<Value, { type: 'column' }>;

/**
 * The rows of two columns side by side: line by line where both are rows of the same units in the same order, otherwise
 * by unit.
 *
 * @throws ExpressionProblem when a unit of the first is missing in the second, or stands there twice
 */
export function matched(a: Column, b: Column, { at }: Pick<Expression, 'at'>, common = false): [Entry, Entry][] {
  const aligned =
    a.entries.length === b.entries.length &&
    a.entries.every(
      (entry, index) =>
        entry.key === b.entries[index]!.key && (entry.key !== null || entry.row === b.entries[index]!.row),
    );
  if (aligned) return a.entries.map((entry, index) => [entry, b.entries[index]!]);
  const byKey = new Map<string | null, Entry>();
  const twice = new Set<string>();
  for (const entry of b.entries) {
    if (byKey.has(entry.key)) twice.add(entry.label);
    byKey.set(entry.key, entry);
  }
  if (twice.size > 0) throw new TableGap(`${b.name} has several rows of ${listNames(twice)}`, at);
  const missing = a.entries.filter(({ key }) => key === null || !byKey.has(key));
  if (missing.length > 0 && !common) {
    const names = listNames(missing.map(({ label }) => label));
    const message = `${b.name} has no row of ${names}, which ${a.name} has`;
    throw missing.length < a.entries.length ? new TableGap(message, at) : new ExpressionProblem(message, at);
  }
  return a.entries.filter(({ key }) => key !== null && byKey.has(key)).map((entry) => [entry, byKey.get(entry.key)!]);
}
