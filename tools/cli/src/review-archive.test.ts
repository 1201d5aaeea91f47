import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readDossier, writeFiles } from '@indexlab/adapters';
import { judgeDossier, ledgerText } from '@indexlab/findings';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, describe, expect, test } from 'vitest';
import { reviewArchive } from './review-archive.js';

const elsewhere = mkdtempSync(join(tmpdir(), 'indexlab-archive-'));
afterAll(() => rmSync(elsewhere, { recursive: true }));

const dossier = readDossier(join(import.meta.dirname, '../../../docs/tutorial/river-health-2034'));
const ledger = ledgerText(judgeDossier(dossier).rows);
const entries = unzipSync(
  reviewArchive({
    dossier,
    ledger,
    files: [['out/river.html', '<html></html>']],
    user: null,
    options: ['--lang', 'zh'],
    environment: { version: 'indexlab 9', commit: 'abc' },
  }),
);

describe('the archive of a review', () => {
  test('unpacked elsewhere has the same verdicts as its ledger', () => {
    writeFiles(Object.entries(entries).map(([path, bytes]) => [join(elsewhere, path), bytes]));
    const again = readDossier(join(elsewhere, 'dossier'));
    expect(again.ledger).toBe(ledger);
    expect(ledgerText(judgeDossier(again).rows)).toBe(ledger);
  });

  test('has the page, and the command, versions and commit that made it', () => {
    expect(strFromU8(entries['review/river.html']!)).toBe('<html></html>');
    const command = strFromU8(entries['COMMAND.txt']!);
    expect(command).toMatch(/^indexlab review dossier --lang zh --out review-again\n/u);
    for (const made of ['version: indexlab 9', 'commit: abc']) expect(command).toContain(made);
  });
});
