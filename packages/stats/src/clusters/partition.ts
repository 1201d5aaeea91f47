/** A division of points into clusters, which knows every distance to every center while points move. */
export interface Partition {
  readonly count: number;
  readonly k: number;
  readonly labels: Int32Array;
  readonly sizes: Int32Array;
  /** Sum of squared distances of all points to the center of all. */
  readonly totalSS: number;
  /** A part of the points that speaks for all, where they are many; `null` otherwise. */
  readonly sample: Partition | null;
  /** The division of all points that a division of the sample leads to; none of its clusters is empty. */
  fromSample(labels: Int32Array): Int32Array;
  /** Takes over a division, in which no cluster may be empty, or a better one found from it by moving many points at once. */
  load(labels: Int32Array): void;
  /** Moves a point into a cluster; the one it leaves must keep a point. */
  move(point: number, to: number): void;
  /**
   * Where moving a point alone lowers the sum of squares within clusters most (Hartigan's rule), and by more than `least`; its own
   * cluster where that is nowhere. A cluster of one keeps its point.
   */
  bestMove(point: number, least: number): number;
  /** Squared distance of a point to the center of a cluster. */
  toCenter(point: number, cluster: number): number;
  /** Squared distance of two points. */
  between(first: number, second: number): number;
  /** Sum of squared distances of all points to the center of their cluster. */
  withinSS(): number;
}
