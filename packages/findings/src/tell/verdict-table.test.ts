import { beforeAll, describe, expect, test } from 'vitest';
import { judgeReport } from '../ledger/compute-ledger.js';
import type { JudgedDossier } from '../dossier/judge-dossier.js';
import { bilingualName } from './bilingual-name.js';
import { roundedText } from './rounded-text.js';
import { mistakeTable } from './mistake-table.js';
import { verdictTable } from './verdict-table.js';

let judged: JudgedDossier;
let ledger: JudgedDossier['rows'];
beforeAll(async () => {
  judged = await judgeReport('city-digital-economy-2021');
  ledger = judged.rows;
});

describe('a ledger as a table for readers', () => {
  test('it has the rows asked for, in their order, with or without the name of the report', () => {
    const lines = verdictTable(ledger, ['tier-2-cities', 'city-digital-economy-2021/best-score']);
    expect(lines.map(({ row }) => row)).toEqual(['tier-2-cities', 'best-score']);
    expect(lines[1]).toEqual({
      claim: 'The best score is 91.6',
      published: '91.6 points',
      computed: '91.6, between 91.55 and 91.65',
      verdict: 'reproduced',
      row: 'best-score',
    });
  });

  test('a unit that begins with a number stands in brackets', () => {
    expect(verdictTable(ledger, ['size-new-tier-1-mean'])[0]!.published).toBe('3718 (100 million yuan)');
  });

  test('a row that is not computable says what it needs', () => {
    expect(verdictTable(ledger, ['services-mean'])[0]!.computed).toMatch(/^needs the score of each of the 242 cities/);
  });

  test('a contradicted row says its class', () => {
    const contradicted = ledger.filter(({ verdict }) => verdict === 'contradicted');
    for (const { verdict } of verdictTable(
      ledger,
      contradicted.map(({ id }) => id),
    ))
      expect(verdict).toMatch(/^contradicted: ./);
    expect(contradicted.length).toBeGreaterThan(0);
  });

  test('every contradicted row stands beside the mistake that explains it', () => {
    const explained = mistakeTable(judged.causes).flatMap(({ rows }) => rows.split(', '));
    const contradicted = ledger.filter(({ verdict }) => verdict === 'contradicted');
    expect(explained.sort()).toEqual(contradicted.map(({ id }) => id.slice(id.indexOf('/') + 1)).sort());
  });

  test('of a mistake behind many rows the first three are named', () => {
    const findings = ['a/one', 'a/two', 'a/three', 'a/four', 'a/five'];
    expect(mistakeTable([{ ...judged.causes[0]!, findings }])[0]!.rows).toBe('one, two, three, and 2 more');
  });

  test('an unknown row is refused with the nearest names', () => {
    expect(() => verdictTable(ledger, ['tier-2-citis'])).toThrow('requires rows of the ledger, got "tier-2-citis"');
  });
});

test.each([
  ['1.4171666666666667 and 3718', '1.4172 and 3718'],
  ['0.0000032588971897445713', '0.000003259'],
  ['1417166700000 yuan', '1417.2 billion yuan'],
  ['145016 accounts', '145016 accounts'],
  ['3717.308510638298', '3717.3'],
  ['123456.789', '123457'],
])('%s reads %s', (text, rounded) => {
  expect(roundedText(text)).toBe(rounded);
});

test('a place has its English name first', () => {
  expect(bilingualName('110000')).toBe('Beijing 北京市');
});
