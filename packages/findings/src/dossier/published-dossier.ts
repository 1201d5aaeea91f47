import { join } from 'node:path';
import { type Dossier, type DossierTable, loadDataPackage, readDossier } from '@indexlab/adapters';
import { cellToken, type Table } from '@indexlab/core';

/**
 * The dossier of a report of this project, as `readDossier` gives a user's.
 *
 * @param load gives its tables by their ids; by default as stored in `data/`
 *
 * @example
 * publishedDossier('internet-plus-2016').year // => 2015
 */
export function publishedDossier(report: string, load?: (id: string) => Table): Dossier {
  const dossier = readDossier(join(loadDataPackage().folder, 'reports', report));
  if (!load) return dossier;
  const loaded = (table: DossierTable): DossierTable => ({
    ...table,
    rows: tokensOf(load(`${report}/${table.name}`), table),
  });
  return { ...dossier, tables: dossier.tables.map(loaded), text: dossier.text.map(loaded) };
}

function tokensOf(table: Table, { fields }: DossierTable): string[][] {
  const columns = fields.map(({ name }) => table.column(name));
  return Array.from({ length: table.rowCount }, (_, row) =>
    columns.map((column) => {
      if (column.type === 'text') return column.values[row] ?? '';
      return Number.isNaN(column.values[row]) ? '' : cellToken(column, row);
    }),
  );
}
