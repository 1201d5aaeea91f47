import { isMap, isPair, isScalar, isSeq, LineCounter, type Node, parseDocument, type Scalar, type YAMLMap } from 'yaml';
import type { ClaimProblem } from './problem.js';

/** A YAML file that remembers where everything stands and collects what is wrong. */
export class Source {
  readonly file: string;
  readonly problems: ClaimProblem[] = [];
  readonly #text: string;
  readonly #lines = new LineCounter();
  readonly contents: Node | null;

  constructor(text: string, file: string) {
    this.file = file;
    this.#text = text;
    const document = parseDocument(text, { lineCounter: this.#lines, prettyErrors: false });
    this.contents = document.contents as Node | null;
    // One slip of YAML makes errors of all that follows it.
    for (const { message, pos } of document.errors.slice(0, 3))
      this.problem(pos[0], null, `not valid YAML: ${message}`, flowRemedy(message, this.#lineAt(pos[0])));
  }

  #lineAt(offset: number): string {
    const end = this.#text.indexOf('\n', offset);
    return this.#text.slice(this.#text.lastIndexOf('\n', offset - 1) + 1, end < 0 ? undefined : end);
  }

  problem(offset: number, claim: string | null, message: string, remedy?: string): void {
    const { line, col } = this.#lines.linePos(offset);
    this.problems.push({ file: this.file, line, column: col, claim, message, remedy });
  }

  /** Line and column of an offset, both from 1. */
  place(offset: number): { line: number; column: number } {
    const { line, col } = this.#lines.linePos(offset);
    return { line, column: col };
  }

  /** A scalar as it is written: 25.80 stays 25.80. */
  written({ value, source, type, range }: Scalar): string {
    if (type === 'PLAIN') return source ?? this.#text.slice(range?.[0], range?.[1]);
    return value === null ? '' : String(value);
  }

  /** Where the text of a scalar starts: behind the quotation mark, or in the line below of a block. */
  textAt({ type, range }: Scalar): number {
    const start = range?.[0] ?? 0;
    return type === 'QUOTE_DOUBLE' || type === 'QUOTE_SINGLE' ? start + 1 : start;
  }
}

export function offsetOf(node: { range?: readonly number[] | null } | null | undefined): number {
  return node?.range?.[0] ?? 0;
}

/** The pairs of a map with their keys as texts. */
export function pairsOf(map: YAMLMap): { key: string; keyAt: number; value: Node | null }[] {
  return map.items.filter(isPair).map(({ key, value }) => ({
    key: isScalar(key) ? String(key.value) : '',
    keyAt: offsetOf(key as Node),
    value: value as Node | null,
  }));
}

export { isMap, isScalar, isSeq };

function flowRemedy(message: string, line: string): string | undefined {
  if (/^\s*[\w-]+:\s*[{[].*[}\]]\s*\S/u.test(line))
    return 'Put what begins with a brace or bracket, and goes on behind it, into quotes: a list stands right of =.';
  if (/^[^:]+:\s+["'].*["']\s*\S/u.test(line))
    return 'Put the whole expression into single quotes, its names into double ones.';
  if (/^[^:]+:\s+[%@`&*!|>]/u.test(line)) return 'Put the expression into quotes.';
  return /flow|bracket|\{|\[/i.test(message)
    ? 'Write one key a line; brackets and commas inside { } cut an expression.'
    : undefined;
}
