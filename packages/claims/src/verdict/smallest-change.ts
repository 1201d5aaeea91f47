import { Exact, roundedInterval } from '@indexlab/core';
import type { Variable } from '../forms/affine.js';
import { wholeBox } from '../forms/affine.js';
import { boundsOf } from '../forms/bounds.js';
import { type Form, variablesOf } from '../forms/form.js';
import { effortOf } from '../forms/highest.js';
import type { Range } from '../forms/range.js';
import { bareToken } from '../printed/bare-token.js';
import { type PrintedFigure, type PrintedOptions, readPrinted } from '../printed/read-printed.js';
import { meets } from '../printed/span.js';
import { alteredTokens } from './altered-tokens.js';

/** What would have to be printed differently for a contradiction to go away. */
export interface SmallestChange {
  /** How many digits differ. */
  readonly digits: number;
  readonly changes: readonly { readonly ref: string; readonly printed: string; readonly nearest: string }[];
}

/** At most this many cells are tried. */
const manyCells = 60;
/** Forms that cost more than this to bound are not tried cell by cell. */
const manySteps = 200;

/**
 * The smallest change of printed digits that removes a contradiction: one slip in what the claim prints, then one in a
 * cell that it was computed from, then the printed number replaced by the nearest that fits.
 *
 * @param cells what each variable prints
 */
export function smallestChange(
  ref: string,
  printed: string,
  figure: PrintedFigure,
  form: Form,
  bounds: Range,
  cells: ReadonlyMap<string, string>,
  options: PrintedOptions,
): SmallestChange | null {
  const read = (token: string): PrintedFigure => readPrinted(printed.replace(figure.token, token), options);
  const own = nearest(
    figure.token,
    alteredTokens(figure.token).filter((token) => meets(bounds, read(token).span)),
  );
  if (own !== null)
    return { digits: differing(figure.token, own), changes: [{ ref, printed: figure.token, nearest: own }] };
  const isCheap = form.kind !== 'operation' || effortOf(form) <= manySteps;
  const variables = !isCheap ? [] : [...variablesOf(form)].filter(({ id }) => cells.has(id)).slice(0, manyCells);
  for (const variable of variables) {
    const token = cells.get(variable.id)!;
    const slip = nearest(
      token,
      alteredTokens(token).filter((one) => meetsWith(form, variable, one, figure)),
    );
    if (slip !== null)
      return { digits: differing(token, slip), changes: [{ ref: variable.id, printed: token, nearest: slip }] };
  }
  return replaced(ref, figure, bounds);
}

function meetsWith(form: Form, variable: Variable, token: string, figure: PrintedFigure): boolean {
  const digits = bareToken(token);
  if (digits === null) return false;
  const exact = variable.lower.equals(variable.upper);
  const interval = exact ? { lower: Exact.parse(digits), upper: Exact.parse(digits) } : roundedInterval(digits);
  const bounds = boundsOf(form, (one) => (one === variable ? [interval.lower!, interval.upper!] : wholeBox(one)));
  return bounds !== null && meets([bounds.lower, bounds.upper], figure.span);
}

/** The printed number replaced by the nearest end of the bounds, to the digits that it prints. */
function replaced(ref: string, { token, size, span }: PrintedFigure, [low, high]: Range): SmallestChange | null {
  const digits = bareToken(token);
  if (digits === null) return null;
  const target = span.upper !== null && low.compare(span.upper) >= 0 ? low : high;
  const decimals = digits.includes('.') ? digits.length - digits.indexOf('.') - 1 : 0;
  const other = target.over(size).toFixed(decimals);
  return { digits: differing(token, other), changes: [{ ref, printed: token, nearest: other }] };
}

function nearest(token: string, candidates: readonly string[]): string | null {
  const value = (text: string): number => Number(bareToken(text) ?? NaN);
  const gap = (text: string): number => Math.abs(value(text) - value(token)) || 0;
  return [...candidates].sort((a, b) => differing(token, a) - differing(token, b) || gap(a) - gap(b))[0] ?? null;
}

/** How many digits of two tokens differ, aligned at their last. */
function differing(a: string, b: string): number {
  const [x, y] = [a.replace(/\D/g, ''), b.replace(/\D/g, '')];
  const length = Math.max(x.length, y.length);
  const at = (text: string, index: number): string | undefined => text[text.length - 1 - index];
  return Array.from({ length }, (_, index) => index).filter((index) => at(x, index) !== at(y, index)).length;
}
