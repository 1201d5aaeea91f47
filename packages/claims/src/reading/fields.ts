import { didYouMean } from '@indexlab/core';
import type { Node, Scalar, YAMLMap } from 'yaml';
import { isMap, isScalar, isSeq, offsetOf, pairsOf, type Source } from './source.js';

/** The keys of one map of a file, read one by one; what is unknown or of the wrong kind is a problem. */
export class Fields {
  readonly #source: Source;
  readonly #values: ReadonlyMap<string, { value: Node | null; keyAt: number }>;
  readonly #told = new Set<string>();
  readonly claim: string | null;
  readonly at: number;

  constructor(source: Source, map: YAMLMap, known: readonly string[], claim: string | null = null) {
    this.#source = source;
    this.claim = claim;
    this.at = offsetOf(map);
    const pairs = pairsOf(map);
    for (const { key, keyAt } of pairs) {
      if (!known.includes(key))
        source.problem(keyAt, claim, `there is no key ${JSON.stringify(key)}`, didYouMean(key, known, 'keys'));
    }
    this.#values = new Map(pairs.map(({ key, keyAt, value }) => [key, { value, keyAt }]));
  }

  has(key: string): boolean {
    return this.#values.has(key);
  }

  node(key: string): Node | null {
    return this.#values.get(key)?.value ?? null;
  }

  problem(key: string, message: string, remedy?: string): void {
    this.#source.problem(this.#values.get(key)?.keyAt ?? this.at, this.claim, message, remedy);
  }

  /** The same, told once for all claims that one entry makes. */
  problemOnce(key: string, message: string, remedy?: string): void {
    if (this.#told.has(key)) return;
    this.#told.add(key);
    this.problem(key, message, remedy);
  }

  /** A scalar as written; `null` where the key is absent. */
  scalar(key: string): Scalar | null {
    const node = this.node(key);
    if (node === null && !this.has(key)) return null;
    if (isScalar(node) && node.value !== null) return node;
    this.problem(key, `${key} requires a text`);
    return null;
  }

  text(key: string): string | null {
    const scalar = this.scalar(key);
    return scalar && this.#source.written(scalar);
  }

  oneOf<Option extends string>(key: string, options: readonly Option[]): Option | null {
    const text = this.text(key);
    if (text === null) return null;
    if ((options as readonly string[]).includes(text)) return text as Option;
    this.problem(
      key,
      `${key} requires one of the options, got ${JSON.stringify(text)}`,
      didYouMean(text, options, 'options'),
    );
    return null;
  }

  flag(key: string): boolean | null {
    const scalar = this.scalar(key);
    if (scalar === null) return null;
    if (typeof scalar.value === 'boolean') return scalar.value;
    this.problem(key, `${key} requires true or false, got ${this.#source.written(scalar)}`);
    return null;
  }

  /** The texts of a list; one text is a list of one. */
  texts(key: string): string[] {
    const node = this.node(key);
    if (node === null) return [];
    if (isScalar(node)) return [this.#source.written(node)];
    if (isSeq(node) && node.items.every((item) => isScalar(item)))
      return node.items.map((item) => this.#source.written(item as Scalar));
    this.problem(key, `${key} requires a list of texts`);
    return [];
  }

  map(key: string, known: readonly string[]): Fields | null {
    const node = this.node(key);
    if (node === null && !this.has(key)) return null;
    if (isMap(node)) return new Fields(this.#source, node, known, this.claim);
    this.problem(key, `${key} requires a map of ${known.join(', ')}`);
    return null;
  }

  /** The scalars of a map with names of one's own. */
  named(key: string): { name: string; scalar: Scalar }[] {
    const node = this.node(key);
    if (node === null && !this.has(key)) return [];
    if (!isMap(node)) {
      this.problem(key, `${key} requires a map of names to expressions`);
      return [];
    }
    return pairsOf(node).flatMap(({ key: name, keyAt, value }) => {
      if (isScalar(value) && value.value !== null) return [{ name, scalar: value }];
      this.#source.problem(keyAt, this.claim, `${key}.${name} requires an expression`);
      return [];
    });
  }
}
