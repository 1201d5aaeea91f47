import { beforeAll, describe, expect, test } from 'vitest';
import type { JudgedDossier } from '../dossier/judge-dossier.js';
import { reports } from '../reports.js';
import { changedRows } from './committed-ledger.js';
import { judgeReport } from './compute-ledger.js';

describe.each(Object.keys(reports))('the ledger of %s', (report) => {
  let judged: JudgedDossier;
  beforeAll(async () => {
    judged = await judgeReport(report);
  });

  test('is the committed one', () => {
    expect(changedRows(judged.rows, report)).toEqual([]);
  });

  test('has every id once', () => {
    const ids = judged.rows.map(({ id }) => id);
    expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);
  });

  test('says of every contradiction its class, its meaning, the cells behind it and the mistake that explains it', () => {
    const bare = judged.rows.filter(
      ({ verdict, class: of, reason, inputs, cause }) =>
        verdict === 'contradicted' && (of === null || reason === null || inputs.length === 0 || cause === null),
    );
    expect(bare.map(({ id }) => id)).toEqual([]);
  });

  test('has a contradiction for every mistake that it names', () => {
    expect(judged.causes.map(({ id }) => id).sort()).toEqual([...judged.titles.keys()].sort());
  });

  test('says what a row lacks that cannot be computed', () => {
    const bare = judged.rows.filter(
      ({ verdict, needs, kind, reason }) =>
        verdict === 'not-computable' && needs === null && (kind !== 'context' || !reason),
    );
    expect(bare.map(({ id }) => id)).toEqual([]);
  });
});
