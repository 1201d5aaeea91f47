import { type NumberColumn, type Table, type TextColumn, textsOf } from '@indexlab/core';
import type { PlaceFinder, PlaceHints } from './place-finder.js';
import type { Problem } from './problem.js';
import { numbersAmongTexts, shareOfNumbers } from './numbers-among-texts.js';
import type { Role, RoleName, Roles } from './role.js';
import { withDigits } from './with-digits.js';

/** What is known about a table beside the roles of its columns. */
export interface SubjectFacts {
  /** Finds places by name; without it no name is taken for a place. */
  readonly placeOf?: PlaceFinder | undefined;
  /** The units are names of cities, or of provinces. */
  readonly places?: 'city' | 'province' | undefined;
  /** The column of the provinces that the units lie in. */
  readonly province?: string | undefined;
  /** The year at whose end the units were in force. */
  readonly year?: number | undefined;
  /** Units that belong in the table: names, or codes of places. */
  readonly expected?: readonly string[] | undefined;
  /** How many rows the table says that it has. */
  readonly rowCount?: number | undefined;
  /** Other tables, by the names that the role `repeats` uses, with the column of their units. */
  readonly tables?: Readonly<Record<string, { readonly table: Table; readonly unit: string }>> | undefined;
}

/** A table with the roles of its columns: what rules look at. */
export class Subject {
  readonly table: Table;
  readonly roles: Roles;
  readonly facts: SubjectFacts;
  readonly #roles: readonly { readonly column: string; readonly role: Role }[];
  readonly #numbers = new Map<string, { column: NumberColumn; problems: readonly Problem[] }>();
  #groups: readonly (readonly number[])[] | undefined;
  #units: readonly (string | null)[] | undefined;

  constructor(table: Table, roles: Roles, facts: SubjectFacts) {
    this.table = table;
    this.roles = roles;
    this.facts = facts;
    this.#roles = Object.entries(roles).flatMap(([column, given]) =>
      (Array.isArray(given) ? (given as readonly Role[]) : [given as Role]).map((role) => ({ column, role })),
    );
  }

  /** The columns that have a role, each with it. */
  having<N extends RoleName>(name: N): { readonly column: string; readonly role: Extract<Role, { role: N }> }[] {
    return this.#roles.filter(({ role }) => role.role === name) as {
      column: string;
      role: Extract<Role, { role: N }>;
    }[];
  }

  /** A column as numbers with digits. A cell of texts among them is missing here, and a problem of `text-cell`. */
  numbers(name: string): NumberColumn {
    return this.#read(name).column;
  }

  /** The cells of a column of numbers that hold none. */
  textCells(name: string): readonly Problem[] {
    return this.#read(name).problems;
  }

  get unit(): string | undefined {
    return this.having('unit')[0]?.column;
  }

  get time(): string | undefined {
    return this.having('time')[0]?.column;
  }

  /** The unit of each row as text. */
  get units(): readonly (string | null)[] {
    return (this.#units ??=
      this.unit === undefined ? new Array<null>(this.table.rowCount).fill(null) : textsOf(this.table, this.unit));
  }

  /** The columns that divide the table: time and groups. */
  get dividing(): readonly string[] {
    return [...this.having('time'), ...this.having('group')].map(({ column }) => column);
  }

  /** The rows that stand at one time, in one group; all rows when nothing divides them. */
  get groups(): readonly (readonly number[])[] {
    return (this.#groups ??= rowsByKey(this.table, this.dividing));
  }

  /** The rows that are ranked together. */
  rankGroups({ within }: { readonly within?: string }): readonly (readonly number[])[] {
    return within === undefined ? this.groups : rowsByKey(this.table, [...this.dividing, within]);
  }

  hints(row?: number): PlaceHints {
    const { places: level, year, province } = this.facts;
    const name = province === undefined || row === undefined ? undefined : this.table.column(province).values[row];
    const code = typeof name === 'string' ? this.facts.placeOf?.(name, { level: 'province' }).code : undefined;
    return { level, year, province: code ?? undefined };
  }

  #read(name: string): { column: NumberColumn; problems: readonly Problem[] } {
    const known = this.#numbers.get(name);
    if (known) return known;
    const column = this.table.column(name);
    const numeric = column.type === 'number' || shareOfNumbers(column) === 0 ? this.table.numbers(name) : undefined;
    const read = numeric ? { column: withDigits(numeric), problems: [] } : numbersAmongTexts(column as TextColumn);
    this.#numbers.set(name, read);
    return read;
  }
}

/** Rows that agree in all the columns, in the order of their first rows. */
export function rowsByKey(table: Table, columns: readonly string[]): number[][] {
  if (columns.length === 0) return [Array.from({ length: table.rowCount }, (_, row) => row)];
  const texts = columns.map((name) => textsOf(table, name));
  const groups = new Map<string, number[]>();
  for (let row = 0; row < table.rowCount; row++) {
    const key = JSON.stringify(texts.map((cells) => cells[row]));
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return [...groups.values()];
}
