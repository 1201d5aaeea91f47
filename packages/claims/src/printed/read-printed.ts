import { Exact, IndexlabError } from '@indexlab/core';
import { around, type Hedge, hedgedSpan, splitHedge } from './hedge.js';
import { fractionInWords, numberInWords, numberWords, rangeInWords } from './number-words.js';
import { scaledSpan, type Span } from './span.js';
import { countsThings, unitSize } from './units.js';

/** A number as a claim prints it, and the values that it stands for. */
export interface PrintedFigure {
  /** The bare token exactly as printed: "41.20", "2-3", "a third". */
  readonly token: string;
  /** What stands behind it: "%", "million passengers", "ports". */
  readonly unit: string;
  readonly hedge: Hedge;
  /** Counts and ranks are exact; anything else is rounded in its last printed place. */
  readonly exact: boolean;
  /** How much one of the unit is: 0.01 for per cent. */
  readonly size: Exact;
  /** The number that the token says, pure; of a range its middle. */
  readonly value: Exact;
  /** The pure values that it stands for. */
  readonly span: Span;
  /** The cell that holds it, where a table of the text's figures does. */
  readonly cell?: string;
}

export interface PrintedOptions {
  /** Overrides what the unit says: a count that is rounded, a measure that is not. */
  readonly exact?: boolean;
  /** A range of whole numbers is a band up to the next one: 25-49 is from 25 to below 50. */
  readonly bands?: boolean;
}

const number = String.raw`[-+−]?\d+(?:,\d{3})*(?:\.\d+)?`;
const rangeForm = new RegExp(`^(${number})\\s*[%％]?\\s*(?:-|–|—|~|～|to(?=\\s))\\s*(${number})`, 'u');
const betweenForm = new RegExp(`^between\\s+(${number})\\s*[%％]?\\s+and\\s+(${number})`, 'iu');
const numberForm = new RegExp(`^${number}`, 'u');

/**
 * Reads what a report prints: an optional hedge, a number in digits or words, a unit.
 *
 * @throws IndexlabError when there is no number in it
 *
 * @example
 * const { token, unit, hedge } = readPrinted('nearly 60 %');
 * [token, unit, hedge] // => ['60', '%', 'nearly']
 */
export function readPrinted(printed: string, options: PrintedOptions = {}): PrintedFigure {
  const read = parsePrinted(printed, options);
  const { lower, upper } = read.span;
  if (lower && upper && lower.compare(upper) > 0) throw unreadable(printed, 'Write the smaller end of a range first.');
  return read;
}

function parsePrinted(printed: string, options: PrintedOptions): PrintedFigure {
  const { hedge, rest } = splitHedge(printed.trim());
  const rank = /^rank\s+/iu.exec(rest)?.[0] ?? '';
  const text = rest.slice(rank.length);
  const range = rangeForm.exec(text) ?? betweenForm.exec(text);
  if (range)
    return figure(range[0], text, 'range', options, (exact) => rangeSpan(range[1]!, range[2]!, exact, options));
  const spoken = rangeInWords(text);
  if (spoken) {
    const [low, high] = spoken.digits;
    return figure(spoken.token, text, 'range', options, (exact) => rangeSpan(low, high, exact, options));
  }
  const fraction = fractionInWords(text);
  if (fraction) {
    const span = fractionSpan(fraction.value, hedge);
    const { token, value, rest: unit } = fraction;
    if (anotherEnd.test(unit)) throw unreadable(printed, rangeRemedy);
    return { token, unit, hedge, exact: false, size: Exact.one, value, span };
  }
  const inWords = numberInWords(text);
  const token = inWords?.token ?? numberForm.exec(text)?.[0];
  if (token === undefined) {
    throw /\d/u.test(printed)
      ? unreadable(printed, `Write a hedge in words: ${hedgeWords}.`)
      : new IndexlabError(`a printed number requires digits, got ${JSON.stringify(printed)}`, {
          remedy: 'Without a number, leave `printed` out: its words are `says`, and `compute` is a comparison.',
        });
  }
  const behind = text.slice(token.length).trim();
  if (anotherEnd.test(behind)) throw unreadable(printed, rangeRemedy);
  if (notUnit.test(behind)) throw unreadable(printed, remedyOf(behind));
  const digits = inWords?.digits ?? bare(token);
  const whole = rank !== '' ? { exact: true, ...options } : options;
  return figure(token, text, hedge, whole, (exact) => ({
    value: Exact.parse(digits),
    span: hedgedSpan(digits, hedge as Exclude<Hedge, 'range'>, exact),
  }));
}

