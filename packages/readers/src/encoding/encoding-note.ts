import type { ImportNote } from '../import-report.js';
import type { FoundEncoding } from './detect-encoding.js';
import { linesOutside } from './lines-outside.js';

type EncodingNote = Omit<ImportNote, 'count'>;

/** What is said of an encoding that was found: a warning that names the others where the evidence is not good. */
export function encodingNote({ encoding, alternatives }: FoundEncoding): EncodingNote | null {
  if (encoding === 'utf-8') return null;
  const message = `the text is taken to be in ${encoding}`;
  return {
    rule: 'encoding',
    weight: alternatives.length > 0 ? 'warning' : 'note',
    row: null,
    column: null,
    value: encoding,
    message:
      alternatives.length > 0
        ? `${message}, without much evidence: it may be in ${alternatives.join(', ')} (option encoding)`
        : message,
  };
}

/** What is said of bytes that are no text in the encoding, and where they stand. */
export function undecodableNote(bytes: Uint8Array, { encoding }: FoundEncoding): EncodingNote {
  const { lines, count } = linesOutside(bytes, encoding);
  const where =
    count === 0
      ? ''
      : ` (${count === 1 ? 'line' : 'lines'} ${lines.join(', ')}${count > lines.length ? ` and ${count - lines.length} more` : ''})`;
  return {
    rule: 'undecodable',
    weight: 'warning',
    row: lines[0] ?? null,
    column: null,
    value: encoding,
    message: `some bytes are no text in ${encoding}${where}; each became \ufffd. Are these in another encoding?`,
  };
}
