/** A division of points into clusters, which knows every distance to every center while points move. */
export interface Partition {
  readonly count: number;
  readonly k: number;
  readonly labels: Int32Array;
  readonly sizes: Int32Array;
  /** Sum of squared distances of all points to the center of all. */
  readonly totalSS: number;
  /** Takes over a division, in which no cluster may be empty, or a better one found from it by moving many points at once. */
  load(labels: Int32Array): void;
  /** Moves a point into a cluster; the one it leaves must keep a point. */
  move(point: number, to: number): void;
  /** Whether it is sure, without a look at all distances, that moving this point alone does not help; may be left out. */
  stays?(point: number): boolean;
  /** Squared distance of a point to the center of a cluster. */
  toCenter(point: number, cluster: number): number;
  /** Squared distance of two points. */
  between(first: number, second: number): number;
  /** Sum of squared distances of all points to the center of their cluster. */
  withinSS(): number;
}
