import type { Rule } from './rule.js';
import { absentInSomeTimes } from './rules/absent-in-some-times.js';
import { absentUnit } from './rules/absent-unit.js';
import { cellsDiffer } from './rules/cells-differ.js';
import { duplicateKey } from './rules/duplicate-key.js';
import { duplicatePlace } from './rules/duplicate-place.js';
import { duplicateRow } from './rules/duplicate-row.js';
import { emptyTable } from './rules/empty-table.js';
import { impossibleRankChange } from './rules/impossible-rank-change.js';
import { impossibleShare } from './rules/impossible-share.js';
import { magnitude } from './rules/magnitude.js';
import { meanMismatch } from './rules/mean-mismatch.js';
import { meanOutsideParts } from './rules/mean-outside-parts.js';
import { missingCell } from './rules/missing-cell.js';
import { missingRank } from './rules/missing-rank.js';
import { notARank } from './rules/not-a-rank.js';
import { outsideCutOffs } from './rules/outside-cut-offs.js';
import { partOverWhole } from './rules/part-over-whole.js';
import { percentageMismatch } from './rules/percentage-mismatch.js';
import { placeSpellings } from './rules/place-spellings.js';
import { rankAgainstValue } from './rules/rank-against-value.js';
import { repeatedRank } from './rules/repeated-rank.js';
import { rowCount } from './rules/row-count.js';
import { rowOrder } from './rules/row-order.js';
import { shareOfTotal } from './rules/share-of-total.js';
import { sharesOverWhole, sharesResidual } from './rules/shares-over-whole.js';
import { sumMismatch } from './rules/sum-mismatch.js';
import { textCell } from './rules/text-cell.js';
import { tierOverlap } from './rules/tier-overlap.js';
import { unevenDecimals } from './rules/uneven-decimals.js';
import { ambiguousPlace, unresolvedPlace } from './rules/unresolved-place.js';
import { valueOrder } from './rules/value-order.js';

/**
 * Every rule of an audit, in the order in which they run.
 *
 * `truncated-digits` (warning) and `tables-differ` are no rules of their own: each rule about arithmetic gives the first
 * where digits fit when cut off instead of rounded; `cells-differ` gives the second for a column of another table.
 *
 * @example
 * rules.find(({ name }) => name === 'missing-rank').finds // => 'a gap in the ranks that no tie before it explains'
 */
export const rules: readonly Rule[] = [
  emptyTable,
  rowCount,
  missingCell,
  textCell,
  duplicateKey,
  duplicatePlace,
  duplicateRow,
  unresolvedPlace,
  ambiguousPlace,
  placeSpellings,
  absentUnit,
  absentInSomeTimes,
  notARank,
  missingRank,
  repeatedRank,
  rowOrder,
  rankAgainstValue,
  magnitude,
  impossibleRankChange,
  unevenDecimals,
  sumMismatch,
  meanMismatch,
  meanOutsideParts,
  percentageMismatch,
  shareOfTotal,
  partOverWhole,
  impossibleShare,
  sharesOverWhole,
  sharesResidual,
  cellsDiffer,
  valueOrder,
  tierOverlap,
  outsideCutOffs,
];
