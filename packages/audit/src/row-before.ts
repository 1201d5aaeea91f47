import { textsOf } from '@indexlab/core';
import { isTime } from './guess/guess-key.js';
import { rowsByKey, type Subject } from './subject.js';

/**
 * For each row the row of the same unit (and group) at the time just before; `undefined` where there is none. Times that
 * are numbers follow one another at the smallest step between any two; others in the order of their texts. A table of times
 * without units is one series; where a time stands twice in a series nothing follows on it.
 */
export function rowBefore(subject: Subject): (number | undefined)[] {
  const { unit, table } = subject;
  // The rows of a series may be known by their times alone.
  const time = subject.time ?? (unit !== undefined && isTime(table, unit) ? unit : undefined);
  const before = new Array<number | undefined>(table.rowCount).fill(undefined);
  if (time === undefined) return before;
  const texts = textsOf(table, time);
  const numeric = texts.every((text) => text === null || Number.isFinite(Number(text)));
  const all = [...new Set(texts.filter((text) => text !== null))].sort(
    numeric ? (a, b) => Number(a) - Number(b) : undefined,
  );
  const steps = all.slice(1).map((text, at) => (numeric ? Number(text) - Number(all[at]) : 1));
  const step = Math.min(...steps);
  const place = new Map(all.map((text, at) => [text, at]));
  const groups = subject.having('group').map(({ column }) => column);
  for (const rows of rowsByKey(table, unit === undefined || unit === time ? groups : [unit, ...groups])) {
    const rowAt = new Map<number | undefined, number | undefined>();
    for (const row of rows) {
      const at = place.get(texts[row]!);
      rowAt.set(at, unit === undefined && rowAt.has(at) ? undefined : row);
    }
    for (const row of rows) {
      const at = place.get(texts[row]!);
      if (at !== undefined && at > 0 && steps[at - 1] === step) before[row] = rowAt.get(at - 1);
    }
  }
  return before;
}
