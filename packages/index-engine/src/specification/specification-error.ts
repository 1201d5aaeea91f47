import { IndexlabError } from '@indexlab/core';

/** One mistake in the text of a specification. */
export interface SpecificationMistake {
  /** Where it stands, both from 1. */
  readonly line: number;
  readonly column: number;
  readonly message: string;
  /** What to do, where there is something. */
  readonly remedy?: string;
}

/** More would scroll away the first. */
const mostShown = 50;

/** A text that is no specification, with all its mistakes in the order of the text. */
export class SpecificationError extends IndexlabError {
  readonly mistakes: readonly SpecificationMistake[];

  /** @param name what the text is called, such as its file name */
  constructor(name: string, mistakes: readonly SpecificationMistake[]) {
    const ordered = inOrder(mistakes);
    const lines = ordered.slice(0, mostShown).map((mistake) => lineOf(name, mistake));
    if (ordered.length > mostShown) lines.push(`and ${ordered.length - mostShown} mistakes more`);
    if (ordered.length > 1) lines.push(`${name}: ${ordered.length} mistakes`);
    super(lines.join('\n'));
    this.name = 'SpecificationError';
    this.mistakes = ordered;
  }
}

/** By place, each once: a part that several aliases stand for is read more than once. */
function inOrder(mistakes: readonly SpecificationMistake[]): SpecificationMistake[] {
  const distinct = new Map(mistakes.map((mistake) => [JSON.stringify(mistake), mistake]));
  return [...distinct.values()].sort((a, b) => a.line - b.line || a.column - b.column);
}

function lineOf(name: string, { line, column, message, remedy }: SpecificationMistake): string {
  return `${name}:${line}: ${message} (column ${column})${remedy === undefined ? '' : `\n  ${remedy}`}`;
}
