import { Exact, roundedInterval } from '@indexlab/core';
import { type Affine, affineRange, type Box, combine, ofVariable, type Variable, wholeBox } from '../forms/affine.js';
import { boundsOf } from '../forms/bounds.js';
import { type Form, variablesOf } from '../forms/form.js';
import { substitute } from '../forms/choices.js';
import { cornersOf, effortOf } from '../forms/highest.js';
import { hullOf, isPoint, point, productOf, type Range, sumOf } from '../forms/range.js';
import { valueAt } from '../forms/value-at.js';
import { bareToken } from '../printed/bare-token.js';
import { alteredSpan, type PrintedFigure, type PrintedOptions } from '../printed/read-printed.js';
import { meets } from '../printed/span.js';
import { alteredTokens } from './altered-tokens.js';

/** What would have to be printed differently for a contradiction to go away. */
export interface SmallestChange {
  /** How many digits differ. */
  readonly digits: number;
  readonly changes: readonly { readonly ref: string; readonly printed: string; readonly nearest: string }[];
}

/** A change that removes a contradiction, and every place where one slip of typing would. */
export interface Repair {
  readonly change: SmallestChange | null;
  /** Cells, or the claim itself, in which one slip explains the contradiction. */
  readonly suspects: readonly string[];
}

/** Forms that cost more than this to bound, cells times terms, are not tried cell by cell. */
const manySteps = 3000;

/**
 * The smallest change of printed digits that removes a contradiction: one slip in what the claim prints, then one in a
 * cell that it was computed from, then the printed number replaced by the nearest that fits.
 *
 * @param cells what each variable prints
 */
export function repairOf(
  ref: string,
  printed: string,
  figure: PrintedFigure,
  form: Form,
  bounds: Range,
  cells: ReadonlyMap<string, string>,
  options: PrintedOptions & { readonly implied?: boolean },
): Repair {
  if (bareToken(figure.token) === null) return { change: inWords(ref, printed, figure, bounds), suspects: [] };
  const ownSlips = options.implied ? [] : alteredTokens(figure.token);
  const own = nearest(
    figure.token,
    ownSlips.filter((token) => meets(bounds, alteredSpan(printed, figure, token, options))),
  );
  const variables = [...variablesOf(form)].filter(({ id }) => cells.has(id));
  const branches = form.kind === 'operation' ? 2 ** [...variablesOf(form)].filter(({ choice }) => choice).length : 1;
  const steps = variables.length * branches * (form.kind === 'operation' ? effortOf(form) : variables.length);
  const slips = (steps > manySteps ? [] : variables).flatMap((variable) => {
    const token = cells.get(variable.id)!;
    const tokens = alteredTokens(token);
    const slip = nearest(token, tokens.filter(meetsWith(form, variable, tokens, figure)));
    return slip === null ? [] : [{ ref: variable.id, printed: token, nearest: slip }];
  });
  const changes = [...(own === null ? [] : [{ ref, printed: figure.token, nearest: own }]), ...slips];
  const [first] = changes;
  const change = first
    ? { digits: differing(first.printed, first.nearest), changes: [first] }
    : options.implied
      ? null
      : replaced(ref, figure, bounds);
  return { change, suspects: changes.map((one) => one.ref) };
}

/** What is printed in words, beside the number that fits. */
function inWords(ref: string, printed: string, { size, unit }: PrintedFigure, [low, high]: Range): SmallestChange {
  const value = low.plus(high).times(Exact.ratio(1n, 2n)).over(size).toNumber();
  return { digits: 0, changes: [{ ref, printed, nearest: `${Number(value.toPrecision(3))} ${unit}`.trim() }] };
}

/** Whether the form meets what is printed where a variable's cell prints another token. */
function meetsWith(
  form: Form,
  variable: Variable,
  tokens: readonly string[],
  { span }: PrintedFigure,
): (token: string) => boolean {
  const own = form.kind === 'affine' ? form.terms.get(variable)! : null;
  const others =
    own &&
    affineRange(
      combine([
        [form as Affine, Exact.one],
        [ofVariable(variable), own.negated()],
      ]),
      wholeBox,
    );
  const slopes = form.kind === 'operation' ? monotone(form, variable, tokens) : null;
  return (token) => {
    const range = rangeOf(token, variable);
    if (range === null) return false;
    if (others) return meets(sumOf(others, productOf(range, [own, own])), span);
    const ends = slopes?.(range);
    if (ends) return meets(ends, span);
    const bounds = boundsOf(form, (one) => (one === variable ? range : wholeBox(one)));
    return bounds !== null && meets([bounds.lower, bounds.upper], span);
  };
}

/** What a variable may be where its cell prints a token. */
function rangeOf(token: string, { lower, upper }: Variable): Range | null {
  const digits = bareToken(token);
  if (digits === null) return null;
  if (lower.equals(upper)) return point(Exact.parse(digits));
  const rounded = roundedInterval(digits);
  return [rounded.lower!, rounded.upper!];
}

/**
 * The bounds of a form as a function of one variable, where every derivative keeps its sign whichever token its cell
 * prints: all others stand at their corners, so that a form of one variable is left at either end.
 */
function monotone(form: Form, variable: Variable, tokens: readonly string[]): ((range: Range) => Range | null) | null {
  const ranges = tokens.map((token) => rangeOf(token, variable)).filter((range) => range !== null);
  const whole = ranges.length === 0 ? null : hullOf(ranges);
  const corners = whole && cornersOf(form, (one) => (one === variable ? whole : wholeBox(one)));
  if (!corners) return null;
  const others = [...variablesOf(form)].filter((one) => one !== variable);
  const left = (corner: Box): Form =>
    substitute(form, new Map(others.map((one) => [one, corner(one)[0]] as const)), new Map());
  const [least, most] = [left(corners.least), left(corners.most)];
  const rises = corners.least(variable)[0].equals(whole[0]);
  return ([low, high]) => {
    const [from, to] = rises ? [low, high] : [high, low];
    const bottom = valueAt(least, () => point(from));
    const top = valueAt(most, () => point(to));
    return bottom && top && isPoint(bottom) && isPoint(top) ? [bottom[0], top[0]] : null;
  };
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
