import { printedMinus } from '../columns/parse-number.js';
import { isUnit } from '../layout/units.js';
import { missingMarks } from './missing-marks.js';

/** What a cell says beside, or instead of, a plain number. */
export interface FlaggedCell {
  /**
   * `flagged`: a number with a mark beside it (12.3 p). `missing`: a mark for a missing number with a flag (: c), or a letter
   * that stands for a suppressed one. `censored`: only a bound is told (<0.5). `bracketed`: a number in brackets, which
   * accountants write for a negative one and statisticians for an uncertain one.
   */
  readonly kind: 'flagged' | 'missing' | 'censored' | 'bracketed';
  /** The number's token; empty where there is none. */
  readonly token: string;
  /** The flag as it stands; for a bound and a number in brackets the whole cell. */
  readonly flag: string;
  /** Letters alone, without brackets or symbols: they could as well be a unit. */
  readonly letters: boolean;
}

const number = `[+\\-${printedMinus}]?(?:\\d(?:[\\d.,'’\\u00a0\\u202f]|[ ](?=\\d{3}(?!\\d)))*(?<![.,'’])|[.,]\\d+)(?:\\s?[%‰％])?`;
const circled = '[\\u2460-\\u2473\\u24d0-\\u24e9\\u2776-\\u2793\\u3280-\\u3289]';
const superscript =
  '[\\u00b9\\u00b2\\u00b3\\u2070-\\u209c\\u1d2c-\\u1d6a\\u1d9c-\\u1dbf\\u02b0-\\u02b8\\u02e1-\\u02e4\\u2c7c\\u2c7d]';
const symbol = `(?:[*＊†‡§¶#^※]|${circled}|${superscript})`;
const bracketed = `(?:[\\[(（〔【]\\s*(?:[A-Za-z]{1,3}|\\d{1,2}|[*†‡]|(?:note|注)\\s?\\d{0,2})\\s*[\\])）〕】]|(?<=\\s)(?:\\d{1,2}|[a-z])\\)|(?:[*＊†‡§#]|${superscript}){1,3}\\))`;
/** Letters that statistical offices put behind a number. Those of a magnitude or a unit (b, d, s, k, m, t) need a space or more. */
const joined = '[epruEFPRU]';
const spaced = '(?:[bcdefinprsuvzEFPRU]|[bdefipru]{2,3})';
const letters = `(?:${joined}|\\s${spaced}(?:[\\s,]+${spaced})*)`;

const flaggedNumber = new RegExp(`^(${number})\\s*((?:\\s*(?:${symbol}|${bracketed}))+)$`, 'u');
const letteredNumber = new RegExp(`^(${number})(${letters})((?:\\s*(?:${symbol}|${bracketed}))*)$`, 'u');
const leadingSymbol = new RegExp(`^(${symbol}+)\\s*(${number})$`, 'u');
const flaggedMark = new RegExp(
  `^(?::|：|\\.{2,3}|…+|-{1,3}|–|—+)\\s*((?:[a-zA-Z]{1,2}|${symbol}|${bracketed})(?:\\s*,?\\s*(?:[a-zA-Z]{1,2}|${symbol}|${bracketed}))*)$`,
  'u',
);
const suppressed = /^(?:[cdnsuxzCDNQSXZ]|nd|ND|np|NP|ns|NS|[[(（](?:[a-zA-Z]|NA|ND|low|note)[\])）])$/;
const bound = new RegExp(
  `^(?:[<>≤≥＜＞]=?|under|below|over|above|less than|more than|fewer than|小于|低于|不足|大于|超过)\\s*(${number})$`,
  'iu',
);
const inBrackets = new RegExp(`^[(（[]\\s*([$€£¥￥]?\\s?${number})\\s*[)）\\]]$`, 'u');
const words = /^(?:rub|fr|pi)$/;

/**
 * Takes apart a cell that is no plain number, or gives `null` where it holds none: words, quantities with a magnitude
 * (12.5万, 3 bn) and bounds that are open (85+) are none.
 */
export function splitFlag(cell: string): FlaggedCell | null {
  const text = cell.trim();
  if (text.length > 60) return null;
  const bracket = inBrackets.exec(text);
  if (bracket) return { kind: 'bracketed', token: bracket[1]!, flag: text, letters: false };
  const marked = flaggedNumber.exec(text);
  if (marked && !isUnit(marked[2]!.replaceAll(/[[\](（）)\s]/g, '')))
    return { kind: 'flagged', token: marked[1]!.trim(), flag: marked[2]!.trim(), letters: false };
  const lettered = letteredNumber.exec(text);
  if (lettered && !words.test(lettered[2]!.trim()))
    return {
      kind: 'flagged',
      token: lettered[1]!.trim(),
      flag: `${lettered[2]!.trim()}${lettered[3]}`,
      letters: lettered[3] === '',
    };
  const leading = leadingSymbol.exec(text);
  if (leading) return { kind: 'flagged', token: leading[2]!, flag: leading[1]!, letters: false };
  if (bound.test(text)) return { kind: 'censored', token: '', flag: text, letters: false };
  const missing = flaggedMark.exec(text);
  if (missing && !missingMarks.includes(text)) return { kind: 'missing', token: '', flag: missing[1]!, letters: false };
  return suppressed.test(text) ? { kind: 'missing', token: '', flag: text, letters: true } : null;
}
