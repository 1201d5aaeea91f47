import { type Table, textsOf } from '@indexlab/core';
import { rowsByKey } from '../subject.js';
import type { PlaceFinder } from '../place-finder.js';
import { names } from './names.js';

/** What identifies the rows of a table. */
export interface Key {
  readonly unit?: string | undefined;
  readonly time?: string | undefined;
  readonly groups: readonly string[];
}

/**
 * The columns that identify a row: the unit, and where units stand in several rows the time, and what else tells such
 * rows apart. A column that does not come near to telling rows apart is no unit: a table of answers by city has none.
 */
export function guessKey(table: Table, stated: Partial<Key>, placeOf: PlaceFinder | undefined): Key {
  const unit = stated.unit ?? unitColumn(table, stated.time);
  if (unit === undefined) return { unit, time: stated.time, groups: [] };
  const repeats = (others: readonly string[]): number => repeatedShare(table, unit, others, placeOf);
  const time =
    stated.time ?? (repeats([]) > 0 ? table.columns.find((name) => name !== unit && isTime(table, name)) : undefined);
  const chosen = time === undefined ? [] : [time];
  const few = (share: number): boolean => share <= 0.2 || (table.rowCount <= 5 && share <= 0.5);
  const left = repeats(chosen);
  if (few(left)) return { unit, time, groups: [] };
  const group = table.columns.find(
    (name) => name !== unit && name !== time && dividesRows(table, name) && repeats([...chosen, name]) <= 0.02,
  );
  if (group !== undefined) return { unit, time, groups: [group] };
  const kept = stated.unit !== undefined || (names.unit[0]!.test(unit) && left <= 0.5);
  return { unit: kept ? unit : undefined, time, groups: [] };
}

function unitColumn(table: Table, time: string | undefined): string | undefined {
  const candidates = table.columns.filter((name) => name !== time && !isTime(table, name));
  const isText = (name: string): boolean => table.column(name).type === 'text';
  for (const pattern of names.unit) {
    const named = candidates.filter((name) => pattern.test(name) && holdsUnits(table, name));
    const found = named.find(isText) ?? named[0];
    if (found !== undefined) return found;
  }
  const texts = candidates.filter((name) => isText(name) && holdsUnits(table, name));
  const unique = (name: string): boolean => repeatedShare(table, name, [], undefined) === 0;
  // The rows of a series are its times.
  return texts.find(unique) ?? texts[0] ?? table.columns.find((name) => isTime(table, name) && unique(name));
}

/** Whether nearly every row has a cell: a row that is of something says of what. */
function holdsUnits(table: Table, name: string): boolean {
  const cells = textsOf(table, name);
  return 5 * cells.filter((cell) => cell === null).length <= cells.length;
}

/** The share of rows that an earlier row has the unit (by its name or its place) and the other cells of. */
function repeatedShare(
  table: Table,
  unit: string,
  others: readonly string[],
  placeOf: PlaceFinder | undefined,
): number {
  const units = textsOf(table, unit);
  let [present, repeated] = [0, 0];
  for (const rows of rowsByKey(table, others)) {
    const seen = new Set<string>();
    for (const row of rows) {
      const name = units[row] ?? null;
      if (name === null) continue;
      const identity = placeOf?.(name, { level: 'city' }).code ?? name;
      present += 1;
      if (seen.has(identity)) repeated += 1;
      seen.add(identity);
    }
  }
  return present === 0 ? 0 : repeated / present;
}

/** Whether a column holds times: it is named so, or nearly so, and its cells look so. */
export function isTime(table: Table, name: string): boolean {
  const cells = textsOf(table, name).filter((cell) => cell !== null);
  const timed = cells.filter((cell) => timeCell.test(cell)).length;
  if (names.time.test(name)) return cells.length > 0 && (table.column(name).type === 'text' || wholeNumbers(cells));
  return (
    timed === cells.length &&
    cells.length > 0 &&
    (names.perhapsTime.test(name) || (yearsAlone(cells) && repeats(cells)))
  );
}

const timeCell =
  /^((19|20)\d{2}([-/.年]\s?\d{1,2}([-/.月]\s?\d{1,2}日?)?月?|年)?|(19|20)\d{2}\s?[-年]?\s?(Q[1-4]|[1-4]?季度|第?[一二三四]季度|上半年|下半年)|(?:Q[1-4]|[1-4](?:er|re|e|ème)?\s?trim(?:estre|\.)?|[1-4]\.\s?(?:Quartal|Vj\.?))[\s./-]?(19|20)\d{2})$/i;

function yearsAlone(cells: readonly string[]): boolean {
  return cells.every((cell) => /^(19|20)\d{2}年?$/.test(cell));
}

function wholeNumbers(cells: readonly string[]): boolean {
  return cells.every((cell) => Number.isInteger(Number(cell)));
}

function repeats(cells: readonly string[]): boolean {
  return 2 * new Set(cells).size <= cells.length;
}

/** Texts, or a few whole numbers, of which several rows share each. */
function dividesRows(table: Table, name: string): boolean {
  if (names.rank.test(name)) return false;
  const cells = textsOf(table, name).filter((cell) => cell !== null);
  const few = 2 * new Set(cells).size <= cells.length;
  return few && (table.column(name).type === 'text' || wholeNumbers(cells));
}
