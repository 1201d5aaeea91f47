import { Exact } from '@indexlab/core';
import type { Line } from '../stages/normalise/line.js';
import type { PlannedNode } from './plan.js';
import { plus, type Ratio, ratioOf, times, toNumber } from './ratio.js';
import type { WritableRun } from './writable-run.js';

/**
 * The score of a row without rounding: numbers count as the decimals that they print as, stated weights as they are
 * written. Where a method is no sum (roots, logarithms) its values are taken in order of size, so that the same values
 * under the same weights give the same score whichever column holds them.
 */
export function exactScore(run: WritableRun, row: number, place = 0): Ratio {
  const { plan, scores, scaled } = run;
  const node = plan.nodes[place]!;
  const computed = ratioOf(decimal(scores[place]![row]!));
  if (node.children.length === 0) {
    const made = plan.indicators.scaled.get(node.row.id);
    if (made === undefined || made.values !== scores[place]) return computed;
    const line = made.lineAt(row);
    return line ? onExactLine(ratioOf(decimal(made.from[row]!)), line) : computed;
  }
  const line = node.scaling ? scaled[place]!.lineAt(row) : null;
  if (node.scaling && !line) return computed;
  const mean = node.aggregator.linear ? exactMean(run, row, place) : meanInOrder(run, row, node);
  if (mean === null) return computed;
  return line ? onExactLine(mean, line) : mean;
}

function exactMean(run: WritableRun, row: number, place: number): Ratio {
  const weights = exactWeights(run, place);
  let sum = ratioOf(Exact.zero);
  let total = ratioOf(Exact.zero);
  run.plan.nodes[place]!.children.forEach((child, index) => {
    if (!(run.weights[child]! > 0) || Number.isNaN(run.scores[child]![row])) return;
    const weight = ratioOf(weights[index]!);
    sum = plus(sum, times(weight, exactScore(run, row, child)));
    total = plus(total, weight);
  });
  return { numerator: sum.numerator * total.denominator, denominator: sum.denominator * total.numerator };
}

/** The weights of a node's children relative to one another: chosen, as written, or as computed from data. */
function exactWeights({ plan, weights, chosen }: WritableRun, place: number): Exact[] {
  const { children, weigh } = plan.nodes[place]!;
  const isChosen = (child: number): boolean => chosen !== undefined && !Number.isNaN(chosen[child]);
  if (weigh) return children.map((child) => decimal(weights[child]!));
  const written = children.map((child) => {
    const { weight } = plan.nodes[child]!.row.specification;
    return weight === undefined ? Exact.one : Exact.parse(String(weight));
  });
  const total = written.reduce((sum, weight) => sum.plus(weight), Exact.zero);
  return children.map((child, index) =>
    isChosen(child) ? decimal(chosen![child]!) : total.sign() === 0 ? Exact.zero : written[index]!.over(total),
  );
}

/** A mean that is no sum, of one unit; `null` where it compares units or the unit lacks a value. */
function meanInOrder(run: WritableRun, row: number, { children, aggregator }: PlannedNode): Ratio | null {
  if (aggregator.betweenUnits || children.some((child) => Number.isNaN(run.scores[child]![row]))) return null;
  const pairs = children.map((child) => ({
    weight: run.weights[child]!,
    value: toNumber(exactScore(run, row, child)),
  }));
  pairs.sort((a, b) => a.value - b.value || a.weight - b.weight);
  const [score] = aggregator.combine(
    pairs.map(({ value }) => Float64Array.of(value)),
    pairs.map(({ weight }) => weight),
    {},
  );
  return ratioOf(decimal(score!));
}

function onExactLine(x: Ratio, { direction, origin, span, end, factor, offset }: Line): Ratio {
  const start = decimal(origin);
  const length = end === undefined ? decimal(span) : decimal(end).minus(start);
  const slope = ratioOf(decimal(factor).over(length));
  const turned = direction === 1 ? x : { numerator: -x.numerator, denominator: x.denominator };
  return plus(times(plus(turned, ratioOf(start.negated())), slope), ratioOf(decimal(offset)));
}

function decimal(value: number): Exact {
  return Exact.parse(String(value));
}
