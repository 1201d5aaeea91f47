import { assertThat, requireOptions } from '@indexlab/core';
import { ambiguity, assumptionsOf, caveats } from './assumptions.js';
import { type Fit, fitOf, ranked } from './fit.js';
import { fittingRelations, type RelationSearch } from './fitting-relations.js';
import { type PublishedColumns, publishedRows, type PublishedRows } from './published-rows.js';
import type { Alternative, Recovery } from './recovery.js';
import { frameOf, regionOf, type Relation } from './relation.js';
import { smallestResidual } from './smallest-residual.js';
import { nearMiss, solutionOf } from './solution.js';
import { checkStatedWeights, statedWeights, type StatedWeights } from './stated-weights.js';
import { wrongRows } from './wrong-rows.js';

/** What `recoverWeights` takes. */
export interface RecoverOptions extends PublishedColumns {
  /** Weights that the publication states, of all parts or some: tokens ("27.69%", "0.2769") or exact numbers. */
  readonly stated?: Readonly<Record<string, number | string>>;
  /** Whether to look for rescaled parts when the plain weighted sum does not fit (`auto`, the default). */
  readonly scaling?: 'auto' | 'none';
  /** Whether the weights sum to one; they do by default. */
  readonly sumToOne?: boolean;
  /** How many linear programs the search for wrong rows may solve before it stops proving; 5000 by default. */
  readonly programs?: number;
}

/**
 * The weights (and rescalings of parts) that can have produced a published total, from the printed digits.
 *
 * **Model.** `total = sum(weight[j] * part[j])`, weights not negative and (unless `sumToOne` is off) summing to
 * one. Every cell is the interval that its digits stand for, so a row says
 * `sum(weight * lower(part)) <= upper(total)` and `sum(weight * upper(part)) >= lower(total)`. The weights that
 * satisfy all rows are a polyhedron; `lower` and `upper` of a weight are its exact ends (rational arithmetic,
 * nearest double), and `estimate` is the point inside with the smallest largest residual at the printed values
 * (the middles of the intervals; ties go to the smaller weight of the earlier part). `simplest` has the fewest
 * decimals inside, and of several such the nearest to the estimate.
 *
 * **Scaling.** When the plain sum does not fit, parts may have been rescaled by
 * `part -> slope * part + shift`, `slope >= 0`, before weighting. One rescaled part is tried, then two and so
 * on; the sparsest that fits is reported. One rescaled part is identified, as its weight is what the others
 * leave of one; of several only the sum of their weights is. Often the digits cannot tell *which* part was
 * rescaled: bounds then hold whichever it was, the scaling shown is the one with a round min-max range or else
 * with the simplest weights, and the others are among `alternatives` with their own bounds. The method is
 * `min-max` when the smallest and the largest value of the part can have been mapped onto numbers of one
 * significant digit (0, 1, 60, 100), otherwise `affine`. Without a fixed sum a rescaled part shows as a
 * constant only: weights then count per printed unit.
 *
 * **Identified** means that exact digits would determine the weight (its column is not a combination of the
 * others) and that the printed ones narrow it to less than what any weight satisfies. Where it is not,
 * the estimate is `null` and the bounds are given as far as they exist.
 *
 * **Nothing fits.** `wrongRows` are the smallest sets of rows that must be wrong (at most twenty), under the
 * plain sum or, where that saves more rows than an affine map could fit anyway (two), with one part rescaled;
 * `assumptions` says which. The estimate then has the smallest largest residual over all rows and no
 * bounds; `withoutWrongRows` has what the other rows say when the smallest set is the only one.
 *
 * **Stated weights** are `possible` when some weights that round to them satisfy every row; tokens with a
 * fraction or a percent sign are rounded, numbers exact.
 *
 * Rows with a missing cell are left out and said to be. Units: weights are shares of one, residual and
 * intercept count in units of the total. A part needs bounded cells; a total may have one end only.
 *
 * @throws IndexlabError when there is no part or no complete row, lengths differ, a part is unbounded, or
 * stated weights are of unknown parts, not numbers or negative
 *
 * @example
 * const printed = (...tokens: string[]) => tokens.map((token) => roundedInterval(token));
 * const parts = { market: printed('10.0', '20.0', '50.0'), technology: printed('40.0', '20.0', '10.0') };
 * const { weights, simplest } = recoverWeights({ total: printed('28.0', '20.0', '26.0'), parts });
 * [weights.market.lower.toFixed(4), weights.market.upper.toFixed(4), simplest]
 * // => ['0.3975', '0.4025', { market: 0.4, technology: 0.6 }]
 */
