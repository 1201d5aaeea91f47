import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { committedSimulations, compareSimulations, publishedDossier } from '@indexlab/findings';
import { describe, expect, test } from 'vitest';

const reports = join(import.meta.dirname, '../../data/reports');
const simulated = readdirSync(reports).filter((report) => existsSync(join(reports, report, 'simulated', 'plan.yaml')));

/** What `simulated/cells.csv` says of each column of each table. */
function committed(report: string) {
  const [, ...lines] = readFileSync(join(reports, report, 'simulated', 'cells.csv'), 'utf8')
    .trimEnd()
    .split('\n');
  return lines.map((line) => {
    const [table, column, printed, compared, reproduced, , why] = line.split(',');
    return { key: `${table}/${column}`, printed, compared: Number(compared), reproduced: Number(reproduced), why };
  });
}

/** Printed cells that the indices of simulated indicators give back, of those that a plan names. */
const cellsOf: Record<string, [reproduced: number, named: number]> = {
  'cisi-2015': [506, 506],
  // 40 ranks that are counted on wrongly, and the second size of a city that stands twice.
  'city-digital-economy-2021': [940, 981],
  'digital-china-2020': [219, 219],
  // 16 values of another list, pasted, and two ranks in the wrong order.
  'internet-plus-2016': [3721, 3739],
  'internet-plus-2018': [24, 24],
};

test('every report has simulated indicators', () => {
  expect(simulated).toEqual(Object.keys(cellsOf));
});

describe.each(simulated)('the simulated indicators of %s', (report) => {
  const simulations = committedSimulations(publishedDossier(report));
  const cells = compareSimulations(simulations);

  test('give back every printed cell that other printed cells do not rule out', () => {
    expect([cells.filter(({ reproduced }) => reproduced).length, cells.length]).toEqual(cellsOf[report]);
  });

  test('say of each row that it is simulated', () => {
    for (const { table } of simulations) expect(new Set(table.texts('status').values)).toEqual(new Set(['simulated']));
  });

  test('give back, from the indicators up, the printed cells that the dossier says they do', () => {
    const counts = new Map<string, Map<number, boolean>>();
    for (const { table, row, column, reproduced } of cells) {
      const own = counts.get(`${table}/${column}`) ?? new Map<number, boolean>();
      counts.set(`${table}/${column}`, own.set(row, reproduced));
    }
    for (const { key, compared, reproduced } of committed(report)) {
      const own = [...(counts.get(key)?.values() ?? [])];
      expect([key, own.length, own.filter(Boolean).length]).toEqual([key, compared, reproduced]);
    }
  });

  test('give back all cells of every column, or the dossier says why not', () => {
    const silent = committed(report).filter(
      ({ printed, reproduced, why }) => Number(printed) !== reproduced && why === '',
    );
    expect(silent).toEqual([]);
  });
});
