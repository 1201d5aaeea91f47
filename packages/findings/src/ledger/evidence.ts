import { assertThat, cellInterval, cellToken, Exact, type Interval, type Table } from '@indexlab/core';

/** A published number as evidence: where it stands, what it prints, the values its digits allow. */
export interface Cell {
  /** `table#row/column`, the row counted from 1 below the header. */
  readonly ref: string;
  readonly token: string;
  readonly value: Exact;
  readonly interval: Interval;
}

/**
 * Reads published tables and records every cell that was used.
 *
 * A finding computes from one of these, so its recorded inputs are what it read and nothing else: a changed
 * cell changes exactly the findings that list it.
 *
 * @example
 * const table = new Table([
 *   { type: 'text', name: 'name', values: ['北京'] },
 *   { type: 'text', name: 'place', values: ['110000'] },
 *   { type: 'number', name: 'index', values: new Float64Array([10.191]), decimals: new Int8Array([3]) },
 * ]);
 * const evidence = new Evidence(() => table);
 * evidence.at('total', '110000', 'index').token // => '10.191'
 */
export class Evidence {
  readonly #load: (id: string) => Table;
  readonly #cells = new Map<string, string>();

  constructor(load: (id: string) => Table) {
    this.#load = load;
  }

  /** The cells read so far with what they print, in the order of reading. */
  get cells(): readonly { ref: string; printed: string }[] {
    return [...this.#cells].map(([ref, printed]) => ({ ref, printed }));
  }

  /** How many rows a table prints. */
  rowCount(table: string): number {
    return this.#load(table).rowCount;
  }

  /** A number by its row, counted from 1. @throws IndexlabError when there is no such row, column or value */
  cell(table: string, row: number, column: string): Cell {
    const numbers = this.#load(table).numbers(column);
    assertThat(
      row >= 1 && row <= numbers.values.length,
      () => `Evidence.cell requires a row from 1 to ${numbers.values.length}, got ${row} (table "${table}")`,
    );
    const token = cellToken(numbers, row - 1);
    return {
      ref: this.#record(table, row, column, token),
      token,
      value: Exact.parse(token),
      interval: cellInterval(numbers, row - 1),
    };
  }

  /** A text by its row, counted from 1; an empty text where the cell is empty. */
  text(table: string, row: number, column: string): string {
    const value = this.#load(table).texts(column).values[row - 1] ?? '';
    this.#record(table, row, column, value);
    return value;
  }

  /** A label of the table's own making, such as which list a row belongs to: read without being recorded. */
  peek(table: string, row: number, column: string): string {
    return this.#load(table).texts(column).values[row - 1] ?? '';
  }

  /** The row (from 1) of a label of the table's own making. @throws IndexlabError when there is none */
  rowWith(table: string, column: string, label: string): number {
    const row = this.#load(table).texts(column).values.indexOf(label) + 1;
    assertThat(
      row > 0,
      () =>
        `Evidence.rowWith requires a label of the table, got ${JSON.stringify(label)} (table "${table}", column "${column}")`,
    );
    return row;
  }

  /** The row (from 1) of a place, by its gazetteer code; `null` where the table does not list it. */
  rowOf(table: string, place: string): number | null {
    const row = this.#load(table).texts('place').values.indexOf(place) + 1;
    if (row === 0) return null;
    this.text(table, row, 'name');
    return row;
  }

  /** The number of a place. @throws IndexlabError when the table does not list the place */
  at(table: string, place: string, column: string): Cell {
    const row = this.rowOf(table, place);
    assertThat(row !== null, () => `Evidence.at requires a place of the table, got ${place} (table "${table}")`);
    return this.cell(table, row, column);
  }

  /** A whole column of numbers, or its rows `from` to `to`, both counted from 1 and included. */
  column(table: string, column: string, from = 1, to = this.rowCount(table)): Cell[] {
    return Array.from({ length: to - from + 1 }, (_, index) => this.cell(table, from + index, column));
  }

  /** The places of rows `from` to `to`, both counted from 1 and included, as gazetteer codes. */
  places(table: string, from = 1, to = this.rowCount(table)): string[] {
    const codes = this.#load(table).texts('place').values;
    return Array.from({ length: to - from + 1 }, (_, index) => {
      this.text(table, from + index, 'name');
      return codes[from + index - 1] ?? '';
    });
  }

  #record(table: string, row: number, column: string, printed: string): string {
    const ref = `${table}#${row}/${column}`;
    this.#cells.set(ref, printed);
    return ref;
  }
}
