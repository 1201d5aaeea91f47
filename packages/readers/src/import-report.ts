/**
 * What a note of an import report is about.
 *
 * - the file: `format`, `encoding`, `undecodable`, `table`, `hidden`, `delimiter`, `quote`, `sheet`, `header`,
 *   `decimal-comma`, `empty`
 * - rows dropped: `preamble`, `blank-row`, `comment`, `footnote`, `total-row`, `repeated-header`, `second-table`,
 *   `column-numbers`
 * - rows mended: `short-row`, `long-row`, `stray-quote`
 * - names: `unit`, `renamed`, `unnamed-column`, `duplicate-name`
 * - cells: `flag`, `label`, `missing`, `percent`, `thousands`, `minus`, `guard`, `formula`, `date`, `merged`, `nested`
 * - cells that may hold a mark of a note: `glued-digit`
 * - types: `code`, `not-a-number`, `mixed-units`, `decimal-mark`, `digits-unknown`
 */
export type ImportRule = DroppingRule | KeepingRule;

type DroppingRule = (typeof droppingRules)[number];

type KeepingRule =
  | 'format'
  | 'table'
  | 'hidden'
  | 'flag'
  | 'label'
  | 'encoding'
  | 'undecodable'
  | 'delimiter'
  | 'quote'
  | 'sheet'
  | 'header'
  | 'decimal-comma'
  | 'empty'
  | 'short-row'
  | 'long-row'
  | 'stray-quote'
  | 'unit'
  | 'renamed'
  | 'unnamed-column'
  | 'duplicate-name'
  | 'flag'
  | 'missing'
  | 'percent'
  | 'thousands'
  | 'minus'
  | 'guard'
  | 'formula'
  | 'date'
  | 'merged'
  | 'nested'
  | 'code'
  | 'not-a-number'
  | 'mixed-units'
  | 'decimal-mark'
  | 'digits-unknown'
  | 'glued-digit';

/** The rules whose notes say that rows were dropped; their counts add up to `rowsDropped`. */
export const droppingRules = [
  'preamble',
  'blank-row',
  'comment',
  'footnote',
  'total-row',
  'repeated-header',
  'second-table',
  'column-numbers',
] as const;

/**
 * How much hangs on a note: a `warning` may change a result (rows lost, a magnitude guessed, cells left as text) and is
 * told to the user by every verb that reads a file; a plain `note` is told by `load`.
 */
export type NoteWeight = 'warning' | 'note';

/** The rules whose notes are of consequence wherever they occur. */
const warningRules: ReadonlySet<ImportRule> = new Set([
  'undecodable',
  'hidden',
  'short-row',
  'long-row',
  'stray-quote',
  'second-table',
  'mixed-units',
  'not-a-number',
  'decimal-mark',
  'glued-digit',
]);

/** One thing that was assumed or changed. */
export interface ImportNote {
  readonly rule: ImportRule;
  readonly weight: NoteWeight;
  /** Row of the table, counted from 1; `null` for what is no row of it. The first one when `count` is above 1. */
  readonly row: number | null;
  /** Line of the file, row of the sheet, or place in the list of a JSON file, counted from 1. */
  readonly line: number | null;
  readonly column: string | null;
  /** What stands in the file there. */
  readonly value: string | null;
  readonly message: string;
  /** How many rows or cells the note speaks for. */
  readonly count: number;
}

/** What a reader assumed and changed. `rowsIn` counts every row of the file but the header. */
export interface ImportReport {
  readonly format:
    | 'csv'
    | 'xlsx'
    | 'xls'
    | 'ods'
    | 'json'
    | 'json-stat'
    | 'world-bank'
    | 'sdmx-csv'
    | 'eurostat-tsv'
    | 'parquet'
    | 'dta'
    | 'sav';
  readonly rowsIn: number;
  readonly rowsKept: number;
  readonly rowsDropped: number;
  readonly notes: readonly ImportNote[];
}

/** A note as a reader gives it: its weight is its rule's unless told, it speaks for one thing, and its line tells its row. */
export type GivenNote = Omit<ImportNote, 'count' | 'weight' | 'row'> & {
  readonly row?: number | null;
  readonly weight?: NoteWeight;
  readonly count?: number;
};

/** Notes of one rule and column that are listed one by one; the rest is summed up in one more. */
const listed = 100;

/** Collects notes: equal ones are counted, long series are cut short. */
export class NoteList {
  readonly #notes = new Map<string, ImportNote>();
  readonly #series = new Map<string, number>();
  /** The note counted last: a million empty rows in a row are one note. */
  #last: (GivenNote & { readonly key: string }) | null = null;

  /** Adds a note; one of the same rule, column, value and weight as before is counted there. */
  count(note: GivenNote, count = note.count ?? 1): void {
    const last = this.#last;
    const isLast = last?.rule === note.rule && last.column === note.column && last.value === note.value;
    if (!last || !isLast || last.weight !== note.weight)
      this.#last = { ...note, key: JSON.stringify([note.rule, note.column, note.value, note.weight]) };
    this.#put(this.#last!.key, note, count);
  }

  /** Adds a note of its own, unless its rule and column have many already: then the last one counts the rest. */
  list(note: GivenNote): void {
    const series = JSON.stringify([note.rule, note.column]);
    const index = this.#series.get(series) ?? 0;
    this.#series.set(series, index + 1);
    if (index < listed) this.#put(`${series}${index}`, note, 1);
    else this.#put(`${series}more`, { ...note, value: null, message: `${note.message}; and so on` }, 1);
  }

  /** Takes the notes of another list in, behind its own. */
  add(other: NoteList): void {
    for (const [key, note] of other.#notes) this.#put(key, note, note.count);
    for (const [series, index] of other.#series) this.#series.set(series, index + (this.#series.get(series) ?? 0));
  }

  dropped(): number {
    const rules: readonly string[] = droppingRules;
    return this.all().reduce((sum, { rule, count }) => (rules.includes(rule) ? sum + count : sum), 0);
  }

  all(): ImportNote[] {
    return [...this.#notes.values()];
  }

  #put(key: string, note: GivenNote, count: number): void {
    const before = this.#notes.get(key);
    if (before) return void this.#notes.set(key, { ...before, count: before.count + count });
    const { rule, row = null, line, column, value, message } = note;
    const weight = note.weight ?? (warningRules.has(rule) ? 'warning' : 'note');
    this.#notes.set(key, { rule, weight, row, line, column, value, message, count });
  }
}
