import { type Encoding, isValid } from './text-encoding.js';

const listed = 10;

/** The lines of a text, counted from 1, that are not in its encoding: at most ten, and how many there are. */
export function linesOutside(bytes: Uint8Array, encoding: Encoding): { lines: number[]; count: number } {
  const lines: number[] = [];
  let count = 0;
  if (encoding.startsWith('utf-16') || encoding.startsWith('utf-32')) return { lines, count };
  for (let from = 0, line = 1; from < bytes.length; line += 1) {
    const end = bytes.indexOf(10, from);
    const to = end < 0 ? bytes.length : end;
    const content = bytes.subarray(from, to);
    if (content.some((byte) => byte > 0x7f) && !isValid(content, encoding)) {
      count += 1;
      if (lines.length < listed) lines.push(line);
    }
    from = to + 1;
  }
  return { lines, count };
}
