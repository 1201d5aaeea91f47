import type { Claim, ClaimTable } from '@indexlab/claims';
import { IndexlabError } from '@indexlab/core';
import type { LedgerRow } from '../ledger/ledger-row.js';
import { judgeDossier } from './judge-dossier.js';
import { publishedDossier } from './published-dossier.js';

/** A file whose columns no row of a report needs. */
export class NoRowAsks extends IndexlabError {}

/**
 * The rows of a report's ledger with a user's file: those that needed its columns have a verdict instead.
 *
 * @param user the file as a table, its first column naming the units
 * @throws NoRowAsks when no row needs these columns, with the shapes that rows want
 */
export function withUserFile(rows: readonly LedgerRow[], report: string, user: ClaimTable): LedgerRow[] {
  const found = rowsOfUserFile(report, user);
  return rows.map((row) => found.get(row.id) ?? row);
}

/**
 * The rows of a report that a user's file gives a verdict, by their ids; no other row is judged.
 *
 * @throws NoRowAsks as {@link withUserFile}
 */
export function rowsOfUserFile(report: string, user: ClaimTable): Map<string, LedgerRow> {
  const supplies = ({ needs }: Claim): boolean =>
    needs !== null && needs.columns.slice(1).every((column) => user.columns.has(column));
  const judged = judgeDossier(publishedDossier(report), user, (claim) => claim.compute !== null && supplies(claim));
  const asking = judged.claims.filter(({ needs, compute }) => needs && compute);
  const supplied = asking.filter(supplies);
  if (supplied.length === 0) {
    const shapes = asking.map(({ id, needs }) => `${id}: ${needs!.columns.join(', ')}`);
    throw new NoRowAsks(`--with requires the columns that a row needs, got ${[...user.columns.keys()].join(', ')}`, {
      remedy: `Rows want:\n  ${shapes.join('\n  ')}`,
    });
  }
  return new Map(judged.rows.map((row) => [row.id, row]));
}
