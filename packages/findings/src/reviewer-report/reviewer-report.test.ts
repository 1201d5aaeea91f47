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

  const dossier = {
    name: 'demo',
    tables: [
      {
        name: 'table',
        title: 'A table',
        path: 't.csv',
        locator: { chapter: 'One' },
        hash: null,
        fields: [{ name: 'rank' }, { name: 'index' }],
        rows: [['7', '18.0']],
      },
    ],
    corrections: [{ ref: 'table#1/index', printed: '18.0', suggested: '17.0', reason: 'a slip' }],
    rekeyed: [{ ref: 'table#1/index', printed: '18.0', held: '18.0', note: '' }],
    redone: [{ cause: 'demo/sum', arithmetic: '9 + 9 = 18', agrees: true }],
    recovered: [{ finding: 'sum', parameter: 'the sum of all' }],
  };
  const whole = (rows: LedgerRow[]): string => reviewerReport(rows, { title: 'Demo', dossier });

  test('every link of the page leads to a place on it', () => {
    const html = whole([row]);
    const links = [...html.matchAll(/href="#([^"]*)"/gu)].map(([, to]) => to);
    expect(links.filter((to) => !html.includes(`id="${to}"`))).toEqual([]);
    expect(links).toEqual(expect.arrayContaining(['cause-demo/sum', 'table-demo/table', 'correction-1', 'demo/sum']));
  });

  test('a cell with a suspected mistake leads to it, and the mistake to the rows that read the cell', () => {
    const html = whole([row]);
    expect(html).toContain('<a href="#correction-1">suspected mistake 1</a>');
    expect(html).toMatch(/<tr id="correction-1">.*18\.0 → 17\.0.*<a href="#demo\/sum">sum<\/a>/u);
  });

  test('a suspected mistake of a whole line, or of the hedge of a number, is linked with what reads the line', () => {
    const corrections = [
      { ref: 'table#1', printed: '', suggested: '', reason: 'a line is missing behind' },
      { ref: 'text-figures#2/qualifier', printed: 'over', suggested: 'at-least', reason: 'exactly so' },
    ];
    const said: LedgerRow = { ...row, id: 'demo/said', inputs: ['demo/text-figures#2/token'] };
    const html = reviewerReport([row, said], { title: 'Demo', dossier: { ...dossier, corrections } });
    expect(html).toMatch(/<tr id="correction-1">.*<a href="#demo\/sum">sum<\/a>/u);
    expect(html).toMatch(/<tr id="correction-2">.*over → at least.*<a href="#demo\/said">said<\/a>/u);
    expect(html).toMatch(/<tr id="demo\/sum".*<a href="#correction-1">suspected mistake 1<\/a>/u);
  });

  test('a mistake leads to a suspected mistake in a name only where it is about names', () => {
    const corrections = [{ ref: 'table#1/name', printed: 'Alba', suggested: 'Elba', reason: 'stands twice' }];
    const causes = (inputs: string[]): string => {
      const html = reviewerReport([{ ...row, inputs }], { title: 'Demo', dossier: { ...dossier, corrections } });
      return html.slice(
        html.indexOf('<ol class="causes">'),
        html.indexOf('</ol>', html.indexOf('<ol class="causes">')),
      );
    };
    expect(causes(['demo/table', 'demo/table#1/name'])).toContain('#correction-1');
    expect(causes(['demo/table#1/name', 'demo/table#1/index'])).not.toContain('#correction-1');
  });

  test('a mistake says how much hangs on it, its figures, its ranks and how it was worked out by hand', () => {
    const html = whole([row]);
    const cause = html.slice(
      html.indexOf('<li id="cause-demo/sum"'),
      html.indexOf('</li>', html.indexOf('<li id="cause-')),
    );
    for (const said of ['digit', 'action required', '17.0 % ≠ 18', 'table: 7', 'does not hold', '9 + 9 = 18'])
      expect(cause).toContain(said);
  });

  test('the summary has ten lines at most, and gives our own error with its bound', () => {
    const html = whole([row]);
    const summary = html.slice(html.indexOf('<ol class="summary">'), html.indexOf('</ol>'));
    expect(summary.match(/<li>/gu)!.length).toBeLessThanOrEqual(10);
    expect(summary).toContain('1 random cells of the tables were keyed a second time from the text; none differs');
  });

  test('a row says by which roundings it stands, and the page how the report rounds', () => {
    const told: LedgerRow = { ...row, id: 'demo/cut', verdict: 'reproduced', procedures: ['down'] };
    const html = whole([
      { ...row, procedures: [] },
      told,
      { ...told, id: 'demo/half', procedures: ['half up', 'down'] },
    ]);
    expect(html).toContain('<small>stands if rounded</small> by no procedure');
    expect(html).toContain('<small>stands if rounded</small> half up, down');
    expect(html).toContain('2 printed numbers tell how the report rounds: down fits 2 of them, half up 1');
  });

  test('a claim of the text stands under its passage, and others lead there', () => {
    const open: LedgerRow = {
      ...row,
      id: 'demo/open',
      verdict: 'not-computable',
      needs: 'public',
      locator: 'chapter 1; offset 9',
    };
    const html = whole([row, open]);
    expect(html).toContain('<tr class="passage" id="passage-1"><th colspan="5">chapter 1</th></tr>');
    expect(html).toContain('<a href="#demo/sum">sum</a> · offset 5');
    expect(html).toContain('<a href="#passage-1">chapter 1; offset 9</a>');
  });

  test('files beside the claims that name what is not there are told on top', () => {
    const html = reviewerReport([row], {
      title: 'Demo',
      dossier: { ...dossier, redone: [{ cause: 'gone', arithmetic: '', agrees: true }] },
    });
    expect(html).toContain('redone.csv: gone');
  });
});
