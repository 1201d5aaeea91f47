import { wrapText } from './wrap-text.js';

/** A regression table with the notes below its last rule broken to fit a terminal. */
export function wrappedNotes(table: string, width = 80): string {
  const lines = table.split('\n');
  const rule = lines.findLastIndex((line) => /^=+$/.test(line));
  return lines.flatMap((line, i) => (i <= rule ? [line] : wrapText(line, width, '  '))).join('\n');
}
