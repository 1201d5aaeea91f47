import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { IndexlabError } from '@indexlab/core';
import { describe, expect, test } from 'vitest';
import { readDataFile } from './read-data-file.js';

const folder = mkdtempSync(join(tmpdir(), 'indexlab-'));
for (const name of ['scores.csv', 'scores-2020.csv', 'notes.md']) writeFileSync(join(folder, name), 'city,v\nA,1\n');

const failure = async (name: string): Promise<{ message: string; remedy: string | undefined }> => {
  const error = await readDataFile(name === '' ? '' : join(folder, name)).then(
    () => null,
    (reason: unknown) => reason,
  );
  if (!(error instanceof IndexlabError)) throw new Error(`not refused: ${name}`);
  return { message: error.message.replaceAll(folder, 'F'), remedy: error.remedy?.replaceAll(folder, 'F') };
};

describe('a file that cannot be read', () => {
  test('is named with those that are called nearly so', async () => {
    expect(await failure('score.csv')).toEqual({
      message: 'A table requires a file that can be read, got "F/score.csv", which is not there',
      remedy: expect.stringMatching(
        /^Did you mean scores\.csv.*The files in "F" are: notes\.md, scores-2020\.csv/,
      ) as string,
    });
  });

  test('is answered with the files of its kind where none is called nearly so', async () => {
    expect((await failure('population.csv')).remedy).toBe('The files in "F" are: scores-2020.csv, scores.csv.');
  });

  test('may be a pattern: the files that fit it are named', async () => {
    expect(await failure('sc*.csv')).toEqual({
      message: 'A table requires a file that can be read, got the pattern "F/sc*.csv"',
      remedy: 'Name one file. Fitting files in "F": scores-2020.csv, scores.csv.',
    });
    expect((await failure('x?.csv')).remedy).toBe('Name one file. No file in "F" fits it.');
  });

  test('may be a folder, lie in none, or have no name', async () => {
    expect((await failure('.')).message).toBe('A table requires a file that can be read, got the folder "F"');
    expect((await failure('.')).remedy).toContain('scores.csv');
    expect((await failure('none/x.csv')).remedy).toBe('There is no folder "F/none".');
    expect((await failure('')).message).toBe('A table requires a file that can be read, got no name');
  });

  test('never shows the code of the system', async () => {
    for (const name of ['score.csv', '.', 'none/x.csv', 'scores.csv/x', 'x'.repeat(300), 'x.parquet'])
      expect(JSON.stringify(await failure(name))).not.toMatch(/\bE[A-Z]{4,}\b/);
  });
});
