import type { Scope } from '../evaluation/scope.js';
import { rewrite } from '../language/rewrite.js';
import type { Expression } from '../language/syntax.js';
import type { Rival } from './rivals.js';

/**
 * Values at current or at constant prices, where a table prints a column both ways: `sales` beside `real-sales`,
 * `sales-real`, `realSales` or `sales real`, or `nominal-sales` beside `real-sales`.
 */
export function priceRivals(compute: Expression, { session: { world } }: Scope): Rival[] {
  const readings = new Set<string>();
  const expression = rewrite(compute, (part) => {
    if (part.kind !== 'column') return null;
    const table = tableOf(part.of);
    const columns = table === null ? undefined : world.tables.get(table)?.columns;
    const own = columns && priced(part.column.name);
    if (!own) return null;
    const other = [...columns.keys()].find((name) => {
      const { stem, real } = priced(name);
      return stem === own.stem && real !== own.real;
    });
    if (other === undefined) return null;
    readings.add(own.real ? 'in nominal terms' : 'in real terms');
    return { ...part, column: { ...part.column, name: other } };
  });
  const [reading, second] = readings;
  return reading !== undefined && second === undefined ? [{ reading, expression }] : [];
}

/** A column's name without the word for its prices. */
function priced(name: string): { stem: string; real: boolean } {
  const words = name
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .split(/[\s_-]+/);
  return {
    stem: words.filter((word) => word !== 'real' && word !== 'nominal').join(' '),
    real: words.includes('real'),
  };
}

function tableOf(of: Expression): string | null {
  if (of.kind === 'rows') return tableOf(of.of);
  return of.kind === 'name' ? of.name : null;
}
