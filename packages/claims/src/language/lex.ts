import { ExpressionProblem } from './syntax.js';

export interface Token {
  readonly kind: 'number' | 'name' | 'quoted' | 'word' | 'sign' | 'end';
  readonly text: string;
  readonly at: number;
}

/** Words of the language; a column or place of that name stands in double quotes. */
const words = new Set(['and', 'or', 'not', 'in', 'where', 'to', 'all', 'last', 'line', 'by']);

const pattern =
  /(?<space>\s+)|(?<number>\d+(?:\.\d+)?)|(?<name>[\p{L}_](?:[\p{L}\p{M}\p{N}_]|[-'’](?=[\p{L}\p{N}]))*)|"(?<quoted>[^"]*)"|(?<sign><>|<=|>=|[-+*/^()[\]{},.<>=%−≤≥≠×])/uy;

const plain: Readonly<Record<string, string>> = { '−': '-', '≤': '<=', '≥': '>=', '≠': '<>', '×': '*' };

/** What is most likely meant by a sign that other languages have. */
const remedies: Readonly<Record<string, string>> = {
  '"': 'Close the quotation mark.',
  "'": 'A name of several words stands in double quotes.',
  '“': 'A name of several words stands in straight double quotes.',
  ':': 'A range is written 1 to 3.',
  '!': 'Unequal is written <>, and the opposite of a condition not.',
  '&': 'Both together are written and.',
  '|': 'One or the other is written or.',
  $: 'Write the name alone.',
};

/**
 * The tokens of an expression. A name is letters and digits of any script, joined by single hyphens: `industry-50` is
 * one name, so a minus between names needs spaces.
 *
 * @throws ExpressionProblem at a character that no token starts with
 */
export function lex(text: string): Token[] {
  const tokens: Token[] = [];
  pattern.lastIndex = 0;
  for (let at = 0; at < text.length; at = pattern.lastIndex) {
    const match = pattern.exec(text);
    if (!match) {
      const sign = text[at]!;
      throw new ExpressionProblem(`nothing in the language starts with ${JSON.stringify(sign)}`, at, remedies[sign]);
    }
    const { number, name, quoted, sign } = match.groups!;
    if (number !== undefined) tokens.push({ kind: 'number', text: number, at });
    else if (name !== undefined) tokens.push({ kind: words.has(name) ? 'word' : 'name', text: name, at });
    else if (quoted !== undefined) tokens.push({ kind: 'quoted', text: quoted, at });
    else if (sign !== undefined) tokens.push({ kind: 'sign', text: plain[sign] ?? sign, at });
  }
  return [...tokens, { kind: 'end', text: 'the end', at: text.length }];
}
