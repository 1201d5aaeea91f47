import { type ClaimTable, judgeClaims, type JudgedClaim, type World } from '@indexlab/claims';
import { printedDecimals } from '@indexlab/core';

/**
 * The contradictions that go away once a cell prints what its own check computes: they follow from the mistake in that
 * cell, and are none of their own.
 *
 * @param tablesWith the tables with another token in one cell, `table#row/column`
 * @returns the id of the check, by the id of the claim that follows from its cell
 */
export function followUps(
  judged: readonly JudgedClaim[],
  world: World,
  tablesWith: (cell: string, token: string) => ReadonlyMap<string, ClaimTable>,
): Map<string, string> {
  const contradicted = judged.filter(({ verdict }) => verdict === 'contradicted');
  const found = new Map<string, string>();
  for (const check of contradicted) {
    const { printedCell, id } = check.claim;
    const readers = contradicted.filter(
      ({ claim, cells }) => claim.id !== id && !found.has(claim.id) && cells.some(({ ref }) => ref === printedCell),
    );
    if (printedCell === null || check.value === null || check.printed === null || readers.length === 0) continue;
    const token = check.value[0].toFixed(printedDecimals(check.printed.token));
    const repaired = { ...world, tables: tablesWith(printedCell, token) };
    const again = judgeClaims(
      readers.map(({ claim }) => claim),
      repaired,
    );
    for (const { claim, verdict } of again.judged) if (verdict !== 'contradicted') found.set(claim.id, id);
  }
  return found;
}
