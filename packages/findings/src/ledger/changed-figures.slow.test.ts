import type { Dossier } from '@indexlab/adapters';
import { randomSource, type RandomSource } from '@indexlab/core';
import { describe, expect, test } from 'vitest';
import { rowsUnlessRefused, slipOf } from '../../test/slips.js';
import { judgeDossier } from '../dossier/judge-dossier.js';
import { publishedDossier } from '../dossier/published-dossier.js';
import { reports } from '../reports.js';

const changes = 60;

/** The dossier with one digit of one number of its text replaced, and the reference of that number. */
function altered(dossier: Dossier, random: RandomSource): { dossier: Dossier; cell: string } {
  const figures = dossier.text.find(({ name }) => name === 'text-figures')!;
  const column = figures.fields.findIndex(({ name }) => name === 'token');
  const row = random.integer(figures.rows.length);
  const token = figures.rows[row]![column]!;
  const slip = slipOf(token, random);
  const rows = figures.rows.map((cells, at) => (at === row ? cells.with(column, slip) : cells));
  const text = dossier.text.map((table) => (table === figures ? { ...table, rows } : table));
  return { dossier: { ...dossier, text }, cell: `${dossier.name}/text-figures#${row + 1}/token` };
}

describe.each(Object.keys(reports).map((report, stream) => [report, stream] as const))(
  'a digit changed in the text of %s',
  (report, stream) => {
    const dossier = publishedDossier(report);
    const before = new Map(judgeDossier(dossier).rows.map((row) => [row.id, row]));
    const random = randomSource(2018, stream);

    test(`moves rows, and none that does not list the number, ${changes} times`, () => {
      const refused: string[] = [];
      const moved = Array.from({ length: changes }, () => altered(dossier, random)).flatMap(
        ({ dossier: spoilt, cell }) =>
          rowsUnlessRefused(spoilt, refused)
            .filter((row) => row.verdict !== before.get(row.id)!.verdict)
            .map(({ id, inputs }) => ({ id, cell, listed: inputs.includes(cell) })),
      );
      expect(moved.filter(({ listed }) => !listed)).toEqual([]);
      expect(moved.length).toBeGreaterThan(0);
      expect(refused.length).toBeLessThan(changes / 10);
    });
  },
);
