import { IndexlabError } from '@indexlab/core';

/** A number in JSON, with the digits that stand in the text. */
export class NumberToken {
  readonly token: string;

  constructor(token: string) {
    this.token = token;
  }
}

export type JsonValue = string | boolean | null | NumberToken | readonly JsonValue[] | ReadonlyMap<string, JsonValue>;

/** No table is nested deeper; a text that is was made to break its reader. */
const deepest = 200;

/**
 * Parses the JSON values of a text, one or several behind each other (one per line, as logs have them).
 *
 * Unlike `JSON.parse`, it keeps the digits of numbers, the order of keys that look like numbers, and every key: an object
 * becomes a map, so `__proto__` is a key like any other.
 *
 * @throws IndexlabError when the text is no JSON, says the same key twice, or is nested deeper than 200 levels
 */
export function parseJson(text: string, caller: string): JsonValue[] {
  const parser = new JsonParser(text, caller);
  const values: JsonValue[] = [];
  while (parser.more()) values.push(parser.value(0));
  return values;
}

class JsonParser {
  readonly #text: string;
  readonly #caller: string;
  #at = 0;

  constructor(text: string, caller: string) {
    this.#text = text;
    this.#caller = caller;
  }

  /** Whether something other than space is left. */
  more(): boolean {
    space.lastIndex = this.#at;
    space.test(this.#text);
    this.#at = space.lastIndex;
    return this.#at < this.#text.length;
  }

  value(depth: number): JsonValue {
    if (depth > deepest)
      throw new IndexlabError(
        `${this.#caller} requires JSON nested at most ${deepest} levels deep, got more (${this.#place()})`,
      );
    if (!this.more()) throw this.#unexpected();
    switch (this.#text[this.#at]) {
      case '{':
        return this.#object(depth);
      case '[':
        return this.#array(depth);
      case '"':
        return this.#string();
      case 't':
        return this.#word('true', true);
      case 'f':
        return this.#word('false', false);
      case 'n':
        return this.#word('null', null);
      case 'N':
        return this.#word('NaN', null);
      default:
        return this.#number();
    }
  }

  #array(depth: number): JsonValue[] {
    const items: JsonValue[] = [];
    this.#at += 1;
    if (this.#skip(']')) return items;
    do items.push(this.value(depth + 1));
    while (this.#skip(','));
    if (!this.#skip(']')) throw this.#unexpected();
    return items;
  }

  #object(depth: number): Map<string, JsonValue> {
    const members = new Map<string, JsonValue>();
    this.#at += 1;
    if (this.#skip('}')) return members;
    do {
      if (!this.more() || this.#text[this.#at] !== '"') throw this.#unexpected();
      const key = this.#string();
      if (members.has(key))
        throw new IndexlabError(
          `${this.#caller} requires each key once in an object, got ${JSON.stringify(key)} twice (${this.#place()})`,
        );
      if (!this.#skip(':')) throw this.#unexpected();
      members.set(key, this.value(depth + 1));
    } while (this.#skip(','));
    if (!this.#skip('}')) throw this.#unexpected();
    return members;
  }

  #string(): string {
    const start = this.#at;
    let end = start + 1;
    for (;;) {
      end = this.#text.indexOf('"', end);
      if (end < 0) throw this.#unexpected();
      let escapes = 0;
      while (this.#text[end - 1 - escapes] === '\\') escapes += 1;
      end += 1;
      if (escapes % 2 === 0) break;
    }
    const literal = this.#text.slice(start, end);
    try {
      const text = JSON.parse(literal) as string;
      this.#at = end;
      return text;
    } catch {
      throw new IndexlabError(
        `${this.#caller} requires well-formed strings, got ${literal.slice(0, 80)} (${this.#place()})`,
      );
    }
  }

  #number(): NumberToken {
    numberToken.lastIndex = this.#at;
    const match = numberToken.exec(this.#text);
    if (!match) throw this.#unexpected();
    this.#at = numberToken.lastIndex;
    return new NumberToken(match[0]);
  }

  #word<T>(word: string, value: T): T {
    if (!this.#text.startsWith(word, this.#at)) throw this.#unexpected();
    this.#at += word.length;
    return value;
  }

  #skip(mark: string): boolean {
    if (!this.more() || this.#text[this.#at] !== mark) return false;
    this.#at += 1;
    return true;
  }

  #unexpected(): IndexlabError {
    const found = this.#at < this.#text.length ? JSON.stringify(this.#text[this.#at]) : 'the end';
    return new IndexlabError(`${this.#caller} requires JSON, got ${found} where it cannot stand (${this.#place()})`);
  }

  #place(): string {
    const before = this.#text.slice(0, this.#at);
    return `line ${before.split('\n').length}, character ${this.#at - before.lastIndexOf('\n')}`;
  }
}

const space = /[ \t\r\n\ufeff]*/y;
const numberToken = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
