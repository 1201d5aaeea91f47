import { displayWidth } from '@indexlab/figures';
import { expect, test } from 'vitest';
import { noteLines } from './terminal.js';

test.each([`warning: ${'a word or two '.repeat(20).trim()}`, `warning: ${'城市的数据'.repeat(40)}`])(
  'a long note is broken at 80 columns of a terminal, and is one line in a file',
  (note) => {
    const lines = noteLines(note, true);
    expect(lines.length).toBeGreaterThan(2);
    for (const line of lines) expect(displayWidth(line)).toBeLessThanOrEqual(80);
    expect(lines.join('').replace(/\s/g, '')).toBe(note.replace(/\s/g, ''));
    expect(noteLines(note, undefined)).toEqual([note]);
  },
);
