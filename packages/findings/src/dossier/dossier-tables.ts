import type { Dossier, DossierTable } from '@indexlab/adapters';
import { type ClaimTable, claimTable, type Field } from '@indexlab/claims';
import { type GazetteerPlaces, placeField } from './gazetteer-places.js';

/** The printed tables of a dossier as claims see them: places by their codes, other units by their names. */
export function dossierTables({ tables }: Dossier, places: GazetteerPlaces | null): Map<string, ClaimTable> {
  return new Map(tables.map((table) => [table.name, dossierTable(table, places)]));
}

/** One printed table of a dossier as claims see it. */
export function dossierTable({ name, fields, rows }: DossierTable, places: GazetteerPlaces | null): ClaimTable {
  const named = placeField(fields);
  const described = fields.map((field) =>
    field.name === named?.name && field.role === undefined ? { ...field, role: 'unit' } : field,
  ) as readonly Field[];
  if (!named || !places) return claimTable(name, described, rows);
  const province = fields.findIndex(({ name: other }) => other === 'province');
  return claimTable(
    name,
    described,
    rows,
    (unit, row) => places.codeOf(unit, named.level, rows[row]?.[province] || undefined) ?? unit,
  );
}
