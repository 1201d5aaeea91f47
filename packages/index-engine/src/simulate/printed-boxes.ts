import { type RandomSource, roundedInterval } from '@indexlab/core';
import { partition, type Rows } from '../stages/rows.js';
import type { Specification } from '../specification/schema.js';
import { orderScores } from './order-scores.js';
import { placeAnchors } from './place-anchors.js';
import type { ConflictingCell, PrintedScores, PublishedIndex } from './published-index.js';
import type { SchemeNode } from './scheme.js';
import { ScoreBoxes } from './score-boxes.js';

/** A printed score of one unit as a box for its node. */
interface Held {
  readonly place: number;
  readonly token: string;
  /** A repetition of a score that is printed elsewhere. */
  readonly again: boolean;
  readonly lower: number;
  readonly upper: number;
}

/**
 * The boxes that printed digits and ranks leave, and the printed cells that cannot be held together with the others.
 */
export function printedBoxes(
  nodes: readonly SchemeNode[],
  published: PublishedIndex,
  rows: Rows,
  specification: Specification,
  random: RandomSource,
): { boxes: ScoreBoxes; conflicts: ConflictingCell[] } {
  const boxes = new ScoreBoxes(nodes, rows.units.length);
  const conflicts: ConflictingCell[] = [];
  const peers = partition(rows, { peers: specification.rank?.peers }) ?? [Int32Array.from(rows.units.keys())];
  const printedAt = nodes.map(({ id }) => published.printed[id]);
  rows.units.forEach((unit, row) => {
    const held = printedAt.flatMap((printed, place) => heldIn(printed, place, row));
    for (const cell of hold(boxes, row, held)) {
      conflicts.push({
        unit,
        node: nodes[cell.place]!.id,
        printed: cell.token,
        reason: 'the other printed scores of the unit rule it out',
      });
    }
  });
  placeAnchors(boxes, rows.units, printedAt);
  printedAt.forEach((printed, place) => {
    if (!printed) return;
    for (const set of peers) {
      const known = (row: number) => printed.ranks?.[row] ?? null;
      const listed = (row: number) => known(row) !== null || (printed.scores?.[row] ?? null) !== null;
      if (![...set].some(listed)) continue;
      const ranked = [...set].filter((row) => known(row) !== null).sort((a, b) => known(a)! - known(b)!);
      const order = ranked.length > 0 ? ranked : byScore(boxes, place, [...set].filter(listed));
      // Ranks one to k leave the places behind them.
      const complete = ranked.length > 0 && known(ranked.at(-1)!)! <= ranked.length;
      const behind = printed.leading || complete ? [...set].filter((row) => !listed(row)) : [];
      if (ranked.length === 0 && behind.length === 0) continue;
      for (const row of orderScores(boxes, place, order, behind, random)) {
        conflicts.push({
          unit: rows.units[row]!,
          node: nodes[place]!.id,
          printed: known(row) === null ? 'not in the list' : `rank ${known(row)}`,
          reason: 'the printed scores rule its place out',
        });
      }
    }
  });
  return { boxes, conflicts };
}

function heldIn(printed: PrintedScores | undefined, place: number, row: number): Held[] {
  if (!printed) return [];
  const { scores = [], repeated = [], factor = 1 } = printed;
  const held = (token: string | null | undefined, again: boolean): Held[] => {
    if (token === null || token === undefined) return [];
    const { lower, upper } = roundedInterval(token);
    return [{ place, token, again, lower: lower!.toNumber() / factor, upper: upper!.toNumber() / factor }];
  };
  return [...held(scores[row], false), ...repeated.flatMap((tokens) => held(tokens[row], true))];
}

/** How far from the ends of what the digits allow a score is kept, in widths: as far as all of a unit's scores can be. */
const margins = [0.1, 0.02, 1e-3, 1e-5, 0];

/** Holds printed scores of a unit; those that cannot be held with the others are given back, the index first. */
function hold(boxes: ScoreBoxes, row: number, held: readonly Held[]): Held[] {
  const before = boxes.save(row);
  const tryWith = (cells: readonly Held[]): boolean =>
    margins.some((margin) => {
      boxes.restore(row, before);
      for (const { place, lower, upper } of cells) {
        const inset = margin * (upper - lower);
        boxes.narrow(place, row, lower + inset, upper - inset);
      }
      return boxes.propagate(row);
    });
  if (tryWith(held)) return [];
  const firstToGo = [...held.filter(({ again }) => again), ...held.filter(({ again }) => !again)];
  for (const left of firstToGo) if (tryWith(held.filter((cell) => cell !== left))) return [left];
  // More than one is wrong: hold one after the other, those nearest to the indicators first, repetitions last.
  const kept: Held[] = [];
  const given: Held[] = [];
  for (const cell of firstToGo.reverse()) {
    if (tryWith([...kept, cell])) kept.push(cell);
    else given.push(cell);
  }
  tryWith(kept);
  return given;
}

function byScore(boxes: ScoreBoxes, place: number, rows: readonly number[]): number[] {
  return [...rows].sort((a, b) => boxes.upper[place]![b]! - boxes.upper[place]![a]!);
}
