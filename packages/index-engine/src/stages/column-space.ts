/** So many doubles stand in one piece of memory: 1 MiB. */
const pieceLength = 2 ** 17;

/**
 * Gives one column of zeros after another, all of so many rows. Short columns share a piece of memory: to get a piece takes
 * the engine some 4 µs, longer than to fill 351 rows of it.
 *
 * @param columns how many are wanted; more can be had
 */
export function columnSpace(rows: number, columns: number): () => Float64Array {
  const together = Math.max(1, Math.min(columns, Math.floor(pieceLength / rows)));
  let piece: ArrayBuffer | null = null;
  let used = 0;
  return () => {
    if (piece === null || used === together) {
      piece = new ArrayBuffer(8 * rows * together);
      used = 0;
    }
    used += 1;
    return new Float64Array(piece, 8 * rows * (used - 1), rows);
  };
}
