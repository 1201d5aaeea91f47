import { assertThat } from '@indexlab/core';
import type { Anchor } from './curves.js';
import type { PrintedScores } from './published-index.js';
import type { ScoreBoxes } from './score-boxes.js';

/** A unit is looked for that has this score. */
interface Vacancy {
  readonly place: number;
  readonly set: Int32Array;
  readonly anchor: Anchor;
}

/** How many units are tried before the search is given up. */
const patience = 20_000;

/**
 * Chooses the units that are best and worst where a scaling runs from the worst to the best unit: those that stand
 * highest or lowest in what is printed of the node and above it, and can be it. Where a choice leaves none for another node
 * it is taken back.
 *
 * @param printedAt what is printed of each node
 * @throws IndexlabError when the printed scores leave no unit that can be it
 */
export function placeAnchors(
  boxes: ScoreBoxes,
  units: readonly string[],
  printedAt: readonly (PrintedScores | undefined)[],
): void {
  const vacancies = boxes.nodes.flatMap(({ sets, curves }, place) =>
    sets.flatMap((set, index) => curves[index]!.anchors.map((anchor): Vacancy => ({ place, set, anchor }))),
  );
  let left = patience;
  let [deepest, hardest] = [Infinity, vacancies[0]];
  const fill = (open: readonly Vacancy[]): boolean => {
    if (open.length === 0) return true;
    // The one with the fewest units to choose from is the next.
    const choices = open.map((vacancy) => candidates(boxes, vacancy, units, printedAt));
    const next = choices.reduce((best, own, index) => (own.length < choices[best]!.length ? index : best), 0);
    if (open.length < deepest) [deepest, hardest] = [open.length, open[next]];
    const { place, anchor } = open[next]!;
    for (const row of choices[next]!) {
      if (left <= 0) return false;
      left -= 1;
      const before = boxes.save(row);
      boxes.narrow(place, row, anchor.score, anchor.score);
      if (boxes.propagate(row) && fill(open.filter((_, index) => index !== next))) return true;
      boxes.restore(row, before);
    }
    return false;
  };
  const filled = fill(vacancies);
  assertThat(
    filled,
    () =>
      `simulateIndicators requires a unit whose score of "${boxes.nodes[hardest!.place]!.id}" can be ${hardest!.anchor.score}, as its scaling has one, got none`,
    'Add a unit of which nothing is printed, such as the best one of another list, or scale within its peers.',
  );
}

/** Units that can have the score, the likeliest first. */
function candidates(
  boxes: ScoreBoxes,
  { place, set, anchor: { score, end, unit } }: Vacancy,
  units: readonly string[],
  printedAt: readonly (PrintedScores | undefined)[],
): number[] {
  const slack = 1e-9 * Math.max(1, Math.abs(score));
  const reaches = (row: number) =>
    boxes.lower[place]![row]! <= score + slack && boxes.upper[place]![row]! >= score - slack;
  // A unit is judged by the node itself, then by the nodes above it: their ranks, then their scores.
  const lineage: number[] = [];
  for (let node = place; node >= 0; node = boxes.nodes[node]!.parent) lineage.push(node);
  const sign = end === 'best' ? 1 : -1;
  const ahead = (a: number, b: number): number => {
    for (const node of lineage) {
      const [first, second] = [printedAt[node]?.ranks?.[a] ?? null, printedAt[node]?.ranks?.[b] ?? null];
      if (first !== null && second !== null && first !== second) return sign * (first - second);
      const difference = middle(boxes, node, b) - middle(boxes, node, a);
      if (Math.abs(difference) > 1e-9) return sign * difference;
    }
    return a - b;
  };
  return [...set].filter((row) => (unit === undefined || units[row] === unit) && reaches(row)).sort(ahead);
}

function middle({ lower, upper }: ScoreBoxes, place: number, row: number): number {
  const [low, high] = [lower[place]![row]!, upper[place]![row]!];
  return Number.isFinite(low) && Number.isFinite(high) ? (low + high) / 2 : 0;
}
