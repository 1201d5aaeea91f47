import { ExpressionProblem } from '../language/syntax.js';
import { parseExpression } from '../language/parse.js';
import { evaluate } from '../evaluation/evaluate.js';
import { Session } from '../evaluation/session.js';
import type { ClaimTable } from '../evaluation/world.js';
import type { Scalar } from 'yaml';
import type { Fields } from './fields.js';
import type { Filling } from './fill.js';
import { unitPlaceholders } from './unit-placeholders.js';
import { isMap, isScalar, isSeq, pairsOf, type Source } from './source.js';

/** One claim of many: the values of its placeholders. */
export interface OneOfEach {
  readonly values: Filling;
  /** What it prints, where that is a column of `each`. */
  readonly printed: string | null;
  /** The cell that holds what is printed, where it is a cell of a table. */
  readonly printedCell: (printed: string | null) => string | null;
}

const once: OneOfEach = { values: new Map(), printed: null, printedCell: () => null };

/** The claims that one entry makes: one, one per value of the columns under `each`, or one per row of a table. */
export function fillings(
  source: Source,
  fields: Fields,
  tables: ReadonlyMap<string, ClaimTable>,
  labelOf: (key: string) => string,
): OneOfEach[] {
  if (!fields.has('each')) return [once];
  const node = fields.node('each');
  if (isScalar(node)) return fromTable(source, fields, node, tables, labelOf);
  if (!isMap(node)) {
    fields.problem('each', 'each requires columns of values, or a table');
    return [];
  }
  const columns = pairsOf(node).map(({ key, value }) => {
    const values =
      isSeq(value) && value.items.every((item) => isScalar(item))
        ? value.items.map((item) => source.written(item as Scalar))
        : [];
    if (values.length === 0) fields.problem('each', `each.${key} requires a list of values`);
    return { key, values };
  });
  const length = columns[0]?.values.length ?? 0;
  if (columns.some(({ values }) => values.length !== length)) {
    const lengths = columns.map(({ key, values }) => `${key} ${values.length}`).join(', ');
    fields.problem('each', `the columns of each require one length, got ${lengths}`);
    return [];
  }
  return Array.from({ length }, (_, at) => {
    const values = new Map(columns.map(({ key, values: all }) => [key, all[at]!]));
    return { ...once, values, printed: values.get('printed') ?? null };
  });
}

/** A claim per row: placeholders are the columns, `{line}`, and `{key}`, `{unit}` and `{slug}` of its unit. */
function fromTable(
  source: Source,
  fields: Fields,
  scalar: Scalar,
  tables: ReadonlyMap<string, ClaimTable>,
  labelOf: (key: string) => string,
): OneOfEach[] {
  try {
    const session = new Session({ tables, figures: new Map(), user: null, others: new Map(), places: null });
    const value = evaluate(parseExpression(source.written(scalar)), { session, row: null, lets: new Map() });
    if (value.type !== 'rows') throw new ExpressionProblem('each requires a table, or rows of one', 0);
    const { table } = value;
    return value.rows.flatMap(({ row }) => {
      if (row === null) return [];
      const cells = [...table.columns.values()].map(({ name, cells: all }) => [name, all[row] ?? ''] as const);
      const printedCell = (printed: string | null): string | null => {
        const column = /\{([^{}]+)\}/u.exec(printed ?? '')?.[1];
        return column !== undefined && table.columns.has(column) ? `${table.name}#${row + 1}/${column}` : null;
      };
      return [
        {
          values: new Map([['line', String(row + 1)], ...unitPlaceholders(table.keys[row] ?? '', labelOf), ...cells]),
          printed: null,
          printedCell,
        },
      ];
    });
  } catch (error) {
    if (!(error instanceof ExpressionProblem)) throw error;
    source.problem(source.textAt(scalar) + error.at, fields.claim, error.message, error.remedy);
    return [];
  }
}
