import { Exact } from '@indexlab/core';
import type { Box, Variable } from './affine.js';
import { enclose } from './enclose.js';
import { type Form, variablesOf } from './form.js';
import { intersectionOf, isPoint, point, productOf, type Range, signOf, sumOf } from './range.js';
import { slopesOf } from './slopes.js';

/** The largest value of a form over a box. */
interface Highest {
  /** Where it lies; the upper end is never below it. */
  readonly value: Range;
  /** Whether the value is reached at a corner that the signs of the derivatives pick. */
  readonly exact: boolean;
}

/** How many boxes the search for an outer bound may split, fewer for long forms; a budget of boxes, never of time. */
const manyBoxes = 16;
const manySteps = 2000;
/** How often the box may shrink before what is left over is enclosed. */
const manyPasses = 20;

/**
 * The largest value of a form over a box. Variables whose derivative keeps its sign are pinned to the end that it
 * points to, again and again on the smaller box; where all are pinned the value is exact. What is left over is
 * enclosed, by natural and by mean-value form, on a few boxes.
 *
 * @returns `null` where the form has no bounds
 */
export function highest(form: Form, box: Box): Highest | null {
  const first = pinBySlopes(form, box);
  if (!first) return null;
  if (first.open.length === 0 || isReadOnce(form)) return { value: first.value, exact: true };
  const boxes = [first];
  const splits = Math.min(manyBoxes, Math.floor(manySteps / effortOf(form)));
  for (let split = 0; split < splits; split += 1) {
    boxes.sort((a, b) => b.value[1].compare(a.value[1]));
    const worst = boxes[0]!;
    if (worst.open.length === 0) break;
    boxes.shift();
    for (const half of halves(worst)) {
      const next = pinBySlopes(form, half);
      if (!next) return { value: worst.value, exact: false };
      boxes.push(next);
    }
  }
  boxes.sort((a, b) => b.value[1].compare(a.value[1]));
  return { value: boxes[0]!.value, exact: false };
}

/** The corners of a box where a form is least and largest, where every derivative keeps its sign over the whole box. */
export function cornersOf(form: Form, box: Box): { readonly least: Box; readonly most: Box } | null {
  const known = new Map<Form, Range | null>();
  if (!enclose(form, box, known)) return null;
  const falling = new Set<Variable>();
  for (const [variable, slope] of slopesOf(form, box, known)) {
    const sign = isPoint(box(variable)) ? 0 : slope && signOf(slope);
    if (sign === null) return null;
    if (sign < 0) falling.add(variable);
  }
  return {
    least: (variable) => point(box(variable)[falling.has(variable) ? 1 : 0]),
    most: (variable) => point(box(variable)[falling.has(variable) ? 0 : 1]),
  };
}

/** Whether no variable stands twice in a form: then the ranges of its parts make the exact range of the whole. */
function isReadOnce(form: Form, seen: Set<Variable> = new Set()): boolean {
  if (form.kind === 'operation') return form.of.every((part) => isReadOnce(part, seen));
  const own =
    form.kind === 'affine' ? [...form.terms.keys()] : [...form.above.terms.keys(), ...form.below.terms.keys()];
  for (const variable of form.kind === 'affine' ? own : new Set(own)) {
    if (seen.has(variable)) return false;
    seen.add(variable);
  }
  return true;
}

/** How much one enclosure of a form costs: its parts times its variables. */
export function effortOf(form: Form): number {
  const parts = new Set<Form>();
  const visit = (part: Form): void => {
    if (parts.has(part)) return;
    parts.add(part);
    if (part.kind === 'operation') part.of.forEach(visit);
  };
  visit(form);
  return parts.size * variablesOf(form).size;
}

interface Pinned {
  readonly box: Box;
  readonly value: Range;
  /** The variables whose derivative may have both signs, the one that matters most first. */
  readonly open: readonly Variable[];
}

function pinBySlopes(form: Form, box: Box): Pinned | null {
  const pins = new Map<Variable, Range>();
  const inner: Box = (variable) => pins.get(variable) ?? box(variable);
  for (let pass = 1; ; pass += 1) {
    const known = new Map<Form, Range | null>();
    const natural = enclose(form, inner, known);
    if (!natural) return null;
    const slopes = [...slopesOf(form, inner, known)].filter(([variable]) => !isPoint(inner(variable)));
    let progress = false;
    for (const [variable, slope] of slopes) {
      const sign = slope && signOf(slope);
      if (sign === null) continue;
      pins.set(variable, point(inner(variable)[sign < 0 ? 0 : 1]));
      progress = true;
    }
    if (progress && pass < manyPasses) continue;
    const reach = slopes.map(([variable, slope]) => ({ variable, reach: reachOf(inner(variable), slope) }));
    reach.sort((a, b) => b.reach - a.reach);
    const value = slopes.length === 0 ? natural : intersectionOf(natural, meanValue(form, inner, slopes) ?? natural);
    return { box: inner, value, open: reach.map(({ variable }) => variable) };
  }
}

/** f(centre) + slope · (x - centre): tighter than the natural form on small boxes. */
function meanValue(form: Form, box: Box, slopes: readonly (readonly [Variable, Range | null])[]): Range | null {
  const at = enclose(form, (variable) => point(middle(box(variable))), new Map());
  if (!at) return null;
  let range: Range = at;
  for (const [variable, slope] of slopes) {
    if (!slope) return null;
    const [low, high] = box(variable);
    const centre = middle([low, high]);
    range = sumOf(range, productOf(slope, [low.minus(centre), high.minus(centre)]));
  }
  return range;
}

function middle([low, high]: Range): Exact {
  return low.plus(high).times(Exact.ratio(1n, 2n));
}

function reachOf([low, high]: Range, slope: Range | null): number {
  if (!slope) return Infinity;
  const size = Math.max(Math.abs(slope[0].toNumber()), Math.abs(slope[1].toNumber()));
  return size * high.minus(low).toNumber();
}

function halves({ box, open }: Pinned): [Box, Box] {
  const split = open[0]!;
  const [low, high] = box(split);
  const centre = middle([low, high]);
  return [
    (variable) => (variable === split ? [low, centre] : box(variable)),
    (variable) => (variable === split ? [centre, high] : box(variable)),
  ];
}
