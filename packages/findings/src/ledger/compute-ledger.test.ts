import { loadTable } from '@indexlab/adapters';
import { Table } from '@indexlab/core';
import { beforeAll, describe, expect, test } from 'vitest';
import { published, raised, spoilt } from './changed-tables.testing.js';
import { changedRows } from './committed-ledger.js';
import { withCauses } from '../dossier/causes.js';
import { type JudgedDossier, judgeDossier } from '../dossier/judge-dossier.js';
import { publishedDossier } from '../dossier/published-dossier.js';
import { reports, statedCauses } from '../reports.js';
import { evaluateStatement } from './evaluate-statement.js';
import { causesOfReport, computeLedger, judgeReport } from './compute-ledger.js';
import type { LedgerRow } from './ledger-row.js';

const report = 'internet-plus-2016';
let judged: JudgedDossier;
let rows: readonly LedgerRow[];
beforeAll(async () => {
  judged = await judgeReport(report);
  ({ rows } = judged);
});

describe('the ledger of the 2016 report', () => {
  test('the verdicts are those committed', () => {
    expect(changedRows(rows, report)).toEqual([]);
  });

  test('it holds at least 150 statements besides the invariants of tables', () => {
    expect(rows.filter((row) => row.kind === 'statement').length).toBeGreaterThanOrEqual(150);
  });

  test('no row says what its verdict does not say', () => {
    const functions = reports[report]!(published).map(
      ({ id, reason, means }) => [id, { note: reason, means }] as const,
    );
    const claims = judged.claims.map(
      ({ id, note, contradiction: { means } }) => [`${report}/${id}`, { note, means }] as const,
    );
    const stated = new Map<string, { note?: string | null | undefined; means?: string | null | undefined }>([
      ...functions,
      ...claims,
    ]);
    for (const { id, verdict, reason } of rows) {
      const { means, note } = stated.get(id)!;
      if (verdict !== 'contradicted') expect([id, reason]).toEqual([id, note ?? null]);
      else if (means) expect([id, reason?.includes(means)]).toEqual([id, true]);
    }
  });

  test('no note, flag or assumption uses the words of another verdict', () => {
    const forbidden = {
      reproduced:
        /contradict|rule[sd]? (it )?out|misprint|beyond rounding|wrong|cannot be (right|true)|not computable|impossible/i,
      consistent:
        /contradict|rule[sd]? (it )?out|misprint|beyond rounding|wrong|cannot be (right|true)|not computable|impossible/i,
      'not-computable': /contradict|rule[sd]? (it )?out|reproduced|misprint|beyond rounding/i,
      contradicted: /\breproduced\b|not computable|\bholds for all\b|\bis consistent\b/i,
    };
    const said = rows.flatMap(({ id, verdict, reason, flags, assumptions, class: of, cause, smallestChange }) => {
      if (verdict === null) return [];
      const texts = [reason ?? '', ...flags, ...assumptions];
      const words = texts.filter((text) => forbidden[verdict].test(text));
      const fields = verdict === 'contradicted' ? [] : [of, cause, smallestChange].filter((field) => field !== null);
      return [...words, ...fields].map((text) => [id, verdict, text]);
    });
    expect(said).toEqual([]);
  });

  test('every contradiction belongs to one mistake, and every mistake explains a contradiction', () => {
    const { causes, rows: explained } = causesOfReport(rows, report);
    const contradicted = explained.filter(({ verdict }) => verdict === 'contradicted');
    expect(causes.flatMap(({ findings }) => findings).sort()).toEqual(contradicted.map(({ id }) => id).sort());
    expect(new Set(contradicted.map(({ cause }) => cause)).size).toBe(causes.length);
    expect(causes.map(({ id }) => id).sort()).toEqual([...judged.titles.keys()].sort());
  });

  test('a check that no typing slip could fail is called untestable', () => {
    for (const { id, verdict, why, power } of rows) {
      if (verdict === 'consistent') expect([id, why === 'untestable']).toEqual([id, power === 0]);
    }
  });

  test('a municipality with one value in both tables is reproduced, with two contradicted', async () => {
    const province = loadTable(`${report}/province-industry`).table;
    const cities = loadTable(`${report}/industry`).table;
    const at = (table: Table, place: string): number => table.texts('place').values.indexOf(place);
    const value = cities.numbers('index').values[at(cities, '110000')]!;
    const repaired = (id: string): Table => {
      if (id !== `${report}/province-industry`) return loadTable(id).table;
      const columns = province.columns.map((name) => province.column(name));
      return new Table(
        columns.map((column) => {
          if (column.name !== 'index' || column.type !== 'number') return column;
          const row = at(province, '110000');
          return { ...column, values: column.values.map((one, index) => (index === row ? value : one)) };
        }),
      );
    };
    const verdictOf = (of: readonly LedgerRow[]) =>
      of.find(({ id }) => id === `${report}/municipality-beijing`)!.verdict;
    expect(verdictOf(rows)).toBe('contradicted');
    const judgedAgain = judgeDossier(
      publishedDossier(report, repaired),
      null,
      ({ id }) => id === 'municipality-beijing',
    );
    expect(verdictOf(judgedAgain.rows)).toBe('reproduced');
  });

  test('every id stands once', () => {
    expect(new Set(rows.map((row) => row.id)).size).toBe(rows.length);
  });

  test('every contradiction says its class, its meaning and the cells behind it', () => {
    for (const row of rows.filter(({ verdict }) => verdict === 'contradicted')) {
      expect([row.id, row.class !== null && row.reason !== null && row.inputs.length > 0]).toEqual([row.id, true]);
    }
  });

  const idsWith = (cell: string) => rows.filter(({ inputs }) => inputs.includes(cell)).map(({ id }) => id);
  const changedAmong = (after: readonly LedgerRow[]): string[] => {
    const before = new Map(rows.map((original) => [original.id, JSON.stringify(original)]));
    return after.filter((computed) => before.get(computed.id) !== JSON.stringify(computed)).map(({ id }) => id);
  };

  test.each([['total', 1, 'index']])(
    'a digit changed in %s, row %i, changes exactly the rows whose inputs hold that cell',
    async (name, row, column) => {
      const wanted = idsWith(`${report}/${name}#${row}/${column}`);
      expect(changedAmong(await computeLedger(report, raised(`${report}/${name}`, row, column)))).toEqual(wanted);
      expect(wanted).not.toEqual([]);
    },
  );

  test.each([
    ['industry', 37, 'index'],
    ['province-industry', 20, 'index'],
    ['leapfrog-gdp', 3, 'gdpRank'],
    ['tourism', 9, 'index'],
    ['smart-city', 51, 'index'],
  ])(
    'of the claims that hold a cell, and of every twentieth other, a digit changed in %s, row %i, changes the first alone',
    async (name, row, column) => {
      const wanted = new Set(idsWith(`${report}/${name}#${row}/${column}`));
      const some = new Set(rows.filter(({ id }, at) => wanted.has(id) || at % 20 === 0).map(({ id }) => id));
      const load = raised(`${report}/${name}`, row, column);
      const dossier = publishedDossier(report, load);
      const claims = judgeDossier(dossier, null, ({ id }) => some.has(`${report}/${id}`)).rows;
      const functions = reports[report]!(load).filter(({ id }) => some.has(id));
      const computed = await Promise.all(functions.map((statement) => evaluateStatement(statement, load)));
      const after = [...claims, ...withCauses(computed, statedCauses[report] ?? [])];
      expect(after.length).toBe(some.size);
      // A cause that several rows share is known of a whole ledger only.
      const own = after.map((found) => ({ ...found, cause: rows.find(({ id }) => id === found.id)!.cause }));
      expect(new Set(changedAmong(own))).toEqual(wanted);
      expect(wanted.size).toBeGreaterThan(0);
    },
  );
});

describe('a published cell that is wrong', () => {
  test('turns the claims that read it', () => {
    const load = spoilt(`${report}/total`);
    const { rows: found } = judgeDossier(publishedDossier(report, load), null, ({ id }) => id === 'leading-four-total');
    expect(found).toMatchObject([{ verdict: 'contradicted', class: 'text against table' }]);
    expect(changedRows(found, report)).toContain(`${report}/leading-four-total`);
  });
});
