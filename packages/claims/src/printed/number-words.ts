import { Exact } from '@indexlab/core';

const small = [
  'zero',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
];
/** The words of whole numbers, for a pattern. */
export const numberWords = small.join('|');
const parts: Readonly<Record<string, number>> = {
  half: 2,
  third: 3,
  quarter: 4,
  fifth: 5,
  sixth: 6,
  seventh: 7,
  eighth: 8,
  ninth: 9,
  tenth: 10,
};
const fraction = new RegExp(
  `^(a|an|one|two|three|four|five|six|seven|eight|nine)?[ -]?(${Object.keys(parts).join('|')})s?(?![\\p{L}])`,
  'iu',
);
const words = new RegExp(`^(${numberWords})(?![\\p{L}-])`, 'iu');

/** A fraction in words at the start of a text: "a third", "two thirds", "half". */
export function fractionInWords(text: string): { token: string; value: Exact; rest: string } | null {
  const match = fraction.exec(text);
  if (!match || (!match[1] && !/^half/i.test(match[2]!))) return null;
  const above = match[1] && !/^an?$/i.test(match[1]) ? small.indexOf(match[1].toLowerCase()) : 1;
  const value = Exact.ratio(BigInt(above), BigInt(parts[match[2]!.toLowerCase()]!));
  return { token: match[0].trim(), value, rest: text.slice(match[0].length).trim() };
}

/** A whole number in words at the start of a text, up to twelve, or a multiple: twice, double, triple. */
export function numberInWords(text: string): { token: string; digits: string; rest: string } | null {
  const times = multiple.exec(text);
  if (times)
    return { token: times[0], digits: /^t[rh]/i.test(times[0]) ? '3' : '2', rest: text.slice(times[0].length).trim() };
  const match = words.exec(text);
  if (!match) return null;
  return {
    token: match[0],
    digits: String(small.indexOf(match[0].toLowerCase())),
    rest: text.slice(match[0].length).trim(),
  };
}

/** Twice and its like: so many times. */
const multiple = /^(twice|double|triple|thrice)(?![\p{L}-])/iu;

const behindFirst = /^(?:to|or|and|-|–|—)\s*/iu;

/** A range whose ends are whole numbers in words at the start of a text: "two to three", "between five and ten". */
export function rangeInWords(text: string): { token: string; digits: readonly [string, string] } | null {
  const between = /^between\s+/iu.exec(text)?.[0] ?? '';
  const first = numberInWords(text.slice(between.length));
  const link = first && behindFirst.exec(first.rest)?.[0];
  if (!first || !link || (between === '') === /^and/iu.test(link)) return null;
  const second = numberInWords(first.rest.slice(link.length));
  if (!second) return null;
  return { token: text.slice(0, text.length - second.rest.length).trim(), digits: [first.digits, second.digits] };
}
