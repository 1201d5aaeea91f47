/** A place in a text, as editors count: both from 1. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** From places in a text, counted in code units from 0, to lines and columns. */
export function positionsIn(text: string): (start: number) => Position {
  let lines: number[] | null = null;
  return (start) => {
    lines ??= lineStarts(text);
    let [low, high] = [0, lines.length - 1];
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if (lines[middle]! <= start) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: [...text.slice(lines[low]!, start).replace(/^\uFEFF/, '')].length + 1 };
  };
}

function lineStarts(text: string): number[] {
  const starts = [0];
  for (const { index, 0: end } of text.matchAll(/\r\n|\r|\n/g)) starts.push(index + end.length);
  return starts;
}
