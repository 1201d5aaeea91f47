import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadDataPackage, listTables } from '@indexlab/adapters';
import { describe, expect, test, onTestFinished } from 'vitest';
import { checkPublished } from './check-published.js';
import { tablePath } from './dossier-paths.js';
import { extract, reports } from './extract.js';
import { writePublished } from './published.js';

const { folder } = loadDataPackage();

/** The text that a report's tables were read from, found by its hash in the folder that INDEXLAB_SOURCES names. */
function textOf(report: string): string | undefined {
  const sources = process.env.INDEXLAB_SOURCES;
  if (!sources) return undefined;
  const bytes = readdirSync(sources)
    .filter((name) => name.endsWith('.txt'))
    .map((name) => readFileSync(join(sources, name)));
  const { sha256 } = listTables(report)[0]!.source;
  return bytes.find((each) => createHash('sha256').update(each).digest('hex') === sha256)?.toString('utf8');
}

const report = 'internet-plus-2016';
const text = textOf(report);
const missing = 'INDEXLAB_SOURCES names no folder with the text of the report';

describe('extract', () => {
  test('throws on a report that it cannot read', () => {
    expect(() => extract('', 'toString')).toThrow('extract requires a report that it can read, got "toString"');
  });

  test('throws on a text that is not the report', () => {
    expect(() => extract('some other text', report)).toThrow('extract requires the text of the report');
  });
});

describe('checkPublished', () => {
  test.for(Object.keys(reports))('finds no cell that differs from %s', (id, { skip }) => {
    const source = textOf(id);
    if (source === undefined) return skip(missing);
    const checks = checkPublished(source, id, folder);
    expect(checks.map((check) => check.id)).toEqual(listTables(id).map((table) => table.id));
    expect(checks.flatMap(({ differences }) => differences)).toEqual([]);
  });

  test('finds the one cell in which a text differs', ({ skip }) => {
    if (text === undefined) return skip(missing);
    const changed = checkPublished(text.replace('上海市\t上海市\t5.2798', '上海市\t上海市\t5.2799'), report, folder);
    expect(changed.filter(({ differing }) => differing > 0)).toMatchObject([
      {
        id: `${report}/cities`,
        rows: 351,
        cells: 4 * 351,
        differing: 1,
        differences: [{ row: 4, column: 'index', published: '5.2798', extracted: '5.2799' }],
      },
    ]);
  });

  test('finds a changed number in a sentence', ({ skip }) => {
    if (text === undefined) return skip(missing);
    const changed = checkPublished(text.replace('69.32%', '69.33%'), report, folder);
    expect(
      changed.flatMap(({ differences }) => differences.map(({ column, extracted }) => [column, extracted])),
    ).toEqual([
      ['token', '69.33'],
      ['printed', '69.33'],
      ['numbers', expect.stringContaining('69.33')],
    ]);
  });
});

describe('writePublished', () => {
  test.for(Object.keys(reports))('writes the tables of %s as they are published', (id, { skip }) => {
    const source = textOf(id);
    if (source === undefined) return skip(missing);
    const copy = mkdtempSync(join(tmpdir(), 'indexlab-'));
    onTestFinished(() => rmSync(copy, { recursive: true }));
    const dossier = join('reports', id);
    mkdirSync(join(copy, dossier), { recursive: true });
    cpSync(join(folder, dossier, 'datapackage.json'), join(copy, dossier, 'datapackage.json'));
    writePublished(source, id, copy);
    for (const path of ['datapackage.json', ...listTables(id).map((table) => tablePath(table.id))]) {
      const [written, committed] = [copy, folder].map((root) => readFileSync(join(root, dossier, path), 'utf8'));
      expect([path, written === committed]).toEqual([path, true]);
    }
  });
});
