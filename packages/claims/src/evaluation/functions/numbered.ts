import type { Expression } from '../../language/syntax.js';
import { valueAsPrinted } from '../../forms/value-at.js';
import { asColumn } from '../as.js';
import { compareNumbers, restsOnUnlisted } from '../compare-numbers.js';
import { evaluate } from '../evaluate.js';
import { withAndWithout } from '../open-rows.js';
import type { Scope } from '../scope.js';
import { decided } from '../truth.js';
import type { Entry, Truth, Value } from '../value.js';

/**
 * Whether printed ranks run from 1, each standing once. Where values are given, units whose values may be equal may share
 * a rank; the ranks that they leave out behind them are then free.
 */
export function numbered([ranks, values]: readonly Expression[], scope: Scope): Value {
  const entries = asColumn(evaluate(ranks!, scope), ranks!);
  const beside = values && new Map(asColumn(evaluate(values, scope), values).map((entry) => [entry.row, entry]));
  const printed = entries.filter(({ form }) => !restsOnUnlisted(form));
  return { type: 'truth', ...withAndWithout(printed, (rows) => runs(rows, beside)) };
}

function runs(entries: readonly Entry[], values: ReadonlyMap<number | null, Entry> | undefined): Truth {
  const rankOf = (entry: Entry): number => valueAsPrinted(entry.form)?.[0].toNumber() ?? NaN;
  const sorted = [...entries].sort((a, b) => rankOf(a) - rankOf(b));
  const problems: string[] = [];
  for (const [at, entry] of sorted.entries()) {
    const before = sorted[at - 1];
    const rank = rankOf(entry);
    if (before && rank === rankOf(before)) {
      if (!mayTie(before, entry, values)) problems.push(`rank ${rank} stands twice (${before.label}, ${entry.label})`);
    } else if (rank !== at + 1 && !(before && rank === rankOf(before) + 1)) {
      problems.push(before ? `rank ${rankOf(before) + 1} is missing` : `the first rank is ${rank}`);
    }
  }
  return decided(problems.length === 0, problems.join('; ') || `${entries.length} ranks`);
}

function mayTie(a: Entry, b: Entry, values: ReadonlyMap<number | null, Entry> | undefined): boolean {
  const [x, y] = [values?.get(a.row), values?.get(b.row)];
  return x !== undefined && y !== undefined && compareNumbers(x.form, '=', y.form).holds !== 'never';
}
