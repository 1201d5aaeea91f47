import type { Claim, ClaimTable } from '@indexlab/claims';
import { IndexlabError } from '@indexlab/core';
import type { LedgerRow } from '../ledger/ledger-row.js';
import { judgeDossier } from './judge-dossier.js';
import { publishedDossier } from './published-dossier.js';

/**
 * The rows of a report's ledger with a user's file: those that needed its columns have a verdict instead.
 *
 * @param user the file as a table, its first column naming the units
 * @throws IndexlabError when no row needs these columns, with the shapes that rows want
 */
export function withUserFile(rows: readonly LedgerRow[], report: string, user: ClaimTable): LedgerRow[] {
  const supplies = ({ needs }: Claim): boolean =>
    needs !== null && needs.columns.slice(1).every((column) => user.columns.has(column));
  const judged = judgeDossier(publishedDossier(report), user, (claim) => claim.compute !== null && supplies(claim));
  const asking = judged.claims.filter(({ needs, compute }) => needs && compute);
  const supplied = asking.filter(supplies);
  if (supplied.length === 0) {
    const shapes = asking.map(({ id, needs }) => `${id}: ${needs!.columns.join(', ')}`);
    throw new IndexlabError(
      `--with requires the columns that a row needs, got ${[...user.columns.keys()].join(', ')}`,
      { remedy: `Rows want:\n  ${shapes.join('\n  ')}` },
    );
  }
  const found = new Map(judged.rows.map((row) => [row.id, row]));
  return rows.map((row) => found.get(row.id) ?? row);
}
