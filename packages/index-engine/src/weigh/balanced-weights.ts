import { assertThat, IndexlabError, requireOptions, requireRows } from '@indexlab/core';
import { correlation } from '@indexlab/stats/correlation';
import { standardDeviation } from '@indexlab/stats/descriptive';
import { solvePositive } from '@indexlab/stats/linear-algebra';
import { matrixTimes } from './matrix-times.js';
import { completeColumns } from './weight-columns.js';

/** What {@link balancedWeights} balances. */
export interface BalanceOptions {
  /** `correlation` (the default): each column's correlation with the composite; `variance`: its share of the composite's variance. */
  readonly balance?: 'correlation' | 'variance';
  /** In which proportions; equal by default. */
  readonly targets?: readonly number[];
}

/** Weights that give the columns a declared say, and the say that they have. */
export interface BalancedWeights {
  readonly weights: readonly number[];
  /** Pearson's correlation of each column with the composite. */
  readonly correlations: readonly number[];
  /** `w cov(x, composite) / var(composite)`; they sum to one. */
  readonly varianceShares: readonly number[];
}

/**
 * Weights of an arithmetic mean such that the columns correlate with it, or make up its variance, in declared
 * proportions: stated weights rarely say how much a column matters, because columns differ in spread and correlate.
 *
 * With R the correlations of the columns, t the targets and z the weights times the standard deviations:
 * - `correlation` solves `R z = t`, up to a factor. There is one solution; where it has a negative weight, no weights of
 *   zero or more balance the columns, and it is refused.
 * - `variance` solves `z[j] (R z)[j] = t[j]`, up to a factor, by Newton's method on `z'Rz / 2 - sum of t ln z`. There is
 *   always one positive solution, unless columns cancel one another out.
 *
 * Targets for the squared correlation, the importance of Becker et al., are the squares of those for `correlation`.
 *
 * @param columns one column per child, one value per unit; units that lack a value are left out
 * @throws IndexlabError for a constant column, fewer than three complete units, targets that are not positive, columns
 *   that determine one another, or where no weights of zero or more do it
 *
 * Reference: Becker, Saisana, Paruolo and Vandecasteele (2017), Ecological Indicators 80, who search for such weights;
 * `COINr::get_opt_weights`. For variance shares: Maillard, Roncalli and Teiletche (2010).
 *
 * @example
 * const columns = [new Float64Array([1, 2, 3, 4]), new Float64Array([10, 30, 20, 40])];
 * const { weights, correlations } = balancedWeights(columns);
 * [weights, correlations].map((row) => row.map((value) => value.toFixed(4))) // => [['0.9091', '0.0909'], ['0.9487', '0.9487']]
 */
export function balancedWeights(columns: readonly Float64Array[], options: BalanceOptions = {}): BalancedWeights {
  requireRows(columns, 'balancedWeights', 'column');
  requireOptions(options, 'balancedWeights', { balance: ['correlation', 'variance'], targets: 'an array' });
  const { balance = 'correlation', targets = columns.map(() => 1) } = options;
  const complete = completeColumns('balancedWeights', columns, 3);
  assertThat(
    targets.length === columns.length,
    () => `balancedWeights requires a target per column, got ${targets.length} for ${columns.length}`,
  );
  const wrong = targets.findIndex((target) => !(target > 0 && target < Infinity));
  assertThat(
    wrong === -1,
    () => `balancedWeights requires targets above zero, got ${targets[wrong]} (column ${wrong + 1})`,
  );
  assertThat(
    balance === 'correlation' || balance === 'variance',
    () => `balancedWeights requires balance correlation or variance, got ${JSON.stringify(balance)}`,
  );
  const deviations = complete.map((column, index) => {
    assertThat(
      column.some((value) => value !== column[0]),
      () => `balancedWeights requires columns that vary, got only ${column[0]} (column ${index + 1})`,
    );
    return standardDeviation(column);
  });
  const matrix = correlations(complete);
  const goal = Float64Array.from(targets);
  const scaled = balance === 'correlation' ? correlationSolution(matrix, goal) : varianceSolution(matrix, goal);
  const raw = scaled.map((value, index) => value / deviations[index]!);
  const total = raw.reduce((sum, value) => sum + value, 0);
  const image = matrixTimes(matrix, scaled);
  const variance = image.reduce((sum, value, index) => sum + value * scaled[index]!, 0);
  return {
    weights: Array.from(raw, (value) => value / total),
    correlations: image.map((value) => value / Math.sqrt(variance)),
    varianceShares: image.map((value, index) => (value * scaled[index]!) / variance),
  };
}

function correlationSolution(matrix: readonly Float64Array[], targets: Float64Array): Float64Array {
  const solution = solvePositive(matrix, targets);
  assertThat(
    solution !== null,
    'balancedWeights requires columns that do not determine one another, got a column that others make up',
    'Leave it out.',
  );
  const negative = Array.from(solution.keys()).filter((index) => solution[index]! < 0);
  assertThat(
    negative.length === 0,
    () =>
      `balancedWeights requires weights of zero or more that balance the columns, got a negative one for ${negative.map((index) => `column ${index + 1}`).join(', ')}`,
    'Balance variance, which always has a positive solution, or leave the column out: the others say already what it says.',
  );
  return solution;
}

/** Newton's method with the step that keeps it inside the positive weights (the function is self-concordant). */
function varianceSolution(matrix: readonly Float64Array[], targets: Float64Array): Float64Array {
  const sum = targets.reduce((total, value) => total + value, 0);
  const goal = targets.map((target) => target / sum);
  let point = goal.map((target) => Math.sqrt(target));
  let decrement = Infinity;
  for (let step = 0; step < 500; step += 1) {
    const image = matrixTimes(matrix, point);
    const gradient = point.map((_, index) => image[index]! - goal[index]! / point[index]!);
    const hessian = matrix.map((row, i) =>
      row.map((value, j) => (i === j ? value + goal[i]! / point[i]! ** 2 : value)),
    );
    const direction = solvePositive(hessian, gradient);
    if (direction === null) break;
    const before = decrement;
    decrement = Math.sqrt(
      Math.max(
        0,
        direction.reduce((total, value, index) => total + value * gradient[index]!, 0),
      ),
    );
    // Self-concordance holds after division by the smallest target.
    const damped = decrement / Math.sqrt(Math.min(...goal));
    const length = damped > 0.25 ? 1 / (1 + damped) : 1;
    point = point.map((value, index) => value - length * direction[index]!);
    if (decrement < 1e-15 || (decrement < 1e-9 && decrement >= before)) return point;
  }
  throw cancelling();
}

function cancelling(): IndexlabError {
  return new IndexlabError('balancedWeights requires columns that do not cancel one another out, got such columns', {
    remedy: 'Two of them run exactly against each other: turn the direction of one, or leave it out.',
  });
}

function correlations(columns: readonly Float64Array[]): Float64Array[] {
  const matrix = columns.map(() => new Float64Array(columns.length).fill(1));
  columns.forEach((column, a) => {
    for (let b = 0; b < a; b += 1) matrix[a]![b] = matrix[b]![a] = correlation(column, columns[b]!).estimate;
  });
  return matrix;
}
