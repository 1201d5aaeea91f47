import type { Dossier, DossierTable } from '@indexlab/adapters';
import { assertThat, didYouMean } from '@indexlab/core';
import type { Simulation } from '@indexlab/index-engine';
import { gazetteerPlaces } from '../dossier/gazetteer-places.js';

/** The units of a simulation, and how the names of a table find them. */
export interface PlannedUnits {
  readonly names: readonly string[];
  readonly columns: Readonly<Record<string, string[]>>;
  /** The unit that a cell of a table names: the same place, else the same name; -1 where it is none of them. */
  find(name: string, table: DossierTable | null, column: string, row: number): number;
}

/** The units that a plan takes from tables, or names itself. */
export function plannedUnits(dossier: Dossier, { units }: Simulation): PlannedUnits {
  const places = gazetteerPlaces(dossier.year, new Map());
  const codeOf = (name: string, table: DossierTable | null, column: string, row: number): string | null => {
    const field = table?.fields.find((own) => own.name === column);
    const level = field?.places;
    if (level !== 'city' && level !== 'province') return null;
    const within = table!.fields.findIndex((own) => own.places === 'province' && own.name !== column);
    return places.codeOf(name, level, within < 0 ? undefined : table!.rows[row]![within] || undefined);
  };
  const names: string[] = [];
  const byCode = new Map<string, number>();
  const byName = new Map<string, number>();
  const rows: Record<string, string>[] = [];
  const add = (name: string, code: string | null, columns: Record<string, string>): void => {
    if (code !== null) byCode.set(code, names.length);
    byName.set(name, names.length);
    names.push(name);
    rows.push(columns);
  };
  for (const { table: from, name, columns = {}, take = {}, where, count } of units) {
    if (from === undefined) {
      if (count === undefined) add(name, null, columns);
      for (let number = 1; number <= (count ?? 0); number += 1) add(`${name} ${number}`, null, columns);
      continue;
    }
    const table = tableOf(dossier, from);
    eachRow(table, where, (row) => {
      const unit = cellOf(table, row, name);
      const code = codeOf(unit, table, name, row);
      // A unit that another table named before stays as it is.
      if (byName.has(unit) || (code !== null && byCode.has(code))) return;
      const taken = Object.entries(take).map(([column, source]) => [column, cellOf(table, row, source)]);
      add(unit, code, { ...columns, ...(Object.fromEntries(taken) as typeof columns) });
    });
  }
  const beside = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  return {
    names,
    columns: Object.fromEntries(beside.map((column) => [column, rows.map((row) => row[column] ?? '')])),
    find(name, table, column, row) {
      const code = codeOf(name, table, column, row);
      return (code === null ? undefined : byCode.get(code)) ?? byName.get(name) ?? -1;
    },
  };
}

/** A table of the dossier. */
export function tableOf(dossier: Dossier, name: string): DossierTable {
  const tables = [...dossier.tables, ...dossier.text];
  const found = tables.find((table) => table.name === name);
  assertThat(
    found !== undefined,
    () => `a plan requires tables of its dossier, got ${JSON.stringify(name)}`,
    () =>
      didYouMean(
        name,
        tables.map((table) => table.name),
        'tables',
      ),
  );
  return found;
}

/** A cell as printed. */
export function cellOf({ name, fields, rows }: DossierTable, row: number, column: string): string {
  const place = fields.findIndex((field) => field.name === column);
  assertThat(
    place >= 0,
    () => `a plan requires columns of its tables, got ${JSON.stringify(column)} (table "${name}")`,
    () =>
      didYouMean(
        column,
        fields.map((field) => field.name),
        'columns',
      ),
  );
  return rows[row]![place]!;
}

/** Visits the rows that have these texts in these columns. */
export function eachRow(
  table: DossierTable,
  where: Readonly<Record<string, string>> | undefined,
  visit: (row: number) => void,
): void {
  const conditions = Object.entries(where ?? {});
  table.rows.forEach((_, row) => {
    if (conditions.every(([column, text]) => cellOf(table, row, column) === text)) visit(row);
  });
}
