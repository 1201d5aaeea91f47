import { randomSource } from '@indexlab/core';
import { cholesky } from '../linear-algebra/positive-definite.js';

/** The paths of a mediation: x to mediator, mediator to y, and x to y beside the mediator. */
export interface Paths {
  readonly toMediator: number;
  readonly fromMediator: number;
  readonly direct: number;
}

/**
 * Both regressions of a mediation for any weights on the rows, from cross products in an orthonormal basis of all columns:
 * with Q'WQ = LL', the triangle of the weighted columns is L'R, and the last columns of it hold all paths.
 */
export class MediationPaths {
  readonly rows: number;
  private readonly size: number;
  /** The basis, row by row. */
  private readonly basis: Float64Array;
  /** The basis' coordinates of x, mediator and outcome, the last three columns. */
  private readonly coordinates: readonly Float64Array[];

  constructor(basis: readonly Float64Array[], lastThree: readonly Float64Array[]) {
    const size = basis.length;
    this.rows = basis[0]!.length;
    this.size = size;
    this.basis = new Float64Array(this.rows * size);
    basis.forEach((column, k) => column.forEach((value, row) => (this.basis[row * size + k] = value)));
    this.coordinates = lastThree.map((values) =>
      Float64Array.from(basis, (column) => column.reduce((sum, value, row) => sum + value * values[row]!, 0)),
    );
  }

  /** The paths of one bootstrap sample, or null where some column does not vary in it. */
  draw(seed: number, number: number): Paths | null {
    const random = randomSource(seed, number);
    const products = this.noProducts();
    for (let k = 0; k < this.rows; k++) this.addRow(products, random.integer(this.rows), 1);
    return this.pathsOf(products);
  }

  /** The paths without one row. */
  without(row: number): Paths | null {
    const products = this.noProducts();
    products.forEach((line, i) => (line[i] = 1));
    this.addRow(products, row, -1);
    return this.pathsOf(products);
  }

  private noProducts(): Float64Array[] {
    return Array.from({ length: this.size }, () => new Float64Array(this.size));
  }

  private addRow(products: readonly Float64Array[], row: number, weight: number): void {
    const start = row * this.size;
    for (let i = 0; i < this.size; i++) {
      const value = weight * this.basis[start + i]!;
      const line = products[i]!;
      for (let j = 0; j <= i; j++) line[j]! += value * this.basis[start + j]!;
    }
  }

  private pathsOf(products: readonly Float64Array[]): Paths | null {
    const lower = cholesky(products);
    if (lower === null) return null;
    const first = this.size - 3;
    const entry = (row: number, column: number): number => {
      let sum = 0;
      for (let k = first + row; k < this.size; k++) sum += lower[k]![first + row]! * this.coordinates[column]![k]!;
      return sum;
    };
    const toMediator = entry(0, 1) / entry(0, 0);
    const fromMediator = entry(1, 2) / entry(1, 1);
    return { toMediator, fromMediator, direct: entry(0, 2) / entry(0, 0) - toMediator * fromMediator };
  }
}
