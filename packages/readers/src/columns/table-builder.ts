import { assertThat, type Column, IndexlabError, Table } from '@indexlab/core';
import { type Cell, cellText, classify, isEmpty } from './cells.js';
import type { ColumnPlan } from './column-plan.js';
import { decideColumn, markEvidenceOf, splitMisfits } from './decide-column.js';
import { markOfFile } from '../evidence/decimal-mark.js';
import { NumberStore, type StoreContext } from './number-store.js';
import { type GivenNote, type ImportRule, NoteList } from '../import-report.js';
import type { TotalRows } from '../import-result.js';
import type { Layout } from '../layout/layout.js';
import { widened } from '../layout/widened.js';
import { beginsTable } from '../evidence/header-row.js';
import { endsInSums } from '../evidence/sum-row.js';
import { emptyCellTooMany, repeatsNames } from '../layout/row-fit.js';
import { doubtfulRows, dropRows, type DroppedRows, secondTable } from '../layout/row-rules.js';
import { placeText, rowIn } from './row-place.js';
import { withStatedDigits } from './stated-digits.js';
import { TextStore } from './text-store.js';
import type { RecordBlock } from '../csv/scan-records.js';

/** A row so much longer than its table that a column for each of its cells would fill the memory is no row of it. */
const fewExtraCells = 100;
const manyCells = 50_000_000;

/** What a file offers a builder: its rows of data, in order, as often as asked. */
export type Feed = (builder: TableBuilder) => void;

export interface BuilderSettings extends StoreContext {
  readonly caller: string;
  /** How many cells most rows have: fewer or more are noted. */
  readonly usualCells: number;
  /** A line that starts with this is a comment. */
  readonly comment: string | null;
  /** About how many rows are to come. */
  readonly expectedRows: number;
  /** How many rows of the file stand above those that the layout was found in. */
  readonly rowOffset: number;
  /** What separates the cells; '' where they stand in one column, `null` where the format needs nothing. */
  readonly delimiter: string | null;
  /** The number of a table that begins below this one. */
  readonly tableBelow: number;
  /** The line of the file on which a record begins, where that is another number. */
  readonly lineOf?: (record: number) => number;
}

/** A table with all notes of its making. */
export interface Built {
  readonly table: Table;
  readonly rowsIn: number;
  readonly notes: NoteList;
  /** Which of the rows taken in begins another table, counted from 0; `null` for none. */
  readonly nextTable: number | null;
  /** The row of the table, from 1, that stands in a line of the file; `null` for a line that is none. */
  readonly rowOf: (line: number) => number | null;
  /** The rows of totals that were dropped, where they are asked for. */
  readonly totals?: TotalRows;
}

/**
 * Builds the table that a layout describes from the rows of a feed.
 *
 * The plans come from the first rows only; `decideColumn` has the last word when all rows are in. Where it gives a
 * column another type or decimal mark the feed runs again: no cell changes before its column is accepted. The same
 * when a row has more cells than there are columns.
 */
export function buildTable(layout: Layout, plans: readonly ColumnPlan[], settings: BuilderSettings, feed: Feed): Built {
  let columns = layout;
  let types = [...plans];
  let end: TableEnd | null = null;
  for (;;) {
    const builder: TableBuilder = new TableBuilder(columns, types, settings, end);
    feed(builder);
    const result = builder.finish();
    if ('table' in result) return result;
    if (result.end) ({ end } = result);
    if (result.width > columns.width) columns = widened(columns, result.width);
    types = Array.from(
      { length: columns.width },
      (_, column) => result.changed.get(column) ?? types[column] ?? { type: 'number', stated: false },
    );
  }
}

/** The row taken in that begins another table. */
interface TableEnd {
  readonly row: number;
  readonly value: string;
}

/** What must be otherwise in another run. */
interface Again {
  readonly changed: ReadonlyMap<number, ColumnPlan>;
  readonly width: number;
  readonly end?: TableEnd;
}

