import type { ImportNote, NoteList } from '../import-report.js';
import type { FoundEncoding } from './detect-encoding.js';
import { encodingOfRest } from './encoding-of-rest.js';
import { linesOutside } from './lines-outside.js';
import { type Encoding, isValid } from './text-encoding.js';
import { utf8Segments } from './utf8-segments.js';

type EncodingNote = Omit<ImportNote, 'count' | 'row'>;

/** What is said of an encoding that was found: a warning that names the others where the evidence is not good. */
export function encodingNote(bytes: Uint8Array, { encoding, alternatives }: FoundEncoding): EncodingNote | null {
  if (encoding === 'utf-8') return null;
  const message = `the text is taken to be in ${encoding}`;
  const note = { rule: 'encoding' as const, line: null, column: null, value: encoding };
  const { whole } = /^utf/.test(encoding) ? { whole: { count: 0, lines: [] } } : utf8Segments(bytes);
  if (whole.count > 0) {
    const where = listOfLines(whole.lines, whole.count > whole.lines.length);
    return {
      ...note,
      weight: 'warning',
      line: whole.lines[0]!,
      message: `${message}, but ${where} may be in utf-8: a file in two encodings cannot be read right (option encoding)`,
    };
  }
  if (alternatives.length === 0) return { ...note, weight: 'note', message };
  const others = alternatives.join(', ');
  const doubt = `${message}, without much evidence: it may be in ${others} (option encoding)`;
  return { ...note, weight: 'warning', message: doubt };
}

/** What is said of bytes that are no text in the encoding, and where they stand. */
export function undecodableNote(bytes: Uint8Array, encoding: Encoding): EncodingNote {
  const { lines, count } = linesOutside(bytes, encoding);
  const other = encodingOfRest(bytes, encoding);
  const where =
    count === 0
      ? ''
      : ` (${count === 1 ? 'line' : 'lines'} ${lines.join(', ')}${count > lines.length ? ` and ${count - lines.length} more` : ''})`;
  return {
    rule: 'undecodable',
    weight: 'warning',
    line: lines[0] ?? null,
    column: null,
    value: encoding,
    message: `some bytes are no text in ${encoding}${where}; each became \ufffd; ${
      other === null
        ? 'they were lost or changed, for they are no text in another encoding either'
        : `they are text in ${other}: save all of the file in one encoding`
    }`,
  };
}

/** Notes bytes that are no text in the encoding that the user states. */
export function noteUndecodable(bytes: Uint8Array, stated: string, notes: NoteList): void {
  const encoding = stated.toLowerCase().replace(/^utf-?32/, 'utf-32') as Encoding;
  if (!isValid(bytes, encoding)) notes.count(undecodableNote(bytes, encoding));
}

function listOfLines(lines: readonly number[], more: boolean): string {
  return `${lines.length === 1 ? 'line' : 'lines'} ${lines.join(', ')}${more ? ' and more' : ''}`;
}
