import { contradiction } from './contradictions.js';
import type { PublishedRows } from './published-rows.js';
import { freeSumRelation, regionOf, type Relation, sumToOneRelation } from './relation.js';

/** The sparsest relations that agree with the printed digits. */
export interface RelationSearch {
  /** All of one sparseness; empty when nothing agrees. */
  readonly fits: readonly Relation[];
  /** The plain weighted sum and those with one part rescaled, where they were tried and do not agree. */
  readonly misfits: readonly Relation[];
  /** Whether every sparser relation was tried. */
  readonly exhaustive: boolean;
}

/**
 * Searches for a relation: the plain weighted sum first, then one part rescaled, then two, and so on.
 *
 * Where weights need not sum to one, a rescaled part shows as a constant only, so that is the one step there
 * is. Rescaling is not tried when there are as many free numbers as rows: its fit would say nothing.
 */
export function fittingRelations(
  { parts, rows }: PublishedRows,
  sumToOne: boolean,
  scaling: 'auto' | 'none',
): RelationSearch {
  const count = parts.length;
  const fits = (relation: Relation): boolean => contradiction(regionOf(rows, relation), new Set()) === undefined;
  const plain = sumToOne ? sumToOneRelation(count) : freeSumRelation(count);
  if (fits(plain)) return { fits: [plain], misfits: [], exhaustive: true };
  if (scaling === 'none' || rows.length <= count + 1) return { fits: [], misfits: [plain], exhaustive: true };
  const single = sumToOne
    ? subsets(count, 1).map((part) => sumToOneRelation(count, part))
    : [freeSumRelation(count, true)];
  const fitting = single.filter(fits);
  const misfits = [plain, ...single.filter((relation) => !fitting.includes(relation))];
  if (fitting.length > 0 || !sumToOne) return { fits: fitting, misfits, exhaustive: true };
  // Rescaling more parts only ever allows more: where rescaling all does not help, nothing will.
  const all = sumToOneRelation(count, subsets(count, count)[0]!);
  if (!fits(all)) return { fits: [], misfits, exhaustive: true };
  for (let size = 2; size < count; size += 1) {
    if (binomial(count, size) > mostRelations) return { fits: [all], misfits, exhaustive: false };
    const larger = subsets(count, size)
      .map((chosen) => sumToOneRelation(count, chosen))
      .filter(fits);
    if (larger.length > 0) return { fits: larger, misfits, exhaustive: true };
  }
  return { fits: [all], misfits, exhaustive: true };
}

/** So many relations of one sparseness are tried in some seconds. */
const mostRelations = 1000;

/** The subsets of the first whole numbers of a given size, in order. */
function subsets(count: number, size: number, from = 0): number[][] {
  if (size === 0) return [[]];
  return Array.from({ length: count - from }, (_, index) => from + index).flatMap((first) =>
    subsets(count, size - 1, first + 1).map((rest) => [first, ...rest]),
  );
}

function binomial(count: number, size: number): number {
  let product = 1;
  for (let index = 1; index <= size; index += 1) product = (product * (count - size + index)) / index;
  return product;
}
