import { describe, expect, test } from 'vitest';
import type { LedgerRow } from '../ledger/ledger-row.js';
import { reviewerReport } from './reviewer-report.js';

const row: LedgerRow = {
  id: 'demo/sum',
  report: 'demo',
  locator: 'chapter 1; offset 5',
  at: null,
  alsoAt: [],
  kind: 'statement',
  statement: 'A & B sum to <17>',
  printed: '17.0',
  unit: '%',
  qualifier: 'none',
  exact: false,
  printedLower: 16.95,
  printedUpper: 17.05,
  computed: 18,
  computedText: null,
  lower: 17.9,
  upper: 18.1,
  verdict: 'contradicted',
  why: null,
  class: 'arithmetic',
  cause: 'demo/sum',
  reading: null,
  needs: null,
  flags: [],
  sharpness: 0.5,
  power: 0.9,
  reason: 'It does not add up.',
  assumptions: [],
  readings: [],
  smallestChange: null,
  suspects: [],
  materiality: 'digit',
  program: 'sum(table.index)',
  inputs: ['demo/table#1/index'],
  evidence: [{ ref: 'demo/table#1/index', printed: '18.0' }],
};
const page = (rows: LedgerRow[]): string => reviewerReport(rows, { title: 'Demo <report>', sha256: 'abc' });

describe('reviewerReport', () => {
  test('a row shows what is printed, what was computed, and its cells', () => {
    const html = page([row]);
    expect(html).toContain('17.0 % (stands for 16.95 to 17.05)');
    expect(html).toContain('18, between 17.9 and 18.1');
    expect(html).toContain('<code>demo/table#1/index</code> <span class="tokens">18.0</span>');
  });

  test('every text is escaped', () => {
    const html = page([row]);
    expect(html).toContain('A &amp; B sum to &lt;17&gt;');
    expect(html).not.toContain('<17>');
    expect(html).toContain('<title>Demo &lt;report&gt;: findings</title>');
  });

  test('contradictions come first, context last', () => {
    const reproduced = { ...row, id: 'demo/right', verdict: 'reproduced' as const };
    const outside = { ...row, id: 'demo/outside', kind: 'context' as const, verdict: null };
    const html = page([outside, reproduced, row]);
    const places = ['demo/sum', 'demo/right', 'demo/outside'].map((id) => html.indexOf(`<tr id="${id}"`));
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(places.every((place) => place > 0)).toBe(true);
  });
});
