/** Memory for ranking, used again from run to run. */
export interface RankBuffers {
  readonly keys: Float64Array;
  readonly order: Int32Array;
}

export function rankBuffers(rows: number): RankBuffers {
  return { keys: new Float64Array(rows), order: new Int32Array(rows) };
}
