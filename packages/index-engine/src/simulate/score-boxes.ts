import type { SchemeNode } from './scheme.js';

/** Between which scores each node of each unit lies: by node, then by row. */
export class ScoreBoxes {
  readonly lower: Float64Array[];
  readonly upper: Float64Array[];

  readonly nodes: readonly SchemeNode[];
  readonly rowCount: number;

  constructor(nodes: readonly SchemeNode[], rowCount: number) {
    this.nodes = nodes;
    this.rowCount = rowCount;
    const column = (end: 'lowest' | 'highest') =>
      nodes.map((node) => Float64Array.from({ length: rowCount }, (_, row) => node.curveAt(row)[end]));
    this.lower = column('lowest');
    this.upper = column('highest');
  }

  /** The box of one unit, so that a narrowing that turns out impossible can be taken back. */
  save(row: number): [Float64Array, Float64Array] {
    return [
      Float64Array.from(this.lower, (column) => column[row]!),
      Float64Array.from(this.upper, (column) => column[row]!),
    ];
  }

  restore(row: number, [lower, upper]: [Float64Array, Float64Array]): void {
    this.nodes.forEach((_, place) => {
      this.lower[place]![row] = lower[place]!;
      this.upper[place]![row] = upper[place]!;
    });
  }

  /** Narrows one node of one unit. */
  narrow(place: number, row: number, lower: number, upper: number): void {
    this.lower[place]![row] = Math.max(this.lower[place]![row]!, lower);
    this.upper[place]![row] = Math.min(this.upper[place]![row]!, upper);
  }

  /**
   * Narrows all nodes of one unit to what the others leave: from the leaves up, then from the index down. On a tree of
   * means this is exact: whatever is left of a node can be completed to scores of all.
   *
   * @returns whether anything is left
   */
  propagate(row: number): boolean {
    for (let place = this.nodes.length - 1; place >= 0; place -= 1) {
      if (this.nodes[place]!.children.length > 0) this.#fromChildren(place, row);
      if (!this.#agrees(place, row)) return false;
    }
    for (let place = 0; place < this.nodes.length; place += 1) {
      if (this.nodes[place]!.children.length > 0) this.#toChildren(place, row);
    }
    return this.nodes.every((_, place) => this.#agrees(place, row));
  }

  /** The values behind the scores of a node: its box with the scaling taken off. */
  values(place: number, row: number): [number, number] {
    const curve = this.nodes[place]!.curveAt(row);
    const ends = [curve.toValue(this.lower[place]![row]!), curve.toValue(this.upper[place]![row]!)] as const;
    return ends[0] <= ends[1] ? [ends[0], ends[1]] : [ends[1], ends[0]];
  }

  #agrees(place: number, row: number): boolean {
    const [lower, upper] = [this.lower[place]![row]!, this.upper[place]![row]!];
    if (lower <= upper) return true;
    if (!(lower - upper <= 1e-12 * Math.max(Math.abs(lower), Math.abs(upper)))) return false;
    // Ends that meet but for rounding are one point.
    this.lower[place]![row] = upper;
    return true;
  }

  #fromChildren(place: number, row: number): void {
    const { children, weights, link } = this.nodes[place]!;
    const curve = this.nodes[place]!.curveAt(row);
    let [low, high] = [0, 0];
    children.forEach((child, index) => {
      const weight = weights[index]!;
      if (weight === 0) return;
      low += weight * link.to(this.lower[child]![row]!);
      high += weight * link.to(this.upper[child]![row]!);
    });
    const ends = [curve.toScore(link.from(low)), curve.toScore(link.from(high))] as const;
    this.narrow(place, row, Math.min(...ends), Math.max(...ends));
  }

  #toChildren(place: number, row: number): void {
    const { children, weights, link } = this.nodes[place]!;
    const [low, high] = this.values(place, row);
    const terms = (ends: Float64Array[]) =>
      children.map((child, index) => (weights[index] === 0 ? 0 : weights[index]! * link.to(ends[child]![row]!)));
    const [lowest, highest] = [terms(this.lower), terms(this.upper)];
    const others = (own: readonly number[], index: number) =>
      own.reduce((sum, term, other) => (other === index ? sum : sum + term), 0);
    children.forEach((child, index) => {
      const weight = weights[index]!;
      if (weight === 0) return;
      const bound = (end: number, rest: readonly number[], open: number): number => {
        const value = link.from((link.to(end) - others(rest, index)) / weight);
        return Number.isNaN(value) ? open : value;
      };
      this.narrow(child, row, bound(low, highest, -Infinity), bound(high, lowest, Infinity));
    });
  }
}
