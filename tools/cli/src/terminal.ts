import { visibleText } from '@indexlab/core';
import { wrapText } from './wrap-text.js';

/** The colours of first words. */
const colours = { red: 31, green: 32, yellow: 33, blue: 34, grey: 90 } as const;

export type Colour = keyof typeof colours;

/** Where a verb writes: the answer to standard output, everything else to standard error. */
export interface Terminal {
  /** Prints the one JSON document of `--json`. */
  json(document: unknown): void;
  /** Prints a line of the answer; on a terminal that shows colours its first word takes one. */
  line(text?: string, colour?: Colour): void;
  /** Prints a note that is not part of the answer. */
  note(text: string): void;
  /** Shows progress on a line that overwrites itself; silent unless standard error is a terminal. */
  progress(text: string): void;
}

/** The terminal of this process. What users' files hold cannot steer it: see `visibleText`. */
export const processTerminal: Terminal = {
  // The escapes of visibleText are JSON's own.
  json: (document) => process.stdout.write(`${visibleText(JSON.stringify(document, null, 2))}\n`),
  line: (text = '', colour) => {
    const shown = visibleText(text);
    const painted = colour !== undefined && process.stdout.isTTY && !process.env.NO_COLOR;
    process.stdout.write(`${painted ? shown.replace(/^\S+/u, `\u001b[${colours[colour]}m$&\u001b[0m`) : shown}\n`);
  },
  note: (text) => process.stderr.write(`${noteLines(visibleText(text), process.stderr.isTTY).join('\n')}\n`),
  progress: (text) => {
    if (process.stderr.isTTY) process.stderr.write(`\r\u001b[K${visibleText(text)}`);
  },
};

/** A note in lines: as it is in a file, broken to fit a terminal. */
export function noteLines(text: string, isTerminal: boolean | undefined): string[] {
  return isTerminal ? text.split('\n').flatMap((line) => wrapText(line, 80, '  ')) : [text];
}
