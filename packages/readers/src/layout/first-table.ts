import { type Cell, isEmpty } from '../columns/cells.js';
import { isValueLike } from '../evidence/value-like.js';

/** Rows of one length between empty rows. */
interface Block {
  readonly cells: number;
  readonly numbers: number;
}

/**
 * How many cells the rows of a file's first table have. Where empty rows separate blocks of different width, the first one
 * that holds at least half as many numbers as any other is the first table; smaller ones above it tell about the file.
 *
 * @param usual how many cells most rows of the file have
 */
export function firstTableCells(rows: readonly (readonly Cell[])[], usual: number): number {
  const blocks = blocksOf(rows);
  if (blocks.length < 2) return usual;
  const most = Math.max(...blocks.map(({ numbers }) => numbers));
  return most === 0 ? usual : blocks.find(({ numbers }) => 2 * numbers >= most)!.cells;
}

function blocksOf(rows: readonly (readonly Cell[])[]): Block[] {
  const blocks: Block[] = [];
  let block: (readonly Cell[])[] = [];
  for (const row of [...rows, []]) {
    if (!row.every(isEmpty)) block.push(row);
    else if (block.length > 0) {
      blocks.push(...blockOf(block));
      block = [];
    }
  }
  return blocks;
}

/** A block is a table when three rows, its header and two more, have one length of at least two cells. */
function blockOf(rows: readonly (readonly Cell[])[]): Block[] {
  const lengths = new Map<number, number>();
  for (const { length } of rows) if (length > 1) lengths.set(length, (lengths.get(length) ?? 0) + 1);
  const [cells, count] = [...lengths].sort(([a, m], [b, n]) => n - m || b - a)[0] ?? [1, 0];
  if (count < 3) return [];
  const ofTable = rows.filter((row) => row.length === cells);
  const isNumber = (cell: Cell): boolean => cell !== null && (typeof cell !== 'string' || isValueLike(cell.trim()));
  return [{ cells, numbers: ofTable.flat().filter(isNumber).length }];
}
