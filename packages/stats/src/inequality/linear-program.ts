/** Constraints `row · x = bound` or `row · x <= bound` on variables that are at least zero. */
export interface Constraint {
  readonly row: Float64Array;
  readonly bound: number;
  readonly kind: 'equal' | 'at-most';
}

/**
 * The largest value of `objective · x` under a few constraints on many variables, none negative; `null` when no x meets
 * them. The objective must be bounded. Two-phase simplex on a dense tableau, with Bland's rule against cycling.
 */
export function maximize(objective: Float64Array, constraints: readonly Constraint[]): number | null {
  const variables = objective.length;
  const slacks = constraints.filter(({ kind }) => kind === 'at-most').length;
  const width = variables + slacks + constraints.length + 1;
  let slack = variables;
  const rows = constraints.map(({ row, bound, kind }, i) => {
    const full = new Float64Array(width);
    // Rows of one scale, so that one tolerance serves all.
    const scale = 1 / row.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
    row.forEach((value, j) => (full[j] = value * scale));
    if (kind === 'at-most') full[slack++] = 1;
    full[width - 1] = bound * scale;
    if (bound < 0) full.forEach((value, j) => (full[j] = -value));
    full[variables + slacks + i] = 1;
    return full;
  });
  const basis = rows.map((_, i) => variables + slacks + i);
  // Phase one: the artificial variables, one per row, are driven out.
  const infeasibility = new Float64Array(width);
  for (const row of rows)
    row.forEach((value, j) => (infeasibility[j]! += j < variables + slacks || j === width - 1 ? value : 0));
  const size = Math.max(1, infeasibility[width - 1]!);
  pivotUntilBest(rows, basis, infeasibility, variables + slacks);
  if (infeasibility[width - 1]! > tolerance * size) return null;
  removeArtificial(rows, basis, variables + slacks);
  const gain = new Float64Array(width);
  gain.set(objective);
  const scale = 1 / objective.reduce((most, value) => Math.max(most, Math.abs(value)), Number.MIN_VALUE);
  objective.forEach((value, j) => (gain[j] = value * scale));
  rows.forEach((row, i) => subtract(gain, row, gain[basis[i]!]!));
  pivotUntilBest(rows, basis, gain, variables + slacks);
  return -gain[width - 1]! / scale;
}

const tolerance = 1e-11;

/** Brings columns with a gain into the basis until there is none. */
function pivotUntilBest(rows: readonly Float64Array[], basis: number[], gain: Float64Array, columns: number): void {
  for (let step = 0; ; step += 1) {
    let enter = -1;
    for (let j = 0; j < columns; j += 1) {
      if (gain[j]! <= tolerance) continue;
      // The largest gain is quick; after many steps the first one cannot cycle (Bland).
      if (enter < 0 || (step < 1000 && gain[j]! > gain[enter]!)) enter = j;
    }
    if (enter < 0) return;
    let leave = -1;
    let least = Infinity;
    rows.forEach((row, i) => {
      if (row[enter]! <= tolerance) return;
      const ratio = row.at(-1)! / row[enter]!;
      if (ratio < least || (ratio === least && basis[i]! < basis[leave]!)) [leave, least] = [i, ratio];
    });
    if (leave < 0) return;
    pivot(rows, basis, leave, enter);
    subtract(gain, rows[leave]!, gain[enter]!);
  }
}

function pivot(rows: readonly Float64Array[], basis: number[], leave: number, enter: number): void {
  const chosen = rows[leave]!;
  const divisor = chosen[enter]!;
  for (let j = 0; j < chosen.length; j += 1) chosen[j]! /= divisor;
  for (const row of rows) if (row !== chosen) subtract(row, chosen, row[enter]!);
  basis[leave] = enter;
}

/** Artificial variables left in the basis at zero give way to any other column; a row without one says nothing. */
function removeArtificial(rows: Float64Array[], basis: number[], columns: number): void {
  for (let i = rows.length - 1; i >= 0; i -= 1) {
    if (basis[i]! < columns) continue;
    const enter = rows[i]!.subarray(0, columns).findIndex((value) => Math.abs(value) > tolerance);
    if (enter >= 0) {
      pivot(rows, basis, i, enter);
    } else {
      rows.splice(i, 1);
      basis.splice(i, 1);
    }
  }
}

function subtract(target: Float64Array, row: Float64Array, factor: number): void {
  if (factor === 0) return;
  for (let j = 0; j < target.length; j += 1) target[j]! -= factor * row[j]!;
}