/** Takes rows in and makes columns of them, with everything noted. */
export class TableBuilder {
  readonly notes = new NoteList();
  /** Rows taken, those included that will be dropped. */
  rows = 0;
  readonly #layout: Layout;
  readonly #plans: readonly ColumnPlan[];
  readonly #settings: BuilderSettings;
  readonly #stores: readonly (NumberStore | TextStore)[];
  readonly #dropped: DroppedRows = new Map();
  readonly #lone = new Map<number, string>();
  #touched = new Uint8Array(0);
  #capacity = 0;
  #neededWidth: number;
  /** Rows of other tables below this one. */
  #below = 0;
  #end: TableEnd | null;
  readonly #endGiven: boolean;

  /** @param end where another table begins, when a run before found out */
  constructor(layout: Layout, plans: readonly ColumnPlan[], settings: BuilderSettings, end: TableEnd | null) {
    this.#end = end;
    this.#endGiven = end !== null;
    this.#layout = layout;
    this.#plans = plans;
    this.#settings = settings;
    this.#neededWidth = layout.width;
    this.#stores = plans.map(({ type, stated, mark }) =>
      type === 'number' ? new NumberStore(settings, stated, mark) : new TextStore(settings),
    );
    this.#reserve(settings.expectedRows);
  }

  /** Takes rows that all have as many cells as the block is wide; `text` gives a cell of the block. */
  addBlock(block: RecordBlock, text: (index: number) => string | null): void {
    const base = this.rows;
    const rows = this.#end ? Math.min(block.rows, Math.max(0, this.#end.row - base)) : block.rows;
    this.#below += block.rows - rows;
    if (rows === 0) return;
    this.rows += rows;
    this.#reserve(this.rows);
    this.#stores.forEach((store, column) => {
      if (column >= block.width) for (let row = base; row < this.rows; row += 1) store.put(row, null);
      else if (store.type === 'number') store.putBlock(block, rows, column, base, text, this.#touched);
      else
        for (let row = 0, index = column; row < rows; row += 1, index += block.width)
          store.put(base + row, text(index));
    });
  }

  /** Takes one row, of any number of cells. */
  addRow(cells: readonly Cell[]): void {
    if (this.#end && this.rows >= this.#end.row) {
      this.#below += 1;
      return;
    }
    const { plain, comment, usualCells } = this.#settings;
    const row = this.rows;
    const isEmptyRow = cells.every(isEmpty);
    if (!plain && !isEmptyRow && cells.length !== usualCells && this.#beginsAnother(cells)) {
      this.#below += 1;
      return;
    }
    const fitted = this.#fit(cells, row);
    this.rows += 1;
    this.#reserve(this.rows);
    this.#stores.forEach((store, column) => {
      if (store.put(row, fitted[column] ?? null) === true) this.#touched[row] = 1;
    });
    const first = cellText(cells[0] ?? null);
    if (isEmptyRow) {
      if (!plain || (cells.length < usualCells && cells.length <= 1))
        this.#drop(row, 'blank-row', null, 'an empty row');
    } else if (comment !== null && first?.startsWith(comment)) {
      this.#drop(row, 'comment', first, 'a comment');
    } else if (cells.length === 1 && usualCells > 1) {
      this.#lone.set(row, first!);
    } else if (cells.length < usualCells) {
      this.#noteShort(row, cells.length, first);
    }
  }

  noteRow(rule: ImportRule, column: number, value: string | null, message: string): void {
    if (this.#end && this.rows >= this.#end.row) return;
    this.notes.list({
      rule,
      line: this.#lineOf(this.rows),
      column: this.#layout.names[column] ?? null,
      value,
      message,
    });
  }

  /** The table; or the columns that must be read otherwise and the width that is needed, for another run. */
  finish(): Built | Again {
    const { plain, usualCells, options } = this.#settings;
    const taken = {
      rows: this.rows,
      stores: this.#stores,
      header: this.#layout.header,
      above: this.#layout.above,
      lone: this.#lone,
      touched: this.#touched,
      usualCells,
      keepTotals: options.keepTotals ?? false,
      tableAsked: options.table !== undefined,
    };
    if (!plain && !this.#endGiven) {
      const row = secondTable(taken) ?? this.#end?.row;
      if (row !== undefined)
        return {
          changed: new Map(),
          width: this.#layout.width,
          end: this.#end?.row === row ? this.#end : { row, value: this.#rowText(row) },
        };
    }
    if (!plain) dropRows(taken, this.#dropped);
    for (const [row, text] of this.#lone) if (!this.#dropped.has(row)) this.#noteShort(row, 1, text);
    const kept = new Int32Array(this.rows - this.#dropped.size);
    for (let row = 0, index = 0; row < this.rows; row += 1) if (!this.#dropped.has(row)) kept[index++] = row;
    this.#checkRowNames(kept);
    const changed = this.#decide(kept);
    if (changed.size > 0 || this.#neededWidth > this.#layout.width) return { changed, width: this.#neededWidth };
    this.#noteDropped();
    if (this.#end) {
      const message = `another table with a header of its own begins here; it is left out (the option table: ${this.#settings.tableBelow} reads it)`;
      const { row, value } = this.#end;
      this.notes.count({ rule: 'second-table', line: this.#lineOf(row), column: null, value, message }, this.#below);
    }
    if (!plain && !options.keepTotals) this.#noteSums(kept);
    if (!plain)
      for (const { row, ...note } of doubtfulRows(taken, this.#dropped))
        this.notes.list({ rule: 'table', line: this.#lineOf(row), column: null, ...note, weight: 'warning' });
    const totals = this.#totals();
    return {
      ...(totals && { totals }),
      table: this.#table(kept),
      rowsIn: this.rows + this.#below,
      notes: this.notes,
      nextTable: this.#end?.row ?? null,
      rowOf: (line) => rowIn(kept, line - this.#lineOf(0)),
    };
  }

  /** The rows of totals as a table; nothing where none are asked for, or none were dropped. */
  #totals(): TotalRows | undefined {
    if (!this.#settings.options.totalsApart) return undefined;
    const rows = [...this.#dropped]
      .flatMap(([row, { rule }]) => (rule === 'total-row' ? [row] : []))
      .sort((a, b) => a - b);
    if (rows.length === 0) return undefined;
    const columns = this.#stores.map((store, index): Column => {
      const name = this.#layout.names[index]!;
      if (store.type === 'text') return { type: 'text', name, values: rows.map((row) => store.values[row] ?? null) };
      const values = Float64Array.from(rows, (row) => store.values[row]!);
      return { type: 'number', name, values, decimals: Int8Array.from(rows, (row) => store.decimals[row]!) };
    });
    return { table: new Table(columns), lines: rows.map(this.#lineOf) };
  }

  /** Notes the rows dropped, in order; those without a text, a million empty ones perhaps, in one note for each rule. */
  #noteDropped(): void {
    const rows = Uint32Array.from(this.#dropped.keys()).sort();
    const counts = new Map<ImportRule, number>();
    for (const { rule, value } of this.#dropped.values())
      if (value === null) counts.set(rule, (counts.get(rule) ?? 0) + 1);
    for (const row of rows) {
      const reason = this.#dropped.get(row)!;
      const count = counts.get(reason.rule);
      if (reason.value === null && count === undefined) continue;
      const note = { ...reason, line: this.#lineOf(row), column: null };
      if (reason.value === null) {
        this.notes.count(note, count);
        counts.delete(reason.rule);
      } else this.notes.list(note);
    }
  }

  /** A last row of sums whose name is none of a total stays, with a warning. */
  #noteSums(kept: Int32Array): void {
    const numbers = this.#stores.flatMap((store) => (store.type === 'number' ? [store.values] : []));
    if (numbers.length === 0 || !endsInSums(numbers, kept)) return;
    const row = kept[kept.length - 1]!;
    const message =
      'the last row holds the sums of the rows above it; it is kept, for its name is none of a total known here';
    const where = { line: this.#lineOf(row), column: null, value: this.#rowText(row) };
    this.notes.count({ rule: 'table', ...where, message, weight: 'warning' });
  }

  #rowText(row: number): string {
    const cells = this.#stores.map((store) =>
      store.type === 'text'
        ? store.values[row]
        : (store.misfits.get(row) ?? (Number.isNaN(store.values[row]!) ? '' : String(store.values[row]))),
    );
    return cells
      .map((text) => text ?? '')
      .join(' ')
      .trim();
  }

  /** Names of rows are unique; a cell that is none stands there because cells were split where they should not be. */
  #checkRowNames(kept: Int32Array): void {
    const [first] = this.#stores;
    if (!this.#layout.rowNames || first?.type !== 'text') return;
    const seen = new Set<string | null>([null]);
    for (const row of kept) {
      const name = first.values[row] ?? null;
      assertThat(
        !seen.has(name),
        () =>
          `${this.#settings.caller} requires names of rows that differ where the header is one name short, got ${JSON.stringify(name)} (${this.#placeOf(row)})`,
        'Name every column, put quotes around cells that hold a delimiter, or number the columns with header: false.',
      );
      seen.add(name);
    }
  }

  /** Where a row that was taken in stands, for a message of an error. */
  #placeOf(row: number): string {
    const dropped = [...this.#dropped.keys()].filter((other) => other < row).length;
    const record = this.#lineOf(row);
    return placeText(row - dropped + 1, this.#settings.lineOf?.(record) ?? record);
  }

  #lineOf = (row: number): number => this.#settings.rowOffset + this.#layout.firstRow + row + 1;

  #reserve(rows: number): void {
    if (rows <= this.#capacity) return;
    this.#capacity = Math.max(rows, Math.ceil(this.#capacity * 1.5));
    try {
      for (const store of this.#stores) if (store.type === 'number') store.reserve(this.#capacity);
      const touched = new Uint8Array(this.#capacity);
      touched.set(this.#touched);
      this.#touched = touched;
    } catch (cause) {
      throw new IndexlabError(
        `${this.#settings.caller} requires memory for ${this.#capacity} rows of ${this.#layout.width} columns, got too little`,
        { cause },
      );
    }
  }

  #noteShort(row: number, cells: number, value: string | null): void {
    const message = `${cells} ${cells === 1 ? 'cell' : 'cells'} where ${this.#settings.usualCells} are expected; the rest is missing`;
    this.notes.list({ rule: 'short-row', line: this.#lineOf(row), column: null, value, message });
  }

  #drop(row: number, rule: ImportRule, value: string | null, message: string): void {
    if (!this.#dropped.has(row)) this.#dropped.set(row, { rule, value, message });
  }

  /**
   * Whether a row of another length begins another table: it repeats the names of the header, or stands behind an empty row
   * or a line with words in the columns of numbers.
   */
  #beginsAnother(cells: readonly Cell[]): boolean {
    const { header, classes } = this.#layout;
    let row = this.rows;
    const texts = cells.map(cellText);
    if (!repeatsNames(cells, header.at(-1) ?? [])) {
      const numbers = classes.flatMap((found, column) => (found === 'number' ? [column] : []));
      const apart = this.#lone.has(row - 1) || this.#dropped.get(row - 1)?.rule === 'blank-row';
      if (row === 0 || !apart || cells.length < 2 || numbers.length === 0 || !beginsTable(texts, numbers, true))
        return false;
      while (this.#lone.has(row - 1)) row -= 1;
    }
    this.#end = { row, value: this.#lone.get(row) ?? texts.map((text) => text ?? '').join(' ') };
    return true;
  }

  /** The cells brought to the table's width. */
  #fit(cells: readonly Cell[], row: number): readonly Cell[] {
    const { caller, plain, usualCells, marks } = this.#settings;
    const { width, namedWidth, classes } = this.#layout;
    assertThat(
      !plain || cells.length === usualCells || (cells.length <= 1 && isEmpty(cells[0])),
      () =>
        `${caller} requires rows like the header, with ${usualCells} cells, got ${cells.length} (${this.#placeOf(row)})`,
      "The layout 'published' takes rows of any length.",
    );
    if (cells.length <= namedWidth) return cells;
    const note = (message: string): void =>
      this.notes.list({
        rule: 'long-row',
        line: this.#lineOf(row),
        column: null,
        value: cellText(cells[0] ?? null),
        message: `${cells.length} cells where ${namedWidth} are expected; ${message}`,
      });
    const empty =
      cells.length === namedWidth + 1
        ? emptyCellTooMany(
            cells.map((cell) => classify(cell, marks)),
            classes,
          )
        : -1;
    if (empty >= 0) {
      note(`the empty one in place ${empty + 1} is left out`);
      return cells.filter((_, column) => column !== empty);
    }
    if (cells.slice(namedWidth).every(isEmpty)) {
      note('the last ones are empty');
      return cells.slice(0, namedWidth);
    }
    assertThat(
      cells.length <= namedWidth + fewExtraCells || cells.length * this.#capacity <= manyCells,
      () => `${caller} requires rows of about ${namedWidth} cells, got one of ${cells.length} (${this.#placeOf(row)})`,
      'State the delimiter, or mend the row.',
    );
    note('the last ones stand in columns of their own');
    this.#neededWidth = Math.max(width, this.#neededWidth, cells.length);
    return cells;
  }

  /** The columns that must be read otherwise; the notes on the others are taken down when none must. */
  #decide(kept: Int32Array): ReadonlyMap<number, ColumnPlan> {
    const { caller, plain, options, delimiter } = this.#settings;
    const isDropped = (row: number): boolean => this.#dropped.has(row);
    const numbers = this.#stores.flatMap((store, column) => {
      if (store.type === 'text') return [];
      const cells = splitMisfits(store, isDropped);
      return [{ store, column, cells, evidence: markEvidenceOf(store, cells, kept, options) }];
    });
    const fileMark = markOfFile(
      numbers.map(({ evidence }) => evidence),
      delimiter,
    );
    const hasBrackets = numbers.some(({ cells }) => cells.some(({ kind }) => kind === 'bracketed'));
    const hasNegative = hasBrackets && numbers.some(({ store }) => store.hasNegative(kept));
    const changed = new Map<number, ColumnPlan>();
    const notes: GivenNote[] = [];
    for (const { store, column, cells, evidence } of numbers) {
      const decision = decideColumn(store, cells, evidence, {
        caller,
        name: this.#layout.names[column]!,
        unit: this.#layout.units[column],
        plan: this.#plans[column]!,
        plain,
        kept,
        isDropped,
        lineOf: this.#lineOf,
        placeOf: (row) => this.#placeOf(row),
        fileMark,
        delimiter,
        hasNegative,
        options,
      });
      if (decision.plan) changed.set(column, decision.plan);
      notes.push(...decision.notes);
    }
    if (changed.size === 0) for (const note of notes) this.notes.count(note);
    return changed;
  }

  #table(kept: Int32Array): Table {
    const { options, caller } = this.#settings;
    const { names, units, unnamed, headerRow } = this.#layout;
    const columns: Column[] = [];
    const taken = new Set(names);
    this.#stores.forEach((store, index) => {
      const name = names[index]!;
      const { reason, stated } = this.#plans[index]!;
      if (reason) this.notes.list({ line: null, value: null, ...reason, column: name });
      const flags = store.type === 'number' && store.flags.size > 0 ? store.flags : null;
      const column = this.#column(store, name, units[index], kept, stated);
      const isVoid = column.type === 'text' && column.values.every((text) => text === null);
      if (unnamed.has(index)) {
        const message = isVoid
          ? 'a column without a name and without a cell is left out'
          : 'a column without a name is numbered';
        this.notes.list({ rule: 'unnamed-column', line: headerRow, column: name, value: null, message });
        if (isVoid) return;
      }
      columns.push(withStatedDigits(column, options, caller));
      if (!flags) return;
      let flagName = `${name} flag`;
      while (taken.has(flagName)) flagName += ' (2)';
      taken.add(flagName);
      columns.push({ type: 'text', name: flagName, values: Array.from(kept, (row) => flags.get(row) ?? null) });
    });
    this.#noteCommas();
    return new Table(columns);
  }

  #noteCommas(): void {
    const commas = this.#stores.filter((store) => store.type === 'number' && store.mark === ',').length;
    if (commas === 0 || this.#settings.options.decimalMark !== undefined) return;
    const note = { rule: 'decimal-comma' as const, line: null, column: null, value: null };
    this.notes.count({ ...note, message: 'the decimal mark is a comma' });
  }

  #column(
    store: NumberStore | TextStore,
    name: string,
    unit: string | undefined,
    kept: Int32Array,
    stated: boolean,
  ): Column {
    if (store.type === 'text') return store.finish(name, kept, this.#lineOf, this.notes);
    const isVoid = !stated && !store.hasMarks() && kept.every((row) => Number.isNaN(store.values[row]!));
    if (isVoid) return { type: 'text', name, values: Array.from(kept, () => null) };
    return store.finish(name, unit, kept, this.#lineOf, this.notes);
  }
}
