import { parseNumber } from '../columns/parse-number.js';

/** Words for powers of ten behind a number, each with its power and a word that a header takes for a unit. */
const powers: readonly (readonly [RegExp, number, string?])[] = [
  [/^(?:k|tsd\.?|thousands?|milliers?|tys\.?|тыс\.?|千)$/i, 3, 'thousand'],
  [/^(?:m|mm|mn|mio\.?|mill\.?|mln\.?|millions?|millionen|百万)$/i, 6, 'million'],
  [/^(?:b|bn|bln\.?|mrd\.?|mld\.?|md|billions?|milliarden|milliards?|十亿)$/i, 9, 'billion'],
  [/^(?:t|tn|trillions?|万亿)$/i, 12, 'trillion'],
  [/^十$/, 1],
  [/^百$/, 2],
  [/^[万萬]$/, 4],
  [/^十[万萬]$/, 5],
  [/^千[万萬]$/, 7],
  [/^[亿億]$/, 8],
  [/^百[亿億]$/, 10],
  [/^千[亿億]$/, 11],
];

const behind = /^([+-]?[\d.,]*\d)\s?([\p{L}]{1,10}\.?)$/u;

/**
 * How to say a number with a power of ten behind it (1.2万, 3,4 Mio., 12k), which is not guessed: a header carries the word, or
 * the cells are written out. `null` for other texts.
 *
 * @param name the name of the column
 */
export function magnitudeRemedy(text: string, name: string): string | null {
  const [, token = '', word = ''] = behind.exec(text.trim()) ?? [];
  const [, power = 0, unit = word] = powers.find(([form]) => form.test(word)) ?? [];
  if (power === 0) return null;
  const header = JSON.stringify(`${name} (${unit})`);
  const written = writtenOut(token, power);
  const out = written === null ? 'write the cells out' : `write the cells out, ${JSON.stringify(text)} as ${written}`;
  return `if ${word} stands for ${(10 ** power).toLocaleString('en-US')}, ${out}; or take it off every cell and call the column ${header}`;
}

/** The token times a power of ten in plain digits; `null` where its decimal mark is in doubt. */
function writtenOut(token: string, power: number): string | null {
  const [point, comma] = [parseNumber(token, '.'), parseNumber(token, ',')];
  if (point && comma && point.value !== comma.value) return null;
  const number = point ?? comma;
  if (number === null) return null;
  return (number.value * 10 ** power).toFixed(Math.max(0, number.decimals - power));
}
