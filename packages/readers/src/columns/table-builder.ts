import { assertThat, type Column, exactDigits, IndexlabError, Table } from '@indexlab/core';
import { type Cell, cellText, type CellClass, classify, isEmpty } from './cells.js';
import type { ColumnPlan } from './column-plan.js';
import { NumberStore, type StoreContext, TextStore } from './column-stores.js';
import { type ImportRule, NoteList } from '../import-report.js';
import type { Layout } from '../layout/layout.js';
import type { ReadOptions } from '../read-options.js';
import { emptyCellTooMany, repeatsNames } from '../layout/row-fit.js';
import { dropRows, type DroppedRows } from '../layout/row-rules.js';
import type { RecordBlock } from '../csv/scan-records.js';

/** A row so much longer than its table that a column for each of its cells would fill the memory is no row of it. */
const fewExtraCells = 100;
const manyCells = 50_000_000;

/** What a file offers a builder: its rows of data, in order, as often as asked. */
export type Feed = (builder: TableBuilder) => void;

export interface BuilderSettings extends StoreContext {
  readonly caller: string;
  readonly options: ReadOptions;
  /** How many cells most rows have: fewer or more are noted. */
  readonly usualCells: number;
  /** A line that starts with this is a comment. */
  readonly comment: string | null;
  /** About how many rows are to come. */
  readonly expectedRows: number;
  /** How many rows of the file stand above those that the layout was found in. */
  readonly rowOffset: number;
}

/** A table with all notes of its making. */
export interface Built {
  readonly table: Table;
  readonly rowsIn: number;
  readonly notes: NoteList;
}

/**
 * Builds the table that a layout describes from the rows of a feed.
 *
 * The plans come from the first rows only. When a later cell is no number after all, its column becomes text and the
 * feed runs again: no cell changes before the type of its column is accepted. The same when a row has more cells than
 * there are columns.
 */
export function buildTable(layout: Layout, plans: readonly ColumnPlan[], settings: BuilderSettings, feed: Feed): Built {
  let columns = layout;
  let types = [...plans];
  for (;;) {
    const builder = new TableBuilder(columns, types, settings);
    feed(builder);
    const result = builder.finish();
    if ('table' in result) return result;
    if (result.width > columns.width) columns = widened(columns, result.width);
    types = Array.from(
      { length: columns.width },
      (_, column) => result.demoted.get(column) ?? types[column] ?? { type: 'number', stated: false },
    );
  }
}

