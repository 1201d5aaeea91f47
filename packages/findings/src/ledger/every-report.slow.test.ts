import type { Dossier } from '@indexlab/adapters';
import { randomSource, type RandomSource } from '@indexlab/core';
import { describe, expect, test } from 'vitest';
import { rowsUnlessRefused, slipOf } from '../../test/slips.js';
import { judgeDossier } from '../dossier/judge-dossier.js';
import { publishedDossier } from '../dossier/published-dossier.js';
import { reports } from '../reports.js';

const changes = 60;

/** The cells of a dossier's tables whose tokens are numbers. */
function numberCells({ tables }: Dossier): { table: number; row: number; column: number }[] {
  return tables.flatMap(({ rows, fields }, table) =>
    rows.flatMap((cells, row) =>
      cells.flatMap((token, column) =>
        fields[column]!.type !== 'string' && /\d/.test(token) ? [{ table, row, column }] : [],
      ),
    ),
  );
}

/** The dossier with one digit of one cell replaced, and the reference of that cell. */
function altered(dossier: Dossier, random: RandomSource): { dossier: Dossier; cell: string } {
  const cells = numberCells(dossier);
  const at = cells[random.integer(cells.length)]!;
  const { name, fields, rows } = dossier.tables[at.table]!;
  const token = rows[at.row]![at.column]!;
  const slip = slipOf(token, random);
  const changed = rows.map((cellsOf, row) => (row === at.row ? cellsOf.with(at.column, slip) : cellsOf));
  const tables = dossier.tables.map((table, index) => (index === at.table ? { ...table, rows: changed } : table));
  return {
    dossier: { ...dossier, tables },
    cell: `${dossier.name}/${name}#${at.row + 1}/${fields[at.column]!.name}`,
  };
}

const withTables = Object.keys(reports).filter((report) => publishedDossier(report).tables.length > 0);

describe.each(withTables.map((report, stream) => [report, stream] as const))(
  'a digit changed in a table of %s',
  (report, stream) => {
    const dossier = publishedDossier(report);
    const before = new Map(judgeDossier(dossier).rows.map((row) => [row.id, row]));
    const random = randomSource(2016, stream);

    test(`moves no row that does not list the cell, ${changes} times`, () => {
      const refused: string[] = [];
      const strays = Array.from({ length: changes }, () => altered(dossier, random)).flatMap(
        ({ dossier: spoilt, cell }) =>
          rowsUnlessRefused(spoilt, refused)
            .filter(
              (row) =>
                row.verdict !== before.get(row.id)?.verdict &&
                !row.inputs.includes(cell) &&
                !before.get(row.id)?.inputs.includes(cell),
            )
            .map(({ id }) => `${cell}: ${id}`),
      );
      expect(strays).toEqual([]);
      expect(refused.length).toBeLessThan(changes / 10);
    });
  },
);
