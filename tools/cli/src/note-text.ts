import { type ImportNote, notePlace } from '@indexlab/readers';

/** Where a note points to and what stands there, and what it says: the two parts of a line, or two lines. */
export function noteText({ rule, row, line, column, value, message, count }: ImportNote): {
  readonly where: readonly string[];
  readonly what: string;
} {
  const place = notePlace({ row, line });
  const where = [
    ...(place === '' ? [] : [place]),
    ...(column === null ? [] : [`column ${shown(column)}`]),
    ...(value === null ? [] : [shown(value)]),
  ];
  return {
    where,
    what: `${inWordsOfCommand(message)}${count > 1 ? ` (${count} ${isOfRows(rule) ? 'rows' : 'times'})` : ''}`,
  };
}

/** A text from a file, without characters that a terminal would obey. */
function shown(text: string): string {
  return JSON.stringify(text.length > 80 ? `${text.slice(0, 80)}…` : text);
}

function isOfRows(rule: ImportNote['rule']): boolean {
  return ['preamble', 'blank-row', 'comment', 'footnote', 'total-row', 'repeated-header', 'second-table'].includes(
    rule,
  );
}

/** The options of the readers as the command calls them: `the option decimalMark` is `--decimal-mark`. */
export function inWordsOfCommand(message: string): string {
  return message
    .replaceAll(/\bthe option header: false\b/g, '--header none')
    .replaceAll(
      /(?:\bthe )?\boption (decimalMark|thousands|header|table|types|missing|encoding|delimiter|sheet|range)\b(?:: (\d+))?/g,
      (_, name: string, value?: string) =>
        `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}${value === undefined ? '' : ` ${value}`}`,
    );
}
