import type { ClaimColumn, ClaimTable, World } from '../evaluation/world.js';

/** A file with the columns of a user's, and a row for every unit of every table: what only it lacks is no mistake of a claim. */
export function fullFile(user: ClaimTable, { tables }: World): ClaimTable {
  const keys = [...new Set([...tables.values()].flatMap((table) => table.keys.filter((key) => key !== null)))];
  const cellsOf = ({ name, kind, cells }: ClaimColumn): (string | null)[] => {
    if (name === user.unit) return keys;
    const text = cells.find((cell) => cell !== null) ?? '';
    return keys.map((_, row) => (kind === 'number' ? String(row + 1) : text));
  };
  const columns = [...user.columns].map(([name, column]) => [name, { ...column, cells: cellsOf(column) }] as const);
  return { ...user, columns: new Map(columns), rowCount: keys.length, keys };
}
