import {
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { writeFile, writeFiles } from './write-files.js';

const folder = mkdtempSync(join(tmpdir(), 'indexlab-write-'));
afterAll(() => rmSync(folder, { recursive: true }));

test('writeFile makes folders, replaces what stands there and leaves nothing beside it', () => {
  const path = join(folder, 'made/deep/scores.csv');
  writeFile(path, 'old\n');
  writeFile(path, new TextEncoder().encode('新\n'));
  expect(readFileSync(path, 'utf8')).toBe('新\n');
  expect(readdirSync(join(folder, 'made/deep'))).toEqual(['scores.csv']);
});

test('writeFile keeps a link a link, and the mode of the file it leads to', () => {
  writeFileSync(join(folder, 'target'), 'old', { mode: 0o600 });
  symlinkSync(join(folder, 'target'), join(folder, 'link'));
  writeFile(join(folder, 'link'), 'new');
  expect(lstatSync(join(folder, 'link')).isSymbolicLink()).toBe(true);
  expect(readFileSync(join(folder, 'target'), 'utf8')).toBe('new');
  expect(statSync(join(folder, 'target')).mode & 0o777).toBe(0o600);
});

test('writeFiles changes none of the files when one of them cannot be written', () => {
  const kept = join(folder, 'kept.csv');
  writeFileSync(kept, 'good');
  mkdirSync(join(folder, 'taken'));
  expect(() =>
    writeFiles([
      [kept, 'bad'],
      [join(folder, 'taken'), 'x'],
    ]),
  ).toThrow(/taken cannot be written: a folder has that name \(EISDIR\); nothing was changed/);
  expect(readFileSync(kept, 'utf8')).toBe('good');
  expect(readdirSync(folder).filter((name) => name.endsWith('.tmp'))).toEqual([]);
});

test('writeFile says what is in the way of a folder', () => {
  writeFileSync(join(folder, 'file'), '');
  expect(() => writeFile(join(folder, 'file/inner.csv'), '')).toThrow('a part of the path is a file');
});

test('writeFile refuses a link that leads nowhere, and a folder that cannot be made', () => {
  symlinkSync(join(folder, 'nowhere'), join(folder, 'dangling'));
  expect(() => writeFile(join(folder, 'dangling'), 'x')).toThrow('it is a link that leads nowhere');
  expect(lstatSync(join(folder, 'dangling')).isSymbolicLink()).toBe(true);
  expect(() => writeFile('/proc/no-such-folder/inner/scores.csv', 'x')).toThrow('cannot be written');
});
