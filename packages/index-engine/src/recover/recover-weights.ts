import { assertThat } from '@indexlab/core';
import { ambiguity, assumptionsOf } from './assumptions.js';
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

export function recoverWeights(options: RecoverOptions): Recovery {
  const { scaling = 'auto', sumToOne = true, programs = 5000 } = options;
  assertThat(
    scaling === 'auto' || scaling === 'none',
    () => `recoverWeights requires a scaling of "auto" or "none", got ${JSON.stringify(scaling)}`,
  );
  const published = publishedRows(options);
  const stated = options.stated && statedWeights(options.stated, published.parts);
  const search = fittingRelations(published, sumToOne, scaling);
  if (search.fits.length === 0) return infeasible(published, search.misfits, stated, programs);
  return feasible(published, search, stated);
}

function feasible(published: PublishedRows, search: RelationSearch, stated?: StatedWeights): Recovery {
  const found = ranked(search.fits.map((relation) => fitOf(published.rows, relation)));
  const [best, ...others] = found.fits;
  const verdicts = stated ? found.fits.map((fit) => checkStatedWeights(stated, published, fit.relation, fit.region)) : [];
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

function infeasible(published: PublishedRows, tried: readonly Relation[], stated: StatedWeights | undefined, programs: number): Recovery {
  const { rows } = published;
  const { relation, sets, proven, complete } = wrongRows(rows, tried, mostSets, programs);
  const kept = rows.filter((_, row) => !sets[0]!.includes(row));
  return {
    status: 'infeasible',
    assumptions: [
      ...assumptionsOf(published, relation),
      'nothing fits all rows: the estimate has the smallest largest residual, and the wrong rows are those of this relation',
      ...(proven && !complete ? ['there are more sets of wrong rows of this size than are listed'] : []),
    ],
    ...nearMiss(published, relation, smallestResidual(rows, relation, frameOf(relation))),
    ...(stated && { stated: checkStatedWeights(stated, published, relation, regionOf(rows, relation)) }),
    wrongRows: sets.map((set) => set.map((row) => rows[row]!.unit)),
    wrongRowsProven: proven,
    ...(proven && complete && sets.length === 1 && kept.length > 0 && {
      withoutWrongRows: solutionOf({ ...published, rows: kept }, ranked([fitOf(kept, relation)])),
    }),
    alternatives: tried.filter((other) => other !== relation).map((other) => missed(published, other)),
  };
}

/** How many sets of wrong rows are listed. */
const mostSets = 20;

function missed(published: PublishedRows, relation: Relation): Alternative {
  const { scaling, maxResidual } = nearMiss(published, relation, smallestResidual(published.rows, relation, frameOf(relation)));
  return { scaling, constant: relation.constant, fits: false, maxResidual };
}

function equal(published: PublishedRows, fit: Fit): Alternative {
  const { scaling, maxResidual, weights } = solutionOf(published, { fits: [fit], simplest: undefined });
  return { scaling, constant: fit.relation.constant, fits: true, maxResidual, weights };
}
