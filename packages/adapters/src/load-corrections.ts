import { assertThat, IndexlabError, textsOf } from '@indexlab/core';
import { loadDataPackage, readResource } from './data-package.js';

/** A suspected mistake of a published table; nothing applies it. */
export interface Correction {
  /** Id of the table. */
  readonly table: string;
  /** Row of data, counted from 1; where a row is missing, the row before the gap. */
  readonly row: number;
  /** `null` when the mistake is a missing row. */
  readonly column: string | null;
  /** What the cell prints, as a token; `null` when the mistake is a missing row. */
  readonly printed: string | null;
  /** What it should probably print; `null` when that is not known. */
  readonly suggested: string | null;
  /** The name or id that stands in the row. */
  readonly guard: string;
  readonly reason: string;
}

/**
 * The suspected mistakes of published tables, from the `corrections.csv` of each dossier; of one report, or all.
 *
 * @throws IndexlabError when a table no longer prints what a correction says: row, guard and printed cell must hold
 *
 * @example
 * loadCorrections('internet-plus-2016')[0].suggested // => '0.5093'
 */
export function loadCorrections(report?: string): Correction[] {
  return loadDataPackage()
    .resources.filter(
      ({ name }) => name.endsWith('/corrections') && (report === undefined || name === `${report}/corrections`),
    )
    .flatMap((resource) => {
      const table = readResource(resource);
      const column = (name: string) => textsOf(table, name);
      const [tables, rows, columns] = [column('table'), column('row'), column('column')];
      const [printed, suggested, guards, reasons] = [
        column('printed'),
        column('suggested'),
        column('guard'),
        column('reason'),
      ];
      return tables.map(
        (id, at): Correction => ({
          table: id!,
          row: Number(rows[at]),
          column: columns[at]!,
          printed: printed[at]!,
          suggested: suggested[at]!,
          guard: guards[at]!,
          reason: reasons[at]!,
        }),
      );
    })
    .map(checked);
}

function checked(correction: Correction): Correction {
  const resource = loadDataPackage().resources.find(({ name }) => name === correction.table);
  if (!resource)
    throw new IndexlabError(`loadCorrections requires published tables, got ${JSON.stringify(correction.table)}`);
  const table = readResource(resource);
  const cell = (column: string) => textsOf(table, column)[correction.row - 1] ?? null;
  const where = `${correction.table}, row ${correction.row}`;
  const remedy = 'The table has changed: look at the correction again.';
  assertThat(
    table.columns.some((column) => cell(column) === correction.guard),
    () => `loadCorrections requires the row of "${correction.guard}", got another (${where})`,
    remedy,
  );
  const { column, printed } = correction;
  assertThat(
    column === null || cell(column) === printed,
    () =>
      `loadCorrections requires the printed ${JSON.stringify(printed)}, got ${JSON.stringify(cell(column!))} (${where}, column "${column}")`,
    remedy,
  );
  return correction;
}
