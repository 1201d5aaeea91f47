import { assertThat, type RandomSource } from '@indexlab/core';
import type { ColumnTotals, SchemeNode } from './scheme.js';
import type { ScoreBoxes } from './score-boxes.js';

/**
 * Scores of all nodes: drawn for the index, then from each node to its children, around the parent, with noise that has heavy
 * tails and is correlated among siblings. Exact in every mean, inside every box, and where a scaling is a share of a
 * total the scores of all units sum to it.
 *
 * @param dispersion the spread of a child around its parent, in logarithms where scores are shares
 */
export function spreadScores(
  boxes: ScoreBoxes,
  random: RandomSource,
  { dispersion, indexDispersion }: { dispersion: number; indexDispersion: number },
): Float64Array[] {
  const { nodes, rowCount } = boxes;
  const scores: Float64Array[] = nodes.map(() => new Float64Array(rowCount));
  scores[0] = drawIndex(boxes, random, indexDispersion);
  nodes.forEach((node, place) => {
    if (node.children.length === 0) return;
    const values = scores[place]!.map((score, row) => node.curveAt(row).toValue(score));
    const { columns, means } = part(boxes, place, values, random, dispersion);
    node.children.forEach((child, index) => (scores[child] = columns[index]!));
    // Where the parts must sum to totals of their own the index gave way inside its box.
    if (givesWay(place, node)) scores[0] = means.map((mean, row) => node.curveAt(row).toScore(mean));
  });
  return scores;
}

/** The index itself: between the ends of its box, its sum as the scaling needs it. */
function drawIndex(boxes: ScoreBoxes, random: RandomSource, dispersion: number): Float64Array {
  const node = boxes.nodes[0]!;
  const drawn = Float64Array.from({ length: boxes.rowCount }, (_, row) => {
    const [lower, upper] = [boxes.lower[0]![row]!, boxes.upper[0]![row]!];
    const low = finite(lower, node.reach.low);
    const high = Math.max(low, finite(upper, node.reach.high));
    // Where nothing bounds a unit from above most units are small.
    const open = upper >= node.curveAt(row).highest || upper >= node.reach.high;
    const place = open ? Math.min(1, 0.15 * Math.exp(dispersion * random.normal())) : random.uniform();
    return low + (high - low) * place;
  });
  return node.totals.length > 0 ? balance([drawn], node, boxes, [0], null, true).columns[0]! : drawn;
}

/** An index whose total follows from those of its parts is drawn with them. */
const givesWay = (place: number, { totals }: SchemeNode): boolean =>
  place === 0 && totals.length > 0 && totals.every(({ implied }) => implied === true);

const finite = (value: number, otherwise: number): number => (Number.isFinite(value) ? value : otherwise);

function part(
  boxes: ScoreBoxes,
  place: number,
  values: Float64Array,
  random: RandomSource,
  dispersion: number,
): { columns: Float64Array[]; means: Float64Array } {
  const node = boxes.nodes[place]!;
  const { children } = node;
  const positive = children.every((child) => boxes.lower[child]!.every((lower) => lower >= 0));
  const loadings = children.map(() => random.normal());
  const size = positive ? 0 : spreadOf(values);
  const columns = children.map(() => new Float64Array(boxes.rowCount));
  for (let row = 0; row < boxes.rowCount; row += 1) {
    const common = random.normal();
    for (let index = 0; index < children.length; index += 1) {
      // A mixture of normals: one draw in twenty is three times as wide.
      const own = random.normal() * (random.uniform() < 0.05 ? 3 : 1);
      const noise = dispersion * (0.6 * loadings[index]! * common + 0.8 * own);
      const value = values[row]!;
      columns[index]![row] = positive ? Math.max(value, 0) * Math.exp(noise) : value + size * noise;
    }
  }
  const free = givesWay(place, node);
  const means = Array.from(values, (value, row) => (free ? boxes.values(place, row) : ([value, value] as const)));
  return balance(columns, node, boxes, children, means, positive);
}

function spreadOf(values: Float64Array): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length) || 1;
}

/** Turns on a column or a row: a factor for what is positive, else a shift. A search for one runs over its logarithm. */
interface Turn {
  readonly none: number;
  join(value: number, turn: number): number;
  at(searched: number): number;
}

/** Beyond e to this power a factor only says that a box leaves no room. */
const farthest = 200;
const factors: Turn = {
  none: 1,
  join: (value, turn) => value * turn,
  at: (searched) => Math.exp(Math.max(-farthest, Math.min(farthest, searched))),
};
const shifts: Turn = { none: 0, join: (value, turn) => value + turn, at: (searched) => searched };

/**
 * Brings columns to their totals and rows to their means, or between two ends, in turn, each cell inside its box: iterative proportional
 * fitting with bounds. The rows come last and are exact.
 */
