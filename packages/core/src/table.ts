import { columnsMeant } from './column-named.js';
import { assertThat, IndexlabError, listNames } from './errors.js';
import { didYouMean } from './nearest-names.js';
import { Exact } from './exact.js';
import { Interval } from './interval.js';
import { roundedInterval } from './printed-number.js';

/** Numbers, `NaN` where missing, with the decimals each cell printed beside them. */
export interface NumberColumn {
  readonly type: 'number';
  readonly name: string;
  readonly values: Float64Array;
  /** Printed decimals per row; {@link exactDigits} for a count or rank; absent when digits are unknown. */
  readonly decimals?: Int8Array;
  readonly unit?: string;
}

/** Texts, `null` where missing. Codes are texts. */
export interface TextColumn {
  readonly type: 'text';
  readonly name: string;
  readonly values: readonly (string | null)[];
}

export type Column = NumberColumn | TextColumn;

/** In {@link NumberColumn.decimals}: the number is exact, not rounded. */
export const exactDigits = -1;

/**
 * A table of named, typed columns of one length. Nothing in it is ever changed in place.
 *
 * @example
 * const table = new Table([{ type: 'text', name: 'place', values: ['Beijing'] }]);
 * [table.columns, table.rowCount] // => [['place'], 1]
 */
export class Table {
  readonly columns: readonly string[];
  readonly rowCount: number;
  readonly #byName: ReadonlyMap<string, Column>;

  /** @throws IndexlabError when two columns share a name or lengths differ */
  constructor(columns: readonly Column[]) {
    this.columns = columns.map((column) => column.name);
    this.#byName = new Map(columns.map((column) => [column.name, column]));
    this.rowCount = columns[0]?.values.length ?? 0;
    assertThat(
      this.#byName.size === columns.length,
      () => `Table requires distinct column names, got ${listNames(this.columns)}`,
    );
    for (const { name, values } of columns) {
      assertThat(
        values.length === this.rowCount,
        () => `Table requires columns of one length, got ${values.length} and ${this.rowCount} (column "${name}")`,
      );
    }
  }

  has(name: string): boolean {
    return this.#find(name) !== undefined;
  }

  /**
   * The column of this name, or the only one whose header could be written so.
   *
   * @throws IndexlabError when there is no such column, or the name means several
   */
  column(name: string): Column {
    const column = this.#find(name);
    if (column) return column;
    throw new IndexlabError(`Table has no column "${name}"`, { remedy: didYouMean(name, this.columns, 'columns') });
  }

  #find(name: string): Column | undefined {
    const exact = this.#byName.get(name);
    if (exact) return exact;
    const source = { columns: this.columns, column: (column: string) => this.#byName.get(column)! };
    const [meant, another] = columnsMeant(source, name);
    return meant !== undefined && another === undefined ? this.#byName.get(meant) : undefined;
  }

  /** @throws IndexlabError when the column is missing or is not of numbers */
  numbers(name: string): NumberColumn {
    const column = this.column(name);
    assertThat(
      column.type === 'number',
      () => `Table.numbers requires a column of numbers, got text (column "${name}")`,
    );
    return column;
  }

  /** @throws IndexlabError when the column is missing or is not of texts */
  texts(name: string): TextColumn {
    const column = this.column(name);
    assertThat(column.type === 'text', () => `Table.texts requires a column of texts, got numbers (column "${name}")`);
    return column;
  }

  /** The rows as plain objects, missing as `null`; for display and for JSON. */
  toRows(): Record<string, string | number | null>[] {
    return Array.from({ length: this.rowCount }, (_, row) =>
      Object.fromEntries([...this.#byName.values()].map((column) => [column.name, cellValue(column, row)])),
    );
  }

  /** A table of the chosen rows, in the given order. */
  rows(indices: readonly number[]): Table {
    return new Table(
      this.columns.map((name) => {
        const column = this.column(name);
        if (column.type === 'text') return { ...column, values: indices.map((row) => column.values[row] ?? null) };
        return {
          ...column,
          values: Float64Array.from(indices, (row) => column.values[row]!),
          ...(column.decimals && { decimals: Int8Array.from(indices, (row) => column.decimals![row]!) }),
        };
      }),
    );
  }
}

/**
 * The token that a cell printed, rebuilt from its value and decimals.
 *
 * @throws IndexlabError when the column carries no printed digits or the cell is missing
 *
 * @example
 * cellToken({ type: 'number', name: 'index', values: new Float64Array([0.25]), decimals: new Int8Array([4]) }, 0) // => '0.2500'
 */
export function cellToken(column: NumberColumn, row: number): string {
  const value = column.values[row]!;
  assertThat(
    !Number.isNaN(value),
    () => `cellToken requires a value, got a missing cell (column "${column.name}", row ${row + 1})`,
  );
  assertThat(
    column.decimals !== undefined,
    () => `cellToken requires printed digits, got none (column "${column.name}")`,
    'Read the column from text cells, or state its decimals.',
  );
  const decimals = column.decimals[row]!;
  return decimals === exactDigits ? String(value) : value.toFixed(decimals);
}

/**
 * The interval of values that a cell's printed digits allow.
 *
 * @throws IndexlabError when the column carries no printed digits or the cell is missing
 *
 * @example
 * const index = { type: 'number', name: 'index', values: new Float64Array([0.25]), decimals: new Int8Array([2]) };
 * cellInterval(index, 0).toString() // => '[0.245, 0.255]'
 */
export function cellInterval(column: NumberColumn, row: number): Interval {
  const token = cellToken(column, row);
  return column.decimals![row] === exactDigits ? Interval.point(Exact.parse(token)) : roundedInterval(token);
}

function cellValue(column: Column, row: number): string | number | null {
  const value = column.values[row] ?? null;
  return typeof value === 'number' && Number.isNaN(value) ? null : value;
}
