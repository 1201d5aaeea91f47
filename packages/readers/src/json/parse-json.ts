import { IndexlabError } from '@indexlab/core';

/** A number in JSON whose digits a double does not give back as they stand: 27.70, 1e3, 12345678901234567890. */
export class NumberToken {
  readonly token: string;

  constructor(token: string) {
    this.token = token;
  }
}

/** An object in JSON. Objects with the same keys in the same order share them, so that rows cost little. */
export class JsonObject {
  readonly keys: readonly string[];
  readonly values: readonly JsonValue[];

  constructor(keys: readonly string[], values: readonly JsonValue[]) {
    this.keys = keys;
    this.values = values;
  }

  get(key: string): JsonValue | undefined {
    const place = this.keys.indexOf(key);
    return place < 0 ? undefined : this.values[place];
  }

  entries(): [string, JsonValue][] {
    return this.keys.map((key, place) => [key, this.values[place]!]);
  }
}

export type JsonValue = string | boolean | null | number | NumberToken | readonly JsonValue[] | JsonObject;

/** No table is nested deeper; a text that is was made to break its reader. */
const deepest = 200;

/**
 * Parses the JSON values of a text, one or several behind each other (one per line, as logs have them).
 *
 * Unlike `JSON.parse`, it keeps the digits of numbers, the order of keys that look like numbers, and every key:
 * `__proto__` is a key like any other. A number is a double where `String` gives its digits back, otherwise a token.
 *
 * @throws IndexlabError when the text is no JSON, says the same key twice, or is nested deeper than 200 levels
 */
export function parseJson(text: string, caller: string): JsonValue[] {
  const parser = new JsonParser(text, caller);
  const values: JsonValue[] = [];
  while (parser.more()) values.push(parser.value(0));
  return values;
}

/** Texts of at most this length are kept once. */
const shortText = 64;
const mostKept = 20_000;

class JsonParser {
  readonly #text: string;
  readonly #caller: string;
  readonly #texts = new Map<string, string>();
  /** The keys of the last object at each depth: the next one mostly has the same. */
  readonly #lastKeys: (readonly string[])[] = [];
  #at = 0;

  constructor(text: string, caller: string) {
    this.#text = text;
    this.#caller = caller;
  }

  /** Whether something other than space is left. */
  more(): boolean {
    for (;;) {
      const code = this.#text.charCodeAt(this.#at);
      if (code !== 0x20 && code !== 0x0a && code !== 0x0d && code !== 0x09 && code !== 0xfeff)
        return this.#at < this.#text.length;
      this.#at += 1;
    }
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

  #object(depth: number): JsonObject {
    this.#at += 1;
    if (this.#skip('}')) return new JsonObject([], []);
    const expected = this.#lastKeys[depth] ?? [];
    // Of the right length at once: an array that grows takes room for many more.
    const values = new Array<JsonValue>(expected.length);
    let count = 0;
    /** The object's own keys, from the first on that is not as expected. */
    let own: string[] | null = null;
    let seen: Set<string> | null = null;
    do {
      if (!this.more() || this.#text[this.#at] !== '"') throw this.#unexpected();
      const next = expected[count];
      const key = next !== undefined && !own && this.#skipKey(next) ? next : this.#string();
      if (own || key !== next) {
        own ??= expected.slice(0, count);
        seen ??= new Set(own);
        if (seen.has(key))
          throw new IndexlabError(
            `${this.#caller} requires each key once in an object, got ${JSON.stringify(key)} twice (${this.#place()})`,
          );
        seen.add(key);
        own.push(key);
      }
      if (!this.#skip(':')) throw this.#unexpected();
      values[count] = this.value(depth + 1);
      count += 1;
    } while (this.#skip(','));
    if (!this.#skip('}')) throw this.#unexpected();
    values.length = count;
    if (!own && count < expected.length) own = expected.slice(0, count);
    if (own) this.#lastKeys[depth] = own;
    return new JsonObject(own ?? expected, values);
  }

  /** Passes a key that is as expected, without making a text of it. */
  #skipKey(key: string): boolean {
    const end = this.#at + 1 + key.length;
    if (this.#text.charCodeAt(end) !== 0x22 || !this.#text.startsWith(key, this.#at + 1)) return false;
    // What must be escaped does not stand for itself.
    if (/["\\\x00-\x1f]/.test(key)) return false;
    this.#at = end + 1;
    return true;
  }

  #string(): string {
    const start = this.#at + 1;
    let end = start;
    let isPlain = true;
    for (; ; end += 1) {
      const code = this.#text.charCodeAt(end);
      if (code === 0x22) break;
      if (!(code >= 0x20)) {
        if (Number.isNaN(code)) throw this.#unexpected();
        isPlain = false;
      } else if (code === 0x5c) {
        isPlain = false;
        end += 1;
      }
    }
    const text = isPlain ? this.#text.slice(start, end) : this.#escaped(start - 1, end + 1);
    this.#at = end + 1;
    if (text.length > shortText) return text;
    const kept = this.#texts.get(text);
    if (kept !== undefined) return kept;
    if (this.#texts.size < mostKept) this.#texts.set(text, text);
    return text;
  }

  #escaped(from: number, to: number): string {
    const literal = this.#text.slice(from, to);
    try {
      return JSON.parse(literal) as string;
    } catch {
      throw new IndexlabError(
        `${this.#caller} requires well-formed strings, got ${literal.slice(0, 80)} (${this.#place()})`,
      );
    }
  }

  #number(): number | NumberToken {
    numberToken.lastIndex = this.#at;
    if (!numberToken.test(this.#text)) throw this.#unexpected();
    const token = this.#text.slice(this.#at, numberToken.lastIndex);
    this.#at = numberToken.lastIndex;
    const value = Number(token);
    return String(value) === token ? value : new NumberToken(token);
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

const numberToken = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
