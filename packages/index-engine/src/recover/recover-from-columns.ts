import {
  assertThat,
  type Data,
  dataSource,
  exactDigits,
  IndexlabError,
  type Interval,
  printedNumber,
  requireOptions,
  textsOf,
} from '@indexlab/core';
import { type RecoverOptions, recoverWeights } from './recover-weights.js';
import type { Recovery } from './recovery.js';

/** What `recoverFromColumns` takes beside the data. */
export interface ColumnOptions extends Omit<RecoverOptions, 'unit' | 'total' | 'parts'> {
  /** The column of the total. */
  readonly total: string;
  /** The columns of the parts. */
  readonly parts: readonly string[];
  /** The column that names the rows; their numbers by default. */
  readonly unit?: string;
  /** Printed decimals of columns of numbers that do not carry them. */
  readonly decimals?: Readonly<Record<string, number>>;
  /** Columns whose numbers are exact, not rounded. */
  readonly exact?: readonly string[];
}

/**
 * {@link recoverWeights} for a table, or for any columns with printed digits.
 *
 * A text cell ("25.80") shows its own digits; those of numbers come from `exact`, from `decimals` or from the
 * printed decimals of a table's column. A missing cell (`NaN`, `null`, an empty text) leaves its row out.
 *
 * @throws IndexlabError when a column is missing, a cell is not a number, or its printed digits are not known
 *
 * @example
 * const columns = { total: ['0.5', '1.5'], a: ['0.0', '1.0'], b: ['1.0', '2.0'] };
 * recoverFromColumns(columns, { total: 'total', parts: ['a', 'b'] }).weights.a.upper.toFixed(4) // => '0.6000'
 */
export function recoverFromColumns(data: Data, options: ColumnOptions): Recovery {
  requireOptions(
    options,
    'recoverFromColumns',
    {
      total: 'a text',
      parts: 'an array of texts',
      unit: 'a text',
      decimals: 'an object',
      exact: 'an array of texts',
      stated: 'an object',
      scaling: ['auto', 'none'],
      sumToOne: 'true or false',
      programs: 'a number',
    },
    ['parts'],
  );
  const { total, parts, unit, decimals = {}, exact = [], ...rest } = options;
  const names = [total, ...parts, ...(unit === undefined ? [] : [unit])];
  assertThat(
    new Set(names).size === names.length,
    () => `recoverFromColumns requires distinct columns, got ${names.join(', ')}`,
  );
  const cells = (name: string): (Interval | null)[] => intervals(data, name, decimals[name], exact.includes(name));
  return recoverWeights({
    ...rest,
    total: cells(total),
    parts: Object.fromEntries(parts.map((name) => [name, cells(name)])),
    ...(unit !== undefined && { unit: textsOf(data, unit).map((label, row) => label ?? String(row + 1)) }),
  });
}

/** The intervals of a column's cells, `null` where missing. */
function intervals(data: Data, name: string, decimals: number | undefined, isExact: boolean): (Interval | null)[] {
  const column: { values: ArrayLike<unknown>; decimals?: Int8Array } = dataSource(data).column(name);
  return Array.from(column.values, (value, row) => {
    if (value === null || value === undefined || value === '' || Number.isNaN(value)) return null;
    const where = `(column "${name}", row ${row + 1})`;
    if (typeof value === 'string') return tokenInterval(value.trim(), isExact, where);
    const digits = isExact ? exactDigits : (decimals ?? column.decimals?.[row]);
    assertThat(
      typeof value === 'number' && Number.isFinite(value),
      () => `recoverFromColumns requires numbers, got ${String(value)} ${where}`,
    );
    assertThat(
      digits !== undefined,
      () => `recoverFromColumns requires printed digits, got none (column "${name}")`,
      'Read the column from text cells, state its decimals, or say that it is exact.',
    );
    return digits === exactDigits
      ? tokenInterval(String(value), true, where)
      : tokenInterval(value.toFixed(digits), false, where);
  });
}

function tokenInterval(token: string, exact: boolean, where: string): Interval {
  try {
    return printedNumber(token, { exact }).interval;
  } catch (cause) {
    throw new IndexlabError(`recoverFromColumns requires numbers, got ${JSON.stringify(token)} ${where}`, { cause });
  }
}
