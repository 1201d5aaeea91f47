import { repeatsHeader } from '../columns/column-plan.js';
import { beginsNote } from '../evidence/note-line.js';
import { isValueLike } from '../evidence/value-like.js';
import { isBlankRow, loneText, type TakenRows, textsOfRow } from './taken-rows.js';

/** A row that says the header once more, with the lines that stand above it. */
export interface RepeatedHeader {
  readonly row: number;
  readonly text: string;
  /** Titles directly above it, with their rows, from the top. */
  readonly titles: readonly { readonly row: number; readonly text: string }[];
  /** Whether an empty row stands between the rows above and it. */
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

function plainTitle(text: string): string {
  return text.replaceAll(/[\s,;，；]/g, '').toLowerCase();
}

function linesAbove(taken: TakenRows, row: number): Pick<RepeatedHeader, 'titles' | 'apart'> {
  let at = row - 1;
  while (at >= 0 && isBlankRow(taken, at)) at -= 1;
  let apart = at < row - 1;
  const titles: { row: number; text: string }[] = [];
  for (let text = loneText(taken, at); text !== null && !isValueLike(text) && !beginsNote(text); ) {
    titles.unshift({ row: at, text });
    at -= 1;
    text = loneText(taken, at);
  }
  apart ||= at >= 0 && isBlankRow(taken, at);
  return { titles, apart };
}