const hedgeWords = 'about, over, at least, less than, at most, nearly';

/** What continues the number, or turns its meaning, and is no unit: none of it may be passed over. */
const notUnit =
  /^(?:[,.]\d|[eE][-+]?\d|±|\+\/-|in (?:\d|two|three|four|five|ten)|(?:.*\s)?(?:lower|less|fewer|higher|down|up)$)/u;

/** A second number behind the first: the end of a range that is written in no way that is read. */
const anotherEnd = new RegExp(`^(?:to|or|and|-|–|—|~)\\s*(?:${number}|(?:an?|half|${numberWords})(?![\\p{L}]))`, 'iu');
const rangeRemedy = 'Write both ends of a range in digits: 2-3 times, 25-33 %.';

function remedyOf(behind: string): string {
  if (/^[,.]\d/u.test(behind)) return 'Write decimals behind a point, and thousands in threes.';
  if (/^[eE]/u.test(behind)) return 'Write the number out.';
  if (/^(?:±|\+)/u.test(behind)) return 'Write the range: 85 to 95.';
  if (/^in /u.test(behind)) return 'Write the fraction: a quarter, or 25 %.';
  return 'Write the sign: -2.6 %.';
}

function unreadable(printed: string, remedy: string): IndexlabError {
  return new IndexlabError(`printed requires a number and its unit, got ${JSON.stringify(printed)}`, { remedy });
}

/**
 * What a printed text stands for where its token is another: plain digits keep hedge, unit and kind of the figure, so
 * only they are read again.
 *
 * @param printed what was read as `figure`, with the same options
 */
export function alteredSpan(printed: string, figure: PrintedFigure, token: string, options: PrintedOptions): Span {
  const { hedge, exact, size } = figure;
  if (hedge !== 'range' && /^\d/.test(figure.token) && /^[\d.,]+$/.test(token))
    return scaledSpan(hedgedSpan(bare(token), hedge, exact), size);
  return parsePrinted(
    printed.replace(figure.token, () => token),
    options,
  ).span;
}

function figure(
  token: string,
  text: string,
  hedge: Hedge,
  { exact: stated }: PrintedOptions,
  read: (exact: boolean) => { value: Exact; span: Span },
): PrintedFigure {
  const unit = text.slice(token.length).trim();
  const exact = stated ?? (!token.includes('.') && countsThings(unit));
  const size = unitSize(unit);
  const { value, span } = read(exact);
  return { token, unit, hedge, exact, size, value: value.times(size), span: scaledSpan(span, size) };
}

function rangeSpan(
  first: string,
  second: string,
  exact: boolean,
  { bands = false }: PrintedOptions,
): { value: Exact; span: Span } {
  const [low, high] = [bare(first), bare(second)];
  const value = Exact.parse(low).plus(Exact.parse(high)).times(Exact.ratio(1n, 2n));
  if (bands) {
    return { value, span: { lower: Exact.parse(low), upper: Exact.parse(high).plus(Exact.one), upperOpen: true } };
  }
  return { value, span: { lower: hedgedSpan(low, 'none', exact).lower, upper: hedgedSpan(high, 'none', exact).upper } };
}

/** A fraction in words is that fraction itself; without a hedge it is about that, by a tenth. */
function fractionSpan(value: Exact, hedge: Hedge): Span {
  const nine = value.times(Exact.ratio(9n, 10n));
  switch (hedge) {
    case 'over':
      return { lower: value, lowerOpen: true, upper: null };
    case 'at-least':
      return { lower: value, upper: null };
    case 'less-than':
      return { lower: null, upper: value, upperOpen: true };
    case 'at-most':
      return { lower: null, upper: value };
    case 'nearly':
      return { lower: nine, upper: value, upperOpen: true };
    case 'over-or-near':
      return { lower: nine, upper: null };
    default:
      return around(value, value.minus(nine));
  }
}

/** The digits of a token: no separators, a plain minus. */
function bare(token: string): string {
  return token.replaceAll(',', '').replace('−', '-').replace(/^\+/, '');
}
