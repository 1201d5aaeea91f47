import { type Procedure, procedures } from '@indexlab/claims';
import type { LedgerRow } from '../ledger/ledger-row.js';

/** How a report rounds, as far as its own numbers tell. */
export interface RoundingHabit {
  /** The procedures that most rows stand under: one where the rows decide, none where nothing tells them apart. */
  readonly habit: readonly Procedure[];
  /** How many of the rows that tell procedures apart stand under each. */
  readonly stands: Readonly<Record<Procedure, number>>;
  /** How many rows tell procedures apart. */
  readonly deciding: number;
}

/**
 * The habit of rounding behind all printed repeats, sums and ratios of a report together: rows that stand under some
 * procedures and not under others decide.
 *
 * @example
 * roundingHabit([{ procedures: ['down'] }, { procedures: ['down', 'half up', 'half even'] }]).habit // => ['down']
 */
export function roundingHabit(rows: readonly Pick<LedgerRow, 'procedures'>[]): RoundingHabit {
  const told = rows.flatMap(({ procedures: own }) =>
    own && own.length > 0 && own.length < procedures.length ? [own] : [],
  );
  const count = (procedure: Procedure): number => told.filter((own) => own.includes(procedure)).length;
  const stands = Object.fromEntries(procedures.map((one) => [one, count(one)])) as Record<Procedure, number>;
  const most = Math.max(...procedures.map((one) => stands[one]));
  const best = procedures.filter((one) => stands[one] === most);
  return { habit: told.length > 0 ? best : [], stands, deciding: told.length };
}

/**
 * Whether a row stands where its numbers are rounded as the report does by habit, and the other rows alone show that
 * habit to fit better than ordinary rounding: a number excuses nobody, itself least.
 */
export function explainedByHabit(
  rows: readonly Pick<LedgerRow, 'procedures'>[],
): (row: Pick<LedgerRow, 'procedures'>) => boolean {
  const { habit, stands } = roundingHabit(rows);
  return ({ procedures: own }) => {
    if (!own || own.length === 0 || own.length === procedures.length) return false;
    const others = (one: Procedure): number => stands[one] - Number(own.includes(one));
    return habit.some((one) => own.includes(one) && others(one) > Math.max(others('half up'), others('half even')));
  };
}
