import { type ImportNote, notePlace } from '@indexlab/readers';

/** Where a note points to and what stands there, and what it says: the two parts of a line, or two lines. */
export function noteText({ row, line, column, value, message, count }: ImportNote): {
  readonly where: readonly string[];
  readonly what: string;
} {
  const place = notePlace({ row, line });
  const where = [
    ...(place === '' ? [] : [place]),
    ...(column === null ? [] : [`column ${shown(column)}`]),
    ...(value === null ? [] : [shown(value)]),
  ];
  return { where, what: `${asOptions(message)}${count > 1 ? ` (${count} times)` : ''}` };
}

/** A text from a file, without characters that a terminal would obey. */
function shown(text: string): string {
  return JSON.stringify(text.length > 80 ? `${text.slice(0, 80)}…` : text);
}

/** The options of the readers as the command has them, such as --decimal-mark. */
function asOptions(message: string): string {
  return message.replace(
    /\bthe option ([a-z]+[A-Za-z]*)/g,
    (_, name: string) => `the option --${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`,
  );
}
