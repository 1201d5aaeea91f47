import { type Data, dataSource, IndexlabError, numbersOf, requireObject, requireOptions } from '@indexlab/core';
import { standardDeviation } from '@indexlab/stats/descriptive';
import { buildIndex } from '../build/build-index.js';
import type { BuildOptions } from '../build/compile-index.js';
import type { BuiltIndex } from '../build/built-index.js';
import { columnOf } from '../specification/given-scores.js';
import type { Specification } from '../specification/schema.js';
import { readRows } from '../stages/rows.js';
import { rivalsOf, rowOf, scoresOf } from './row-of.js';

/** The smallest change of one indicator that raises a unit. */
export interface Raise {
  readonly node: string;
  readonly from: number;
  readonly to: number;
  readonly change: number;
  /** The size of the change in standard deviations (n - 1) of the indicator over all rows; `null` for a constant one. */
  readonly deviations: number | null;
  /** The rank that it gives. */
  readonly rank: number;
}

/**
 * What would raise a unit one place: for each indicator the smallest change, in its own unit and its good direction,
 * with which the unit draws level with the one above or passes it. The smallest in standard deviations comes first.
 *
 * The index is built anew for every value tried, so that everything that the change moves counts: the range of a
 * min-max, the total of a share, the mean of a z-score, weights from data, outliers. Ranks share a place when level.
 * The change is found to about twelve digits; the value given reaches the rank, a value closer by that much may not. Where
 * a larger change lowers the unit again, a change between steps that grow fourfold can be overlooked.
 *
 * @param options columns named otherwise, as for {@link buildIndex}; `year` for a panel
 * @returns one row per indicator that the unit has and that can raise it; none for the first
 * @throws IndexlabError as {@link buildIndex}, when there is no such unit, or it has no score
 *
 * @example
 * const specification = readSpecification('id: d\ntitle: D\ntree: { id: t, title: T, children: [{ id: a, title: A }, { id: b, title: B }] }');
 * const data = { place: ['x', 'y'], a: [1, 3], b: [2, 2] };
 * raiseOnePlace(specification, data, 'x').map(({ node, change, rank }) => [node, change.toFixed(6), rank]) // => [['a', '2.000000', 1], ['b', '2.000000', 1]]
 */
export function raiseOnePlace(
  specification: Specification,
  data: Data,
  unit: string,
  options: BuildOptions & { year?: number } = {},
): Raise[] {
  requireObject(specification, 'raiseOnePlace', 'specification', ['tree']);
  requireOptions(options, 'raiseOnePlace', { unit: 'a text', time: 'a text', year: 'a number' });
  const source = dataSource(data);
  const { year } = options;
  const built = buildIndex(specification, data, options);
  const row = rowOf('raiseOnePlace', built, unit, year);
  const rank = built.rank[row]!;
  if (rank === 1) return [];
  const rows = readRows(source, {
    unit: options.unit ?? specification.data?.unit ?? 'place',
    time: options.time ?? specification.data?.time,
  });
  const dataRow = rows.units.findIndex((name, at) => name === unit && rows.years?.[at] === built.years?.[row]);
  const parents = new Set(built.nodes.map((node) => node.parent));
  const raises = built.nodes
    .filter((node) => !parents.has(node.id))
    .flatMap(({ id, specification: node }): Raise[] => {
      const name = columnOf(node);
      const column = numbersOf(source, name);
      const from = column[dataRow]!;
      if (Number.isNaN(from)) return [];
      const present = column.filter((value) => !Number.isNaN(value));
      const deviation = present.length < 2 ? 0 : standardDeviation(present);
      const scale = (node.direction === 'negative' ? -1 : 1) * (deviation || Math.abs(from) || 1);
      const build = (to: number): BuiltIndex =>
        buildIndex(specification, withColumn(source, name, column.with(dataRow, to)), options);
      const step = smallestStep((steps) => lead(() => build(from + steps * scale), unit, year, rank));
      if (step === null) return [];
      const to = from + step * scale;
      const raised = build(to);
      return [
        {
          node: id,
          from,
          to,
          change: to - from,
          deviations: deviation === 0 ? null : Math.abs(to - from) / deviation,
          rank: raised.rank[rowOf('raiseOnePlace', raised, unit, year)]!,
        },
      ];
    });
  return raises.sort((a, b) => (a.deviations ?? Infinity) - (b.deviations ?? Infinity));
}

/** By how much the unit leads the rival whom it must reach; `NaN` where the index cannot be built with the value. */
function lead(build: () => BuiltIndex, unit: string, year: number | undefined, rank: number): number {
  try {
    const built = build();
    const row = rowOf('raiseOnePlace', built, unit, year);
    const total = scoresOf(built);
    const rivals = rivalsOf(built, row)
      .filter((other) => other !== row)
      .map((other) => total[other]!)
      .sort((a, b) => b - a);
    return total[row]! - (rivals[rank - 2] ?? -Infinity);
  } catch (error) {
    if (error instanceof IndexlabError) return NaN;
    throw error;
  }
}

/** The smallest step, from above, at which the lead is zero or more; `null` where steps up to a million do not reach. */
function smallestStep(leadAt: (step: number) => number): number | null {
  let [low, high] = [0, 1 / 1024];
  let lowLead = leadAt(0);
  let highLead = leadAt(high);
  while (!(highLead >= 0)) {
    if (Number.isNaN(highLead) || high > 1e6) return null;
    [low, lowLead] = [high, highLead];
    high *= 4;
    highLead = leadAt(high);
  }
  // False position; an end that stays twice counts half (Illinois), and no step is smaller than what is asked for.
  const tolerance = 1e-12 * high;
  for (let stayed = 0; high - low > tolerance; ) {
    const guess = (low * highLead - high * lowLead) / (highLead - lowLead);
    const middle = Math.min(Math.max(guess, low + tolerance / 2), high - tolerance / 2);
    const middleLead = leadAt(middle);
    if (Number.isNaN(middleLead)) return high;
    if (middleLead >= 0) {
      [high, highLead] = [middle, middleLead];
      if (stayed === 1) lowLead /= 2;
      stayed = 1;
    } else {
      [low, lowLead] = [middle, middleLead];
      if (stayed === -1) highLead /= 2;
      stayed = -1;
    }
  }
  return high;
}

function withColumn(source: ReturnType<typeof dataSource>, name: string, values: Float64Array): Data {
  return { columns: source.columns, column: (column) => (column === name ? { values } : source.column(column)) };
}
