import type { LedgerRow } from '../ledger/ledger-row.js';
import type { Page } from './page.js';

/** A row that cites more cells than this looks at a whole list; it says nothing of single ranks. */
const fewCells = 12;

/**
 * The ranks of the lines that a mistake stands in, by table, neighbours as one range: `base-50: 35-50`.
 */
export function ranksTouched(rows: readonly LedgerRow[], { dossier }: Page): string[] {
  const touched = new Map<string, Set<number>>();
  for (const { inputs } of rows.filter((row) => row.inputs.length <= fewCells)) {
    for (const ref of inputs) {
      const [, table, line] = /^[^/]*\/(.*)#(\d+)\//su.exec(ref) ?? [];
      const found = dossier.tables.find(({ name }) => name === table);
      const column = found?.fields.findIndex(isRank) ?? -1;
      const rank = Number(found?.rows[Number(line) - 1]?.[column] ?? '');
      if (Number.isInteger(rank) && rank > 0) touched.set(table!, (touched.get(table!) ?? new Set()).add(rank));
    }
  }
  return [...touched].map(([table, ranks]) => `${table}: ${ranges([...ranks]).join(', ')}`);
}

function isRank({ name, role }: { readonly name: string; readonly role?: unknown }): boolean {
  const roles = (Array.isArray(role) ? role : [role]) as (string | { role: string } | undefined)[];
  return name === 'rank' || roles.some((one) => (typeof one === 'string' ? one : one?.role) === 'rank');
}

/** Numbers in rising order, neighbours as one run from and to. */
export function numberRuns(numbers: readonly number[]): [from: number, to: number][] {
  const found: [number, number][] = [];
  for (const one of [...numbers].sort((a, b) => a - b)) {
    const last = found.at(-1);
    if (last && one === last[1] + 1) last[1] = one;
    else found.push([one, one]);
  }
  return found;
}

function ranges(ranks: readonly number[]): string[] {
  return numberRuns(ranks).map(([from, to]) => (from === to ? String(from) : `${from}-${to}`));
}
