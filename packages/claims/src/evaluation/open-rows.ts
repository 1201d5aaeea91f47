import { Exact } from '@indexlab/core';
import { constant, ofVariable, type Variable } from '../forms/affine.js';
import { type Form, minus, plus, times } from '../forms/form.js';
import { type Expression, TableGap } from '../language/syntax.js';
import { decided } from './truth.js';
import type { Entry, Truth } from './value.js';

/** Up to this many rows that the digits leave open are tried in every combination. */
const manyOpen = 6;

/**
 * A number of rows some of which may not belong: the number with each of them and without it, as its choice says. At
 * least one row is taken to belong.
 */
export function eachWay(
  entries: readonly Entry[],
  { at }: Pick<Expression, 'at'>,
  of: (entries: readonly Entry[]) => Form,
): Form {
  const sure = entries.filter(({ choice }) => choice === null);
  const open = entries.filter((entry): entry is Entry & { choice: Variable } => entry.choice !== null);
  if (open.length > manyOpen) throw undecided(open, at);
  const decide = (kept: readonly Entry[], [next, ...rest]: readonly (Entry & { choice: Variable })[]): Form => {
    if (!next) return of(entries.filter((entry) => kept.includes(entry)));
    const inside = decide([...kept, next], rest);
    if (kept.length === 0 && rest.length === 0) return inside;
    const choice = ofVariable(next.choice);
    const without = minus(constant(Exact.one), choice);
    return plus(times(choice, inside), times(without, decide(kept, rest)));
  };
  return decide(sure, open);
}

/** A truth of rows some of which may not belong: decided where it is the same with all of them and with none. */
export function withAndWithout(entries: readonly Entry[], of: (entries: readonly Entry[]) => Truth): Truth {
  const whole = of(entries);
  if (entries.every(({ choice }) => choice === null)) return whole;
  const sure = of(entries.filter(({ choice }) => choice === null));
  if (sure.holds === whole.holds && whole.holds !== 'possibly') return whole;
  const printed = of(entries.filter(({ choice }) => choice === null || choice.printed.sign() > 0));
  return { ...decided(printed.printed, whole.says), holds: 'possibly', agrees: false, power: null };
}

/** A condition that the digits leave open, as a choice: it counts where it holds, on a row that belongs. */
export function choiceOf(
  id: string,
  { printed, partial }: Pick<Truth, 'printed' | 'partial'>,
  row: Variable | null,
): Variable {
  const holds = printed && (row === null || row.printed.sign() > 0);
  return {
    id,
    lower: Exact.zero,
    upper: Exact.one,
    printed: holds ? Exact.one : Exact.zero,
    choice: true,
    ...((partial || row?.unlisted) && { unlisted: true }),
  };
}

/** What the digits leave open, where no bound can be made of it. */
export function undecided(rows: readonly { readonly label: string }[], at: number): TableGap {
  return new TableGap(
    `the printed digits do not decide which rows belong (${rows.map(({ label }) => label).join(', ')})`,
    at,
  );
}
