import { Exact, printedDecimals } from '@indexlab/core';
import type { Span } from './span.js';

/** How a report hedges a number; the table in the documentation of the language says what each stands for. */
export type Hedge =
  | 'none'
  | 'about'
  | 'over'
  | 'at-least'
  | 'less-than'
  | 'at-most'
  | 'nearly'
  | 'over-or-near'
  | 'range';

/** Words before a number, the longer first; with the Chinese terms beside. */
const before: readonly (readonly [RegExp, Hedge])[] = [
  [/^(over or near|near or over)(?=\s)/iu, 'over-or-near'],
  [/^(no fewer than|no less than|not less than|at least)(?=\s)|^(至少|不少于|不低于)/iu, 'at-least'],
  [/^(no more than|not more than|at most|up to)(?=\s)|^(至多|不超过|不高于)/iu, 'at-most'],
  [/^(?:(?:well|just|slightly|far)\s+)?(over|more than|above|exceeding)(?=\s)|^(超过|逾|多于|高于)/iu, 'over'],
  [/^(?:(?:well|far)\s+)?(less than|fewer than|under|below)(?=\s)|^(不足|不到|少于|低于)/iu, 'less-than'],
  [/^(nearly|almost|close to|just under|just below)(?=\s)|^(将近|接近|近)/iu, 'nearly'],
  [/^(about|around|roughly|approximately|some|circa|ca\.)(?=\s)|^(大约|约)/iu, 'about'],
];

/** Words behind a number. */
const behind: readonly (readonly [RegExp, Hedge])[] = [
  [/\s+(or more|and more|or above)$|(以上)$/iu, 'at-least'],
  [/\s+(or less|or fewer|or below)$|(以下)$/iu, 'at-most'],
  [/(左右)$/u, 'about'],
  [/(多|强)$/u, 'over'],
];

/** Splits what is printed into the hedge and the rest. */
export function splitHedge(text: string): { hedge: Hedge; rest: string } {
  if (/^\d[\d.]*(?: ?%)?$/.test(text)) return { hedge: 'none', rest: text };
  const printed = text.replace(/^a good\s+/iu, 'over a ');
  for (const [form, hedge] of before) if (form.test(printed)) return { hedge, rest: printed.replace(form, '').trim() };
  for (const [form, hedge] of behind) if (form.test(printed)) return { hedge, rest: printed.replace(form, '').trim() };
  return { hedge: 'none', rest: printed };
}

const tenth = Exact.ratio(1n, 10n);
const nine = Exact.ratio(9n, 10n);
const half = Exact.ratio(1n, 2n);

/** The values that a hedged number stands for; `token` is its digits without separators, `exact` that it counts. */
export function hedgedSpan(token: string, hedge: Exclude<Hedge, 'range'>, exact: boolean): Span {
  const value = Exact.parse(token);
  const place = Exact.ratio(1n, 10n ** BigInt(printedDecimals(token)));
  switch (hedge) {
    case 'none':
      return exact ? { lower: value, upper: value } : around(value, place.times(half));
    case 'about':
      return around(value, aboutMargin(value, token, place));
    case 'over':
      return { lower: value, lowerOpen: true, upper: null };
    case 'at-least':
      return { lower: value, upper: null };
    case 'less-than':
      return { lower: null, upper: value, upperOpen: true };
    case 'at-most':
      return { lower: null, upper: value };
    case 'nearly':
      return value.sign() >= 0
        ? { lower: value.times(nine), upper: value, upperOpen: true }
        : { lower: value, lowerOpen: true, upper: value.times(nine) };
    case 'over-or-near':
      return { lower: value.sign() >= 0 ? value.times(nine) : value.times(Exact.one.plus(tenth)), upper: null };
  }
}

export function around(value: Exact, margin: Exact): Span {
  return { lower: value.minus(margin), upper: value.plus(margin) };
}

/** Half a unit of the last digit that is not zero, at most a tenth of the value, at least half the last place. */
function aboutMargin(value: Exact, token: string, place: Exact): Exact {
  const digits = token.replace(/^[-+]/, '').replace('.', '');
  const zeros = digits.length - digits.replace(/0+$/, '').length;
  const unit = place.times(Exact.ratio(10n ** BigInt(zeros === digits.length ? 0 : zeros)));
  const size = value.sign() < 0 ? value.negated() : value;
  const wide = unit.times(half);
  const capped = wide.compare(size.times(tenth)) > 0 ? size.times(tenth) : wide;
  const least = place.times(half);
  return capped.compare(least) < 0 ? least : capped;
}
