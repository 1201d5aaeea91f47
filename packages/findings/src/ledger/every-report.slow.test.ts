import type { Dossier } from '@indexlab/adapters';
import { randomSource, type RandomSource } from '@indexlab/core';
import { describe, expect, test } from 'vitest';
import { rowsUnlessRefused, slipOf } from '../../test/slips.js';
import { judgeDossier } from '../dossier/judge-dossier.js';
import { publishedDossier } from '../dossier/published-dossier.js';
import { reports } from '../reports.js';
import type { LedgerRow } from './ledger-row.js';

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
    const judged = judgeDossier(dossier);
    const before = new Map(judged.rows.map((row) => [row.id, row]));
    // What a named part does with a cell is not seen in the program of its claim.
    const whole = new Set(judged.claims.filter(({ lets }) => lets.size === 0).map(({ id }) => `${report}/${id}`));
    const random = randomSource(2016, stream);

    test(`moves no row that does not list the cell, and every row that it is a term of, ${changes} times`, () => {
      const refused: string[] = [];
      const found = Array.from({ length: changes }, () => altered(dossier, random)).map(({ dossier: spoilt, cell }) => {
        const after = rowsUnlessRefused(spoilt, refused);
        const pairs = after.flatMap((row) => {
          const own = before.get(row.id);
          return own ? [{ cell, row, own, lists: row.inputs.includes(cell) || own.inputs.includes(cell) }] : [];
        });
        return {
          strays: pairs.filter(({ row, own, lists }) => row.verdict !== own.verdict && !lists).map(nameOf),
          still: pairs
            .filter(({ own, row }) => whole.has(own.id) && isTerm(cell, own) && sameNumbers(row, own))
            .map(nameOf),
          terms: pairs.filter(({ own }) => whole.has(own.id) && isTerm(cell, own)).length,
        };
      });
      expect(found.flatMap(({ strays }) => strays)).toEqual([]);
      expect(found.flatMap(({ still }) => still)).toEqual([]);
      expect(found.some(({ terms }) => terms > 0)).toBe(true);
      expect(refused).toEqual([]);
    });
  },
);

function nameOf({ cell, row }: { readonly cell: string; readonly row: LedgerRow }): string {
  return `${cell}: ${row.id}`;
}

/** Whether a cell is a term of a row's sum, share or ratio: nothing in it chooses, orders or takes a number as printed. */
function isTerm(cell: string, { program, computed, inputs }: LedgerRow): boolean {
  const column = cell.slice(cell.lastIndexOf('/') + 1);
  const terms = program?.match(/\.("[^"]+"|[\p{L}\p{N}_-]+)/gu)?.map((name) => name.slice(1).replaceAll('"', '')) ?? [];
  const isPlain =
    program !== null && !/where|rank|count|top|distinct|which|max|min|median|quantile|abs|printed/.test(program);
  return isPlain && computed !== null && inputs.includes(cell) && terms.includes(column);
}

function sameNumbers(a: LedgerRow, b: LedgerRow): boolean {
  return a.computed === b.computed && a.lower === b.lower && a.upper === b.upper && a.printed === b.printed;
}
