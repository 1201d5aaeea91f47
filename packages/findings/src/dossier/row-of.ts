import type { Computed, JudgedClaim, Place, PrintedFigure } from '@indexlab/claims';
import { Exact } from '@indexlab/core';
import type { LedgerRow, RivalReading } from '../ledger/ledger-row.js';
import { locatorOf } from './locator.js';

/**
 * A judged claim of a dossier as a row of its ledger: numbers in the printed unit, cells with the dossier's name.
 *
 * @param locate a place as one line
 */
export function rowOf(
  judged: JudgedClaim,
  dossier: string,
  locate: (place: Place | null) => string = locatorOf,
): LedgerRow {
  const { claim, printed, verdict, why, reading, sharpness, power, text, smallestChange } = judged;
  const contradicted = verdict === 'contradicted';
  const cells = judged.cells.map(({ ref, printed: token }) => ({ ref: `${dossier}/${ref}`, printed: token }));
  const meaning = contradicted ? claim.contradiction.means : null;
  return {
    id: `${dossier}/${claim.id}`,
    report: dossier,
    locator: locate(claim.at),
    at: claim.at,
    alsoAt: claim.alsoAt.map((place) => locate(place)),
    also: claim.alsoAt,
    kind: claim.kind,
    statement: claim.says,
    ...printedFields(printed, claim.words ?? claim.says),
    ...numbersOf(judged),
    computedText: verdict === 'not-computable' ? (text ?? wants(judged)) : text,
    verdict: claim.kind === 'context' ? null : verdict,
    why,
    class: contradicted ? (claim.contradiction.class ?? defaultClass(judged)) : null,
    cause: contradicted ? (claim.cause ?? claim.id) : null,
    reading,
    procedures: judged.procedures ?? null,
    needs: verdict === 'not-computable' ? (claim.needs?.who ?? null) : null,
    flags: [...claim.flags, ...unitFlag(judged)],
    sharpness,
    power,
    reason: [claim.note, meaning].filter((one) => one !== null).join(' ') || null,
    assumptions: judged.assumptions,
    readings: judged.readings.map(
      ({ name, result }): RivalReading => ({ reading: name, verdict: result.verdict, ...numbersOf(result) }),
    ),
    smallestChange: smallestChange && {
      ...smallestChange,
      changes: smallestChange.changes.map((change) => ({ ...change, ref: `${dossier}/${change.ref}` })),
    },
    suspects: judged.suspects.map((ref) => `${dossier}/${ref}`),
    materiality: contradicted ? (claim.materiality ?? defaultMateriality(judged)) : null,
    program: claim.compute?.text ?? (claim.system ? `system: ${claim.system.join(', ')}` : null),
    inputs: cells.map(({ ref }) => ref),
    evidence: cells,
  };
}

function numbersOf({
  value,
  bounds,
}: Pick<Computed, 'value' | 'bounds'>): Pick<LedgerRow, 'computed' | 'lower' | 'upper'> {
  return {
    computed: value && middleOf(value),
    lower: bounds?.lower.toNumber() ?? null,
    upper: bounds?.upper.toNumber() ?? null,
  };
}

/** A contradicted number that fits as it stands, its unit left out: the column may not say that it counts in thousands. */
function unitFlag({ verdict, printed, value }: JudgedClaim): string[] {
  if (verdict !== 'contradicted' || !printed || !value || printed.size.compare(Exact.one) <= 0) return [];
  // The value counts in the printed unit, the span in ones.
  const inUnit = value[0].times(printed.size).times(printed.size);
  const { lower, upper } = printed.span;
  const fits = (lower === null || inUnit.compare(lower) >= 0) && (upper === null || inUnit.compare(upper) <= 0);
  return fits ? [`fits if the cells count in ${printed.unit}: give their columns this unit`] : [];
}

/** A value that only doubles give is known between two ends. */
function middleOf([low, high]: NonNullable<Computed['value']>): number {
  return low.plus(high).over(Exact.ratio(2n)).toNumber();
}

type PrintedFields = Pick<LedgerRow, 'printed' | 'unit' | 'qualifier' | 'exact' | 'printedLower' | 'printedUpper'>;

function printedFields(printed: PrintedFigure | null, says: string): PrintedFields {
  if (!printed)
    return { printed: says, unit: null, qualifier: null, exact: null, printedLower: null, printedUpper: null };
  const { token, unit, hedge, exact, span, size } = printed;
  const end = (value: typeof span.lower): number | null => value?.over(size).toNumber() ?? null;
  return {
    printed: token,
    unit,
    qualifier: hedge,
    exact,
    printedLower: end(span.lower),
    printedUpper: end(span.upper),
  };
}

/** Which file a claim needs, in what shape. */
function wants({ claim: { needs } }: JudgedClaim): string {
  if (!needs) return 'the report does not publish what it was computed from';
  const columns = needs.columns.map((column) => (needs.units[column] ? `${column} (${needs.units[column]})` : column));
  return `${needs.what || 'a file'}${columns.length > 0 ? `: columns ${columns.join(', ')}` : ''}`;
}

function defaultClass({ claim, printed }: JudgedClaim): LedgerRow['class'] {
  if (claim.kind === 'invariant') return 'table against table';
  return printed?.exact ? 'count' : 'text against table';
}

/** A wrong order moves ranks; a digit is a digit. */
function defaultMateriality({ claim, printed }: JudgedClaim): LedgerRow['materiality'] {
  if (claim.contradiction.class === 'order' || printed === null) return 'rank';
  return 'digit';
}
