import { lex, type Token } from './lex.js';
import { ExpressionProblem } from './syntax.js';

/** Walks through the tokens of an expression. */
export class Reader {
  readonly #tokens: readonly Token[];
  #position = 0;

  constructor(text: string) {
    this.#tokens = lex(text);
  }

  get next(): Token {
    return this.#tokens[this.#position]!;
  }

  get after(): Token {
    return this.#tokens[this.#position + 1] ?? this.next;
  }

  take(): Token {
    const token = this.next;
    if (token.kind !== 'end') this.#position += 1;
    return token;
  }

  /** Takes the next token if it is one of these signs or words. */
  takeIf(...texts: readonly string[]): Token | null {
    return this.isNext(...texts) ? this.take() : null;
  }

  isNext(...texts: readonly string[]): boolean {
    const { kind, text } = this.next;
    return (kind === 'sign' || kind === 'word') && texts.includes(text);
  }

  expect(text: string, opened?: Token): Token {
    const found = this.takeIf(text);
    if (found) return found;
    const pair = opened ? ` to close ${JSON.stringify(opened.text)}` : '';
    throw this.problem(`expected ${JSON.stringify(text)}${pair}`);
  }

  problem(expected: string): ExpressionProblem {
    const { kind, text, at } = this.next;
    const got = kind === 'end' ? 'the expression ends' : `got ${JSON.stringify(text)}`;
    const remedy = this.#remedy();
    return new ExpressionProblem(`${expected}, ${got}`, at, remedy);
  }

  /** What is most likely meant where a token does not fit. */
  #remedy(): string | undefined {
    const { kind, text } = this.next;
    const before = this.#tokens[this.#position - 1];
    const isName = before?.kind === 'name' || before?.kind === 'quoted';
    if (text === 'to' && isName) return 'A range goes from one rank or line to another: ports[1 to 3].';
    if (kind === 'word') return `A column or place that is called ${text} stands in double quotes.`;
    if (before?.text === '=' && text === '=') return 'One = compares.';
    if (isName && (kind === 'name' || kind === 'number' || text === '%'))
      return 'A name of several words stands in double quotes.';
    return undefined;
  }
}