function widened(layout: Layout, width: number): Layout {
  const added = Array.from({ length: width - layout.width }, (_, index) => layout.width + index);
  const names = [...layout.names];
  const taken = new Set(names);
  for (const column of added) {
    let name = `column ${column + 1}`;
    while (taken.has(name)) name += ' (2)';
    names.push(name);
  }
  return {
    ...layout,
    width,
    names,
    header: layout.header.map((texts) => [...texts, ...added.map(() => '')]),
    units: [...layout.units, ...added.map(() => undefined)],
    classes: [...layout.classes, ...added.map((): CellClass => 'empty')],
  };
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
  #secondTable: { row: number; value: string; rows: number } | null = null;

  constructor(layout: Layout, plans: readonly ColumnPlan[], settings: BuilderSettings) {
    this.#layout = layout;
    this.#plans = plans;
    this.#settings = settings;
    this.#neededWidth = layout.width;
    this.#stores = plans.map(({ type, stated }) =>
      type === 'number' ? new NumberStore(settings, stated) : new TextStore(settings),
    );
    this.#reserve(settings.expectedRows);
  }

  /** Takes rows that all have as many cells as the block is wide; `text` gives a cell of the block. */
  addBlock(block: RecordBlock, text: (index: number) => string | null): void {
    if (this.#secondTable) {
      this.#secondTable.rows += block.rows;
      return;
    }
    const base = this.rows;
    this.rows += block.rows;
    this.#reserve(this.rows);
    this.#stores.forEach((store, column) => {
      if (column >= block.width) for (let row = base; row < this.rows; row += 1) store.put(row, null);
      else if (store.type === 'number') store.putBlock(block, column, base, text, this.#touched);
      else
        for (let row = 0, index = column; row < block.rows; row += 1, index += block.width)
          store.put(base + row, text(index));
    });
  }

  /** Takes one row, of any number of cells. */
  addRow(cells: readonly Cell[]): void {
    if (this.#secondTable) {
      this.#secondTable.rows += 1;
      return;
    }
    const { plain, comment, usualCells } = this.#settings;
    const row = this.rows;
    const fitted = this.#fit(cells, row);
    if (!fitted) return;
    this.rows += 1;
    this.#reserve(this.rows);
    this.#stores.forEach((store, column) => {
      if (store.put(row, fitted[column] ?? null) === true) this.#touched[row] = 1;
    });
    const first = cellText(cells[0] ?? null);
    if (cells.every(isEmpty)) {
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
    if (this.#secondTable) return;
    this.notes.list({
      rule,
      row: this.#rowNumber(this.rows),
      column: this.#layout.names[column] ?? null,
      value,
      message,
    });
  }

  /** The table; or the columns that must be text and the width that is needed, for another run. */
  finish(): Built | { demoted: Map<number, ColumnPlan>; width: number } {
    const { plain, usualCells, options } = this.#settings;
    const taken = {
      rows: this.rows,
      stores: this.#stores,
      header: this.#layout.header,
      lone: this.#lone,
      touched: this.#touched,
    };
    if (!plain) dropRows({ ...taken, usualCells, keepTotals: options.keepTotals ?? false }, this.#dropped);
    for (const [row, text] of this.#lone) if (!this.#dropped.has(row)) this.#noteShort(row, 1, text);
    const kept = new Int32Array(this.rows - this.#dropped.size);
    for (let row = 0, index = 0; row < this.rows; row += 1) if (!this.#dropped.has(row)) kept[index++] = row;
    const demoted = this.#demotions(kept);
    if (demoted.size > 0 || this.#neededWidth > this.#layout.width) return { demoted, width: this.#neededWidth };
    for (const [row, { rule, value, message }] of [...this.#dropped].sort(([a], [b]) => a - b)) {
      const note = { rule, row: this.#rowNumber(row), column: null, value, message };
      if (value === null) this.notes.count(note);
      else this.notes.list(note);
    }
    if (this.#secondTable) {
      const { row, value, rows } = this.#secondTable;
      this.notes.count(
        {
          rule: 'second-table',
          row: this.#rowNumber(row),
          column: null,
          value,
          message: 'a second table with a header of its own begins here; it is left out',
        },
        rows,
      );
    }
    const rowsIn = this.rows + (this.#secondTable?.rows ?? 0);
    return { table: this.#table(kept), rowsIn, notes: this.notes };
  }

  #rowNumber = (row: number): number => this.#settings.rowOffset + this.#layout.firstRow + row + 1;

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
    this.notes.list({ rule: 'short-row', row: this.#rowNumber(row), column: null, value, message });
  }

  #drop(row: number, rule: ImportRule, value: string | null, message: string): void {
    if (!this.#dropped.has(row)) this.#dropped.set(row, { rule, value, message });
  }

  /** The cells brought to the table's width; `null` when the row begins a second table. */
  #fit(cells: readonly Cell[], row: number): readonly Cell[] | null {
    const { caller, plain, usualCells, mark, marks } = this.#settings;
    const { width, namedWidth, header, classes } = this.#layout;
    assertThat(
      !plain || cells.length === usualCells || (cells.length <= 1 && isEmpty(cells[0])),
      () =>
        `${caller} requires rows like the header, with ${usualCells} cells, got ${cells.length} (row ${this.#rowNumber(row)})`,
      "The layout 'published' takes rows of any length.",
    );
    if (!plain && cells.length !== usualCells && repeatsNames(cells, header.at(-1) ?? [])) {
      this.#secondTable = { row, value: cells.map((cell) => cellText(cell) ?? '').join(' '), rows: 1 };
      return null;
    }
    if (cells.length <= namedWidth) return cells;
    const note = (message: string): void =>
      this.notes.list({
        rule: 'long-row',
        row: this.#rowNumber(row),
        column: null,
        value: cellText(cells[0] ?? null),
        message: `${cells.length} cells where ${namedWidth} are expected; ${message}`,
      });
    const empty =
      cells.length === namedWidth + 1
        ? emptyCellTooMany(
            cells.map((cell) => classify(cell, mark, marks)),
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
      () =>
        `${caller} requires rows of about ${namedWidth} cells, got one of ${cells.length} (row ${this.#rowNumber(row)})`,
      'State the delimiter, or mend the row.',
    );
    note('the last ones stand in columns of their own');
    this.#neededWidth = Math.max(width, this.#neededWidth, cells.length);
    return cells;
  }

  #demotions(kept: Int32Array): Map<number, ColumnPlan> {
    const { caller } = this.#settings;
    const demoted = new Map<number, ColumnPlan>();
    this.#stores.forEach((store, column) => {
      if (store.type === 'text') return;
      const name = this.#layout.names[column]!;
      const misfits = [...store.misfits].filter(([row]) => !this.#dropped.has(row));
      const plan = this.#plans[column]!;
      if (misfits.length > 0) {
        const [[row, value]] = misfits as [[number, string], ...[number, string][]];
        if (plan.stated) {
          throw new IndexlabError(
            `${caller} requires numbers, got ${JSON.stringify(value.slice(0, 80))} (column "${name}", row ${this.#rowNumber(row)})`,
            {
              remedy: 'Leave the type out, or give what stands for a missing number with the option missing.',
            },
          );
        }
        const why = `${misfits.length} of ${kept.length} cells are no numbers, the first in row ${this.#rowNumber(row)}, so the column stays text`;
        demoted.set(column, {
          type: 'text',
          stated: false,
          reason: { rule: 'not-a-number', message: `${why}: ${JSON.stringify(value.slice(0, 80))}` },
        });
        return;
      }
      const mixed = store.mixedUnits(this.#layout.units[column], kept);
      if (mixed)
        demoted.set(column, {
          type: 'text',
          stated: false,
          reason: { rule: 'mixed-units', message: `the column mixes ${mixed}, so it stays text` },
        });
    });
    return demoted;
  }

  #table(kept: Int32Array): Table {
    const { options, caller } = this.#settings;
    const { names, units, unnamed } = this.#layout;
    const columns: Column[] = [];
    this.#stores.forEach((store, index) => {
      const name = names[index]!;
      const reason = this.#plans[index]!.reason;
      if (reason) this.notes.list({ ...reason, row: null, column: name, value: null });
      const column = this.#column(store, name, units[index], kept, this.#plans[index]!.stated);
      const isVoid = unnamed.has(index) && column.type === 'text' && column.values.every((text) => text === null);
      if (!isVoid) columns.push(withStatedDigits(column, options, caller));
    });
    return new Table(columns);
  }

  #column(
    store: NumberStore | TextStore,
    name: string,
    unit: string | undefined,
    kept: Int32Array,
    stated: boolean,
  ): Column {
    if (store.type === 'text') return store.finish(name, kept, this.#rowNumber, this.notes);
    const isVoid = !stated && !store.hasMarks() && kept.every((row) => Number.isNaN(store.values[row]!));
    if (isVoid) return { type: 'text', name, values: Array.from(kept, () => null) };
    return store.finish(name, unit, kept, this.#rowNumber, this.notes);
  }
}

export function withStatedDigits(column: Column, { decimals, exact }: ReadOptions, caller: string): Column {
  const { name } = column;
  const stated = exact?.includes(name)
    ? exactDigits
    : decimals && Object.hasOwn(decimals, name)
      ? decimals[name]!
      : undefined;
  if (stated === undefined) return column;
  assertThat(
    column.type === 'number',
    () => `${caller} requires a column of numbers to state digits, got text (column "${name}")`,
  );
  assertThat(
    stated === exactDigits || (Number.isInteger(stated) && stated >= 0 && stated <= 100),
    () => `${caller} requires a number of decimals from 0 to 100, got ${stated} (column "${name}")`,
  );
  return { ...column, decimals: new Int8Array(column.values.length).fill(stated) };
}