function balance(
  seeds: readonly Float64Array[],
  node: SchemeNode,
  boxes: ScoreBoxes,
  places: readonly number[],
  means: readonly (readonly [low: number, high: number])[] | null,
  positive: boolean,
): { columns: Float64Array[]; means: Float64Array } {
  const turn = positive ? factors : shifts;
  const rowCount = boxes.rowCount;
  const rowTurns = new Float64Array(rowCount).fill(turn.none);
  const totals = places.flatMap((place, index) =>
    boxes.nodes[place]!.totals.map((own) => ({
      ...own,
      index,
      turns: own.sets.map(() => turn.none),
      setOf: rowSets(own, rowCount),
    })),
  );
  const turnsOf = places.map((_, index) => totals.filter((own) => own.index === index));
  const cell = (index: number, row: number, more: number): number => {
    let value = turn.join(turn.join(seeds[index]![row]!, rowTurns[row]!), more);
    for (const { turns, setOf } of turnsOf[index]!) value = turn.join(value, turns[setOf[row]!]!);
    const [low, high] = [boxes.lower[places[index]!]![row]!, boxes.upper[places[index]!]![row]!];
    return value < low ? low : value > high ? high : value;
  };
  const { weights, link } = node;
  const meanOf = (row: number, more: number): number => {
    let sum = 0;
    for (let index = 0; index < places.length; index += 1) {
      if (weights[index]! > 0) sum += weights[index]! * link.to(cell(index, row, more));
    }
    return link.from(sum);
  };
  const toMeans = (): void => {
    means?.forEach(([low, high], row) => {
      const now = meanOf(row, turn.none);
      if (now >= low && now <= high) return;
      const found = solve((searched) => meanOf(row, turn.at(searched)), now < low ? low : high, positive);
      rowTurns[row] = kept(turn.join(rowTurns[row]!, turn.at(found)), rowTurns[row]!);
    });
  };
  const toTotals = (): number => {
    let worst = 0;
    for (const { sets, values, turns, index } of totals) {
      sets.forEach((set, number) => {
        const total = values[number];
        if (total === null || total === undefined) return;
        const sum = (searched: number): number => {
          const more = turn.at(searched);
          let all = 0;
          for (const row of set) all += cell(index, row, more);
          return all;
        };
        worst = Math.max(worst, Math.abs(sum(0) / total - 1));
        turns[number] = kept(turn.join(turns[number]!, turn.at(solve(sum, total, positive))), turns[number]!);
      });
    }
    return worst;
  };
  const tied = totals.length > 0;
  let off = 0;
  for (let round = 0; round < (tied ? 5000 : 0); round += 1) {
    off = toTotals();
    toMeans();
    if (off < 1e-9) break;
  }
  if (!tied) toMeans();
  assertThat(
    off < 1e-7,
    () =>
      `simulateIndicators requires printed scores that leave room for their total, got parts of "${node.id}" that miss their total by ${(off * 100).toPrecision(2)} %`,
    'Where scores are shares, add a unit for what the printed ones leave of the total, in a group of its own.',
  );
  return {
    columns: seeds.map((seed, index) => seed.map((_, row) => cell(index, row, turn.none))),
    means: means ? Float64Array.from(means, (_, row) => meanOf(row, turn.none)) : new Float64Array(0),
  };
}

function rowSets({ sets }: ColumnTotals, rowCount: number): Int32Array {
  const result = new Int32Array(rowCount);
  sets.forEach((set, number) => set.forEach((row) => (result[row] = number)));
  return result;
}

/** A turn, or the one before where it left what numbers can hold. */
function kept(turn: number, before: number): number {
  return Math.abs(turn) < 1e120 && (turn === 0 ? before === 0 : Math.abs(turn) > 1e-120) ? turn : before;
}

/** Where a function that rises has a value, or comes nearest to it. */
function solve(rising: (searched: number) => number, value: number, positive: boolean): number {
  const near = (found: number) => Math.abs(found - value) <= 1e-14 * Math.abs(value);
  const now = rising(0);
  if (near(now)) return 0;
  // Without a cell at an end of its box one step is enough.
  const guess = positive ? (now > 0 && value > 0 ? Math.log(value / now) : NaN) : value - now;
  const step = Number.isFinite(guess) ? guess : now < value ? 1e-6 : -1e-6;
  let [from, atFrom] = [0, now - value];
  let [to, atTo] = [step, rising(step) - value];
  for (let doubling = 0; doubling < 60 && atTo !== 0 && atTo < 0 === atFrom < 0; doubling += 1) {
    if (positive && Math.abs(to) > farthest) return to;
    [from, atFrom] = [to, atTo];
    to *= 2;
    atTo = rising(to) - value;
  }
  // Illinois: the false position, the end that stays counting half.
  for (let round = 0; round < 100 && from !== to; round += 1) {
    if (near(atTo + value)) return to;
    const middle = to - (atTo * (to - from)) / (atTo - atFrom);
    if (!Number.isFinite(middle) || middle === to) return to;
    const atMiddle = rising(middle) - value;
    if (atMiddle < 0 === atTo < 0) atFrom /= 2;
    else [from, atFrom] = [to, atTo];
    [to, atTo] = [middle, atMiddle];
  }
  return to;
}
