import { Exact, roundedInterval } from '@indexlab/core';
import type { Affine, Variable } from '../forms/affine.js';
import { constant, ofVariable, scaled } from '../forms/affine.js';
import type { PrintedFigure } from '../printed/read-printed.js';
import { bareToken } from '../printed/bare-token.js';
import { tableIndex, type TableIndex } from './table-index.js';
import type { Value } from './value.js';
import type { ClaimColumn, ClaimTable, World } from './world.js';

/** The value of a part of claims, and what was read for it. */
interface Kept {
  readonly value: Value;
  readonly cells: ReadonlyMap<string, string>;
  readonly assumptions: ReadonlySet<string>;
  readonly incomplete: boolean;
}

/**
 * What a claim reads while it is evaluated. Variables are shared by all claims of a session, so that one cell is one
 * variable; cells read are recorded per claim, also those that cancel or only decide a condition.
 */
export class Session {
  readonly world: World;
  readonly #variables = new Map<string, Variable>();
  readonly #numbers = new Map<ClaimColumn, Map<string, (Affine | null)[]>>();
  readonly #kept = new Map<object, Kept>();
  readonly #unlisted = new Map<Variable, Affine>();
  #cells = new Map<string, string>();
  #assumptions = new Set<string>();
  #values = new Map<object, Value>();
  #incomplete = false;

  constructor(world: World) {
    this.world = world;
  }

  /** Forgets what was read before. */
  start(): void {
    this.#cells = new Map();
    this.#assumptions = new Set();
    this.#values = new Map();
    this.#incomplete = false;
  }

  /** The cells read since the start with what they print, in the order of reading. */
  get cells(): ReadonlyMap<string, string> {
    return this.#cells;
  }

  get assumptions(): readonly string[] {
    return [...this.#assumptions];
  }

  /** Whether a cell that should have been read prints nothing. */
  get incomplete(): boolean {
    return this.#incomplete;
  }

  leaveOut(cells: string): void {
    this.#incomplete = true;
    this.assume(cells);
  }

  /** Notes that a table which prints some units only was read as a whole: the value over all is not known. */
  leaveOutUnits({ name, rowCount, someOf }: ClaimTable): void {
    if (someOf && someOf > rowCount)
      this.leaveOut(`${name} prints ${rowCount} of ${someOf} units; the others are not known`);
  }

  assume(assumption: string): void {
    this.#assumptions.add(assumption);
  }

  /** The value of a part of a claim that is the same for every row: evaluated once. */
  once(part: object, make: () => Value): Value {
    const known = this.#values.get(part) ?? make();
    this.#values.set(part, known);
    return known;
  }

  /** The same for all claims that share the part: what it reads is recorded for each of them. */
  kept(part: object, make: () => Value): Value {
    const known = this.#kept.get(part) ?? this.#apart(make);
    this.#kept.set(part, known);
    for (const [ref, printed] of known.cells) this.#cells.set(ref, printed);
    for (const assumption of known.assumptions) this.#assumptions.add(assumption);
    this.#incomplete ||= known.incomplete;
    return known.value;
  }

  /** A value with what was read for it alone. */
  #apart(make: () => Value): Kept {
    const [cells, assumptions, incomplete] = [this.#cells, this.#assumptions, this.#incomplete];
    [this.#cells, this.#assumptions, this.#incomplete] = [new Map(), new Set(), false];
    try {
      return { value: make(), cells: this.#cells, assumptions: this.#assumptions, incomplete: this.#incomplete };
    } finally {
      [this.#cells, this.#assumptions, this.#incomplete] = [cells, assumptions, incomplete];
    }
  }

  /** Where units and ranks stand in a table: made when it is first asked for. */
  index(table: ClaimTable): TableIndex {
    return tableIndex(table);
  }

  /** Records a cell that was read elsewhere. */
  see(ref: string, printed: string): void {
    this.#cells.set(ref, printed);
  }

  /** The number of a cell, in pure units; `null` where the cell is empty. */
  number(table: ClaimTable, column: ClaimColumn, row: number): Affine | null {
    const known = this.#numbersOf(table, column);
    const form = known[row] === undefined ? (known[row] = this.#read(table, column, row)) : known[row];
    if (form !== null) this.#record(table, column, row, column.cells[row]!);
    return form;
  }

  /** The numbers of a column read so far by any claim; a table may be cited by another name. */
  #numbersOf({ name }: ClaimTable, column: ClaimColumn): (Affine | null)[] {
    const byTable = this.#numbers.get(column) ?? new Map<string, (Affine | null)[]>();
    this.#numbers.set(column, byTable);
    const known = byTable.get(name) ?? [];
    byTable.set(name, known);
    return known;
  }

  #read(table: ClaimTable, column: ClaimColumn, row: number): Affine | null {
    const token = bareToken(column.cells[row] ?? '');
    if (token === null) return null;
    const own = this.variable(cellId(table, column, row), () => {
      const value = Exact.parse(token);
      const interval = column.exact ? { lower: value, upper: value } : roundedInterval(token);
      return { lower: interval.lower!, upper: interval.upper!, printed: value };
    });
    return scaled(ofVariable(own), column.size);
  }

  /** The text of a cell; `null` where it is empty. */
  text(table: ClaimTable, column: ClaimColumn, row: number): string | null {
    const printed = column.cells[row] ?? null;
    this.#record(table, column, row, printed ?? '');
    return printed;
  }

  /** The printed number of another claim or of a figure of the text, its hedge dropped. */
  figure(id: string, figure: PrintedFigure): Affine {
    this.#cells.set(figure.cell ?? `text#${id}`, figure.token);
    const digits = bareToken(figure.token);
    if (digits === null) return constant(figure.value);
    const own = this.variable(figure.cell ?? `text#${id}`, () => {
      const value = Exact.parse(digits);
      const interval = figure.exact ? { lower: value, upper: value } : roundedInterval(digits);
      return { lower: interval.lower!, upper: interval.upper!, printed: value };
    });
    return scaled(ofVariable(own), figure.size);
  }

  /** The number of a unit that a list cut off. */
  unlisted(id: string, size: Exact, make: () => Omit<Variable, 'id'>): Affine {
    const own = this.variable(id, make);
    const known = this.#unlisted.get(own) ?? scaled(ofVariable(own), size);
    this.#unlisted.set(own, known);
    return known;
  }

  /** The variable of an id, made when it is first asked for. */
  variable(id: string, make: () => Omit<Variable, 'id'>): Variable {
    const known = this.#variables.get(id);
    if (known) return known;
    const made = { id, ...make() };
    this.#variables.set(id, made);
    return made;
  }

  #record(table: ClaimTable, column: ClaimColumn, row: number, printed: string): void {
    this.#cells.set(cellId(table, column, row), printed);
  }
}

function cellId(table: ClaimTable, column: ClaimColumn, row: number): string {
  return `${table.name}#${row + 1}/${column.name}`;
}
