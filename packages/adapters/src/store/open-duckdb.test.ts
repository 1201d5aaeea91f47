import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { openDuckDb } from './open-duckdb.js';

const folder = mkdtempSync(join(tmpdir(), 'indexlab-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe('openDuckDb', () => {
  test('lets a query reach no file, network, extension or setting', async () => {
    writeFileSync(join(folder, 'secret.csv'), 'a\n1\n');
    const database = await openDuckDb({ path: join(folder, 'a.duckdb'), files: [join(folder, 'named.parquet')] });
    for (const sql of [
      `select * from read_csv('${folder}/secret.csv')`,
      `select * from glob('${folder}/*')`,
      `copy (select 1) to '${folder}/out.csv'`,
      `attach '${folder}/other.duckdb'`,
      "select * from 'https://example.com/a.parquet'",
      'install httpfs',
      'load httpfs',
      'set enable_external_access = true',
      'set threads = 1',
      "set allowed_paths = ['/']",
      `export database '${folder}/all'`,
    ]) {
      await expect(database.run(sql)).rejects.toThrow(/Permission Error|Invalid Input Error/);
    }
    await database.run(`copy (select 1 as a) to '${folder}/named.parquet'`);
    expect(await database.columns(`select a from '${folder}/named.parquet'`)).toEqual([[1]]);
    expect(existsSync(join(folder, 'out.csv'))).toBe(false);
    database.close();
  });

  test('gives back what an aborted transaction did', async () => {
    const database = await openDuckDb();
    await database.run('create table t (a integer)');
    await expect(
      database.transaction(async () => {
        await database.append('t', [{ type: 'integer', values: [1, 2] }]);
        throw new Error('stop');
      }),
    ).rejects.toThrow('stop');
    expect(await database.columns('select a from t')).toEqual([[]]);
    database.close();
  });

  test('says when a file is no database', async () => {
    await expect(openDuckDb({ path: join(folder, 'secret.csv') })).rejects.toThrow(
      /openDuckDb requires a database that can be opened, got .*secret\.csv/,
    );
  });
});