export function recoverWeights(options: RecoverOptions): Recovery {
  requireOptions(
    options,
    'recoverWeights',
    {
      stated: 'an object',
      scaling: ['auto', 'none'],
      sumToOne: 'true or false',
      programs: 'a number',
      unit: 'an array of texts',
      total: 'an array',
      parts: 'an object',
    },
    ['parts', 'total'],
  );
  const { scaling = 'auto', sumToOne = true } = options;
  assertThat(
    scaling === 'auto' || scaling === 'none',
    () => `recoverWeights requires a scaling of "auto" or "none", got ${JSON.stringify(scaling)}`,
  );
  const published = publishedRows(options);
  const stated = options.stated && statedWeights(options.stated, published.parts);
  const search = fittingRelations(published, sumToOne, scaling);
  if (search.fits.length === 0) return infeasible(published, search.misfits, options, stated);
  return feasible(published, search, stated);
}

function feasible(published: PublishedRows, search: RelationSearch, stated?: StatedWeights): Recovery {
  const found = ranked(search.fits.map((relation) => fitOf(published.rows, relation)));
  const [best, ...others] = found.fits;
  const verdicts = stated
    ? found.fits.map((fit) => checkStatedWeights(stated, published, fit.relation, fit.region))
    : [];
  const verdict = verdicts.find(({ possible }) => possible) ?? verdicts[0];
  return {
    status: 'feasible',
    assumptions: [...assumptionsOf(published, best!.relation), ...ambiguity(published, others, search.exhaustive)],
    ...solutionOf(published, found),
    ...(verdict && { stated: verdict }),
    wrongRows: [],
    wrongRowsProven: true,
    alternatives: [
      ...search.misfits.map((relation) => missed(published, relation)),
      ...others.map((fit) => equal(published, fit)),
    ],
  };
}

function infeasible(
  published: PublishedRows,
  tried: readonly Relation[],
  options: RecoverOptions,
  stated?: StatedWeights,
): Recovery {
  const { rows } = published;
  const wrong = wrongRows(rows, tried, mostSets, options.programs ?? 5000);
  const { relation, sets } = wrong;
  const kept = rows.filter((_, row) => !sets[0]!.includes(row));
  const isCertain = wrong.proven && wrong.complete && sets.length === 1 && kept.length > 0;
  return {
    status: 'infeasible',
    assumptions: [
      ...assumptionsOf(published, relation),
      ...caveats(published, wrong, tried.length > 1 || options.scaling === 'none'),
    ],
    ...nearMiss(published, relation, smallestResidual(rows, relation, frameOf(relation))),
    ...(stated && { stated: checkStatedWeights(stated, published, relation, regionOf(rows, relation)) }),
    wrongRows: sets.map((set) => set.map((row) => rows[row]!.unit)),
    wrongRowsProven: wrong.proven,
    ...(isCertain && { withoutWrongRows: solutionOf({ ...published, rows: kept }, ranked([fitOf(kept, relation)])) }),
    alternatives: tried.filter((other) => other !== relation).map((other) => missed(published, other)),
  };
}

/** How many sets of wrong rows are listed. */
const mostSets = 20;

function missed(published: PublishedRows, relation: Relation): Alternative {
  const { scaling, maxResidual } = nearMiss(
    published,
    relation,
    smallestResidual(published.rows, relation, frameOf(relation)),
  );
  return { scaling, constant: relation.constant, fits: false, maxResidual };
}

function equal(published: PublishedRows, fit: Fit): Alternative {
  const { scaling, maxResidual, weights } = solutionOf(published, { fits: [fit], simplest: undefined });
  return { scaling, constant: fit.relation.constant, fits: true, maxResidual, weights };
}
