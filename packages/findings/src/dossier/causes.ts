import type { Materiality } from '@indexlab/claims';
import type { LedgerRow } from '../ledger/ledger-row.js';
import { explainedByHabit, roundingHabit } from './rounding-habit.js';

/** A mistake of the report, once, with the contradictions that it explains. */
export interface Cause {
  readonly id: string;
  readonly report: string;
  readonly title: string;
  readonly findings: readonly string[];
  readonly materiality: Materiality;
  /** Whether the authors have to act: a headline, a rank or a digit that no rounding explains. */
  readonly action: 'required' | 'suggested';
}

/**
 * The mistakes behind the contradictions of a ledger: rows that name the same cause, and rows that one wrong cell
 * explains, belong together, and so do those that the report's habit of rounding explains; any other is alone.
 *
 * @param titles what the author calls the causes
 * @param follows the claim whose wrong cell a contradiction follows from, by the end of their ids
 * @returns the causes, most material first, and the rows with the id of theirs
 */
export function causesOf(
  rows: readonly LedgerRow[],
  titles: ReadonlyMap<string, string> = new Map(),
  follows: ReadonlyMap<string, string> = new Map(),
): { causes: Cause[]; rows: LedgerRow[] } {
  const contradicted = rows.filter(({ verdict }) => verdict === 'contradicted');
  const shared = sharedCells(contradicted);
  const byName = new Map(contradicted.map((row) => [row.id.slice(row.id.indexOf('/') + 1), row]));
  const { habit } = roundingHabit(rows);
  const isHabit = explainedByHabit(rows);
  const causeOf = (row: LedgerRow): string => {
    if (titles.has(row.cause ?? '')) return row.cause!;
    if (isHabit(row)) return roundingCause;
    const source = byName.get(follows.get(row.id.slice(row.id.indexOf('/') + 1)) ?? '');
    return shared.get(row.id) ?? (source && !shared.has(source.id) ? causeOf(source) : (row.cause ?? row.id));
  };
  const groups = new Map<string, LedgerRow[]>();
  for (const row of contradicted) groups.set(causeOf(row), [...(groups.get(causeOf(row)) ?? []), row]);
  const causes = [...groups].map(([id, members]) =>
    causeFrom(
      id,
      members,
      titles.get(id) ?? (id === roundingCause ? `The report rounds ${habit.join(' or ')}` : undefined),
    ),
  );
  causes.sort(
    (a, b) => weights.indexOf(a.materiality) - weights.indexOf(b.materiality) || b.findings.length - a.findings.length,
  );
  return { causes, rows: rows.map((row) => (row.verdict === 'contradicted' ? { ...row, cause: causeOf(row) } : row)) };
}

const roundingCause = 'rounding-habit';

/** A mistake that a report's own module names, with the rows that it explains by the end of their ids. */
export interface StatedCause {
  readonly id: string;
  readonly title: string;
  readonly explains: RegExp;
  readonly materiality: Materiality;
}

/**
 * Rows with the causes that a report's module states.
 *
 * @example
 * withCauses([], []) // => []
 */
export function withCauses(rows: readonly LedgerRow[], causes: readonly StatedCause[]): LedgerRow[] {
  return rows.map((row) => {
    if (row.verdict !== 'contradicted') return row;
    const cause = causes.find(({ explains }) => explains.test(row.id.slice(row.id.indexOf('/') + 1)));
    return cause
      ? { ...row, cause: cause.id, materiality: cause.materiality }
      : { ...row, materiality: row.materiality ?? 'digit' };
  });
}

const weights: readonly Materiality[] = ['headline', 'rank', 'digit', 'none'];

/**
 * Cells in which one slip explains several contradictions, by row: the cell that explains most first, until none explains
 * two that are left.
 */
function sharedCells(rows: readonly LedgerRow[]): Map<string, string> {
  const explained = new Map<string, string>();
  for (;;) {
    const byCell = new Map<string, string[]>();
    for (const { id, suspects } of rows) {
      if (explained.has(id)) continue;
      for (const cell of new Set(suspects))
        if (/#\d+\//.test(cell)) byCell.set(cell, [...(byCell.get(cell) ?? []), id]);
    }
    const [cell, members] = [...byCell].sort(([, a], [, b]) => b.length - a.length)[0] ?? ['', []];
    if (members.length < 2) return explained;
    for (const id of members) explained.set(id, cell);
  }
}

function causeFrom(id: string, members: readonly LedgerRow[], title: string | undefined): Cause {
  const [first] = members as readonly [LedgerRow, ...LedgerRow[]];
  const materiality = weights.find((weight) => members.some((row) => row.materiality === weight)) ?? 'digit';
  const onlyRounding =
    id === roundingCause || members.every(({ reading }) => reading === 'truncated' || reading === 'rounded up');
  return {
    id,
    report: first.report,
    title:
      title ??
      (members.length > 1 && first.cause !== id
        ? `One cell, ${id}, explains ${members.length} contradictions`
        : first.statement),
    findings: members.map((row) => row.id),
    materiality,
    action: materiality === 'none' || onlyRounding ? 'suggested' : 'required',
  };
}
