import { IndexlabError } from '@indexlab/core';

/** A piece of a formula; `position` counts characters from one. */
export interface Token {
  readonly kind: 'name' | 'number' | 'text' | 'symbol' | 'end';
  readonly value: string;
  readonly position: number;
}

const patterns: readonly (readonly [Token['kind'], RegExp])[] = [
  ['number', /(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?/uy],
  ['name', /[\p{L}_.][\p{L}\p{M}\p{N}_.]*/uy],
  ['name', /`[^`]+`/uy],
  ['text', /"[^"]*"|'[^']*'/uy],
  ['symbol', /\*\*|%in%|[~+\-*/^:(),=]/uy],
];

/** Cuts a formula into tokens. */
export function tokenize(formula: string): Token[] {
  const tokens: Token[] = [];
  let index = 0;
  scan: while (index < formula.length) {
    if (/\s/u.test(formula[index]!)) {
      index++;
      continue;
    }
    for (const [kind, pattern] of patterns) {
      pattern.lastIndex = index;
      const found = pattern.exec(formula)?.[0];
      if (found === undefined) continue;
      const quoted = kind === 'text' || found.startsWith('`');
      tokens.push({ kind, value: quoted ? found.slice(1, -1) : found === '**' ? '^' : found, position: index + 1 });
      index += found.length;
      continue scan;
    }
    throw new IndexlabError(
      `A formula requires names, numbers and operators, got ${JSON.stringify(String.fromCodePoint(formula.codePointAt(index)!))} (character ${index + 1} of "${formula}")`,
      { remedy: 'A column whose name holds other characters is written in backticks: `GDP (2020)`.' },
    );
  }
  return [...tokens, { kind: 'end', value: 'the end', position: formula.length + 1 }];
}
