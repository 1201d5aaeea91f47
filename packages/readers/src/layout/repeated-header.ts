import { repeatsHeader } from '../columns/column-plan.js';
import { beginsNote } from '../evidence/note-line.js';
import { isValueLike } from '../evidence/value-like.js';
import { isBlankCell, isBlankRow, loneText, type TakenRows, textsOfRow } from './taken-rows.js';

/** A row that says the header once more, with the lines that stand above it. */
export interface RepeatedHeader {
  readonly row: number;
  readonly text: string;
  /** Titles directly above it, with their rows, from the top. */
  readonly titles: readonly { readonly row: number; readonly text: string }[];
  /** Notes between the rows above and it. */
  readonly notes: readonly { readonly row: number; readonly text: string }[];
  /** Whether an empty row or a note stands between the rows above and it. */
  readonly apart: boolean;
}

/** What a title says where a table goes on behind the end of a page. */
const continued =
  /^续|[（(]续[一二三四五六七八九十\d]*[)）]|\bcont(?:inued|inuation|'?d|\.|$|\))|\b(?:fortsetzung|forts\.|suite|continuaci[óo]n|continuazione|segue|vervolg)(?![\p{L}\d])|продолжение/iu;

/** The rows that say the header once more; the first name shows where to look. */
export function* repeatedHeaders(taken: TakenRows): Iterable<RepeatedHeader> {
  const { rows, stores, header } = taken;
  const [first] = stores;
  for (let row = 0; row < rows; row += 1) {
    const number = first?.type === 'number' ? first.values[row]! : NaN;
    const label = first?.type === 'text' ? first.values[row] : first?.misfits.get(row);
    const shown = Number.isNaN(number) ? label?.trim() : String(number);
    if (!header.some(([name]) => name === '' || name?.trim() === shown)) continue;
    const texts = textsOfRow(taken, row);
    if (header.some((names) => repeatsHeader(texts, names)))
      yield { row, text: texts.map((text) => text ?? '').join(' '), ...linesAbove(taken, row) };
  }
}

/** Whether the lines above a repeated header are the title of another table, and none of the same one going on. */
export function isAnotherTitle({ above }: TakenRows, { titles }: RepeatedHeader): boolean {
  const known = new Set(above.map(plainTitle));
  return titles.length > 0 && !titles.some(({ text }) => continued.test(text) || known.has(plainTitle(text)));
}

/**
 * The first header that stands apart and has rows below it of the same units, at the same times, as those above it: they are
 * no further rows of one table then, but another table.
 */
export function headerOfSameUnits(taken: TakenRows, headers: readonly RepeatedHeader[]): RepeatedHeader | undefined {
  if (!headers.some(({ apart, titles }) => apart && titles.length === 0)) return undefined;
  const { rows, stores } = taken;
  const key = stores.filter((store) => store.type === 'text' || isTime(store.values.subarray(0, rows)));
  const keys = (from: number, to: number): string[] =>
    Array.from({ length: to - from }, (_, index) => from + index)
      .filter((row) => key.some((store) => !isBlankCell(store, row)))
      .map((row) => JSON.stringify(key.map((store) => store.values[row])));
  const seen = new Set<string>();
  return headers.find(({ row, apart, titles }, at) => {
    for (const unit of keys((headers[at - 1]?.row ?? -1) + 1, row)) seen.add(unit);
    const below = keys(row + 1, headers[at + 1]?.row ?? rows);
    return apart && titles.length === 0 && 2 * below.filter((unit) => seen.has(unit)).length > below.length;
  });
}

function isTime(values: Float64Array): boolean {
  const present = values.filter((value) => !Number.isNaN(value));
  return present.length > 0 && present.every((value) => Number.isInteger(value) && value >= 1900 && value < 2100);
}

function plainTitle(text: string): string {
  return text.replaceAll(/[\s,;，；]/g, '').toLowerCase();
}

function linesAbove(taken: TakenRows, row: number): Pick<RepeatedHeader, 'titles' | 'notes' | 'apart'> {
  let at = row - 1;
  while (at >= 0 && isBlankRow(taken, at)) at -= 1;
  let apart = at < row - 1;
  const titles: { row: number; text: string }[] = [];
  for (let text = loneText(taken, at); text !== null && !isValueLike(text) && !beginsNote(text); ) {
    titles.unshift({ row: at, text });
    at -= 1;
    text = loneText(taken, at);
  }
  const notes: { row: number; text: string }[] = [];
  for (let text = noteAt(taken, at); at >= 0 && (text !== null || isBlankRow(taken, at)); ) {
    if (text !== null) notes.unshift({ row: at, text });
    apart = true;
    at -= 1;
    text = noteAt(taken, at);
  }
  return { titles, notes, apart };
}

function noteAt(taken: TakenRows, row: number): string | null {
  const text = loneText(taken, row);
  return text !== null && beginsNote(text) ? text : null;
}
