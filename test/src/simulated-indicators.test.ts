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

describe.each(simulated)('the simulated indicators of %s', (report) => {
  const simulations = committedSimulations(publishedDossier(report));
  const cells = compareSimulations(simulations);

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
