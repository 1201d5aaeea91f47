import { spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Table } from '@indexlab/core';
import { writeDta } from '@indexlab/readers';
import { expect, test } from 'vitest';

const path = join(mkdtempSync(join(tmpdir(), 'indexlab-')), 'index.dta');
const long = '长'.repeat(900);
writeFileSync(
  path,
  writeDta(
    new Table([
      { type: 'text', name: '城市', values: ['北京', null, 'Zürich'] },
      { type: 'number', name: '总指数', unit: '分', values: new Float64Array([25.8, NaN, -1e300]) },
      { type: 'text', name: 'note', values: [long, null, 'x'] },
    ]),
  ),
);
const expected = { 城市: ['北京', '', 'Zürich'], 总指数: [25.8, null, -1e300], note: [long, '', 'x'] };

const python = `
import json, sys, pandas
frame = pandas.read_stata(sys.argv[1])
print(json.dumps({name: [None if value != value else value for value in frame[name]] for name in frame}))`;
const r = `
frame <- haven::read_dta(commandArgs(TRUE)[1])
cat(jsonlite::toJSON(as.list(as.data.frame(lapply(frame, as.vector), check.names = FALSE)), digits = NA, na = "null"))`;

test.for([
  ['pandas', '/usr/bin/python3', ['-c', python, path], ['-c', 'import pandas']],
  ['haven', 'Rscript', ['-e', r, path], ['-e', 'library(haven); library(jsonlite)']],
] as const)('writeDta is read back by %s as the same values', ([name, program, args, check], { skip }) => {
  if (spawnSync(program, check).status !== 0) skip(`needs ${name}, which is not installed`);
  const { stdout } = spawnSync(program, args, { encoding: 'utf8', env: { ...process.env, LC_ALL: 'C.UTF-8' } });
  expect(JSON.parse(stdout)).toEqual(expected);
});
