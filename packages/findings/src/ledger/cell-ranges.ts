/** Cells that stand below each other, as one range. */
export interface CellRange {
  /** `table#3/score` or `table#1:50/score`. */
  readonly ref: string;
  /** What the cells print, in order. */
  readonly printed: readonly string[];
}

/**
 * Cells as ranges: those of one column whose rows follow one another are one, `table#1:50/score`.
 *
 * @example
 * cellRanges([{ ref: 't#1/x', printed: '5' }, { ref: 't#2/x', printed: '4' }, { ref: 't#4/x', printed: '1' }]).map(({ ref }) => ref)
 * // => ['t#1:2/x', 't#4/x']
 */
export function cellRanges(cells: readonly { readonly ref: string; readonly printed: string }[]): readonly CellRange[] {
  const ranges = known.get(cells) ?? rangesIn(cells);
  known.set(cells, ranges);
  return ranges;
}

/** A row's cells are asked for by its JSON and by its page. */
const known = new WeakMap<readonly object[], readonly CellRange[]>();

function rangesIn(cells: readonly { readonly ref: string; readonly printed: string }[]): CellRange[] {
  const columns = new Map<string, { table: string; column: string; rows: Map<number, string> }>();
  const others: CellRange[] = [];
  for (const { ref, printed } of cells) {
    const place = placeOf(ref);
    if (!place) {
      others.push({ ref, printed: [printed] });
      continue;
    }
    const [hash, slash, row] = place;
    const key = ref.slice(0, hash) + ref.slice(slash);
    const known = columns.get(key) ?? {
      table: ref.slice(0, hash),
      column: ref.slice(slash + 1),
      rows: new Map<number, string>(),
    };
    columns.set(key, known);
    known.rows.set(row, printed);
  }
  return [...[...columns.values()].flatMap(rangesOf), ...others];
}

/** Where the number of a row stands in `table#3/column`, and the number; `null` where there is none. */
function placeOf(ref: string): [hash: number, slash: number, row: number] | null {
  for (let hash = ref.indexOf('#'); hash >= 0; hash = ref.indexOf('#', hash + 1)) {
    const slash = ref.indexOf('/', hash);
    const row = Number(ref.slice(hash + 1, slash));
    if (slash > hash + 1 && Number.isInteger(row)) return [hash, slash, row];
  }
  return null;
}

function rangesOf({
  table,
  column,
  rows,
}: {
  table: string;
  column: string;
  rows: ReadonlyMap<number, string>;
}): CellRange[] {
  const sorted = [...rows.keys()].sort((a, b) => a - b);
  const ranges: { from: number; to: number }[] = [];
  for (const row of sorted) {
    const last = ranges.at(-1);
    if (last && row === last.to + 1) last.to = row;
    else ranges.push({ from: row, to: row });
  }
  return ranges.map(({ from, to }) => ({
    ref: `${table}#${from === to ? from : `${from}:${to}`}/${column}`,
    printed: Array.from({ length: to - from + 1 }, (_, at) => rows.get(from + at)!),
  }));
}
