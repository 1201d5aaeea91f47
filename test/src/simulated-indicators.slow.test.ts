import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compareSimulations, publishedDossier, simulatedFiles, simulateDossier } from '@indexlab/findings';
import { describe, expect, test } from 'vitest';

const reports = join(import.meta.dirname, '../../data/reports');
const simulated = readdirSync(reports).filter((report) => existsSync(join(reports, report, 'simulated', 'plan.yaml')));

describe.each(simulated)('the simulated indicators of %s', (report) => {
  const dossier = publishedDossier(report);

  test('are the committed ones when they are made again', () => {
    for (const [name, text] of Object.entries(simulatedFiles(dossier, simulateDossier(dossier))))
      expect([name, readFileSync(join(reports, report, 'simulated', name), 'utf8') === text]).toEqual([name, true]);
  }, 60_000);

  test('give back the same printed scores and ranks under another seed; counts and means of groups are held for the committed one', () => {
    const missed = (seed?: number) =>
      compareSimulations(simulateDossier(dossier, seed))
        .filter(({ reproduced, is }) => !reproduced && (is.kind === 'score' || is.kind === 'rank'))
        .map(({ table, row, column }) => `${table}#${row}/${column}`);
    expect(missed(77)).toEqual(missed());
  }, 60_000);
});
