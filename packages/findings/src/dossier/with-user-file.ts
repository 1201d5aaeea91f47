import { readFileSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { listTables, loadDataPackage } from '@indexlab/adapters';
import { type ClaimTable, judgeClaims, problemsError, readClaims } from '@indexlab/claims';
import { IndexlabError } from '@indexlab/core';
import type { LedgerRow } from '../ledger/ledger-row.js';
import { publishedPlaces, publishedTables } from './published-world.js';
import { rowOf } from './row-of.js';

/**
 * The rows of a report's ledger with a user's file: those that needed its columns have a verdict instead.
 *
 * @param user the file as a table, its first column naming the units
 * @throws IndexlabError when no row needs these columns, with the shapes that rows want
 */
export function withUserFile(rows: readonly LedgerRow[], report: string, user: ClaimTable): LedgerRow[] {
  const file = join(loadDataPackage().folder, 'reports', report, 'claims', 'with-a-file.yaml');
  const { year } = listTables(report)[0]!;
  const places = publishedPlaces(year);
  const tables = publishedTables(report);
  const keyed = { ...user, keys: user.keys.map((name) => name && (places.keyOf(name, null) ?? name)) };
  const read = readClaims(existsSync(file) ? readFileSync(file, 'utf8') : '', 'with-a-file.yaml', tables);
  const byId = new Map(rows.map((row) => [row.id, row]));
  const claims = read.claims.flatMap((claim) => {
    const row = byId.get(`${report}/${claim.id}`);
    return row && claim.needs!.columns.every((column, at) => at === 0 || user.columns.has(column))
      ? [{ claim, row }]
      : [];
  });
  if (claims.length === 0) {
    const shapes = read.claims.map(({ id, needs }) => `${id}: ${needs!.columns.join(', ')}`);
    throw new IndexlabError(
      `--with requires the columns that a row needs, got ${[...user.columns.keys()].join(', ')}`,
      { remedy: `Rows want:\n  ${shapes.join('\n  ')}` },
    );
  }
  // The first column may be called as the user likes.
  const [unit] = user.columns.keys();
  const asked = claims.map(({ claim, row }) => ({
    ...claim,
    printed: row.printed,
    needs: { ...claim.needs!, columns: [unit!, ...claim.needs!.columns.slice(1)] },
  }));
  const { judged, problems } = judgeClaims(asked, {
    tables,
    figures: new Map(),
    user: keyed,
    others: new Map(),
    places,
  });
  if (read.problems.length + problems.length > 0) throw problemsError([...read.problems, ...problems]);
  const verdicts = new Map(judged.map((one) => [`${report}/${one.claim.id}`, rowOf(one, report)]));
  return rows.map((row) => {
    const found = verdicts.get(row.id);
    return found
      ? { ...found, locator: row.locator, at: row.at, alsoAt: row.alsoAt, statement: row.statement, unit: row.unit }
      : row;
  });
}
