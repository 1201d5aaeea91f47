import { describe, expect, test } from 'vitest';
import type { LedgerRow } from '../ledger/ledger-row.js';
import { reviewerReport } from './reviewer-report.js';
import { words } from './words.js';

const claim: LedgerRow = {
  id: 'demo/claim',
  report: 'demo',
  locator: 'section 2.1; offset 5',
  at: null,
  alsoAt: ['page 3', 'table t'],
  kind: 'statement',
  statement: 'The parts sum to 17',
  printed: '17.0',
  unit: 'points',
  qualifier: 'at-most',
  exact: false,
  printedLower: null,
  printedUpper: 17.05,
  computed: 18,
  computedText: null,
  lower: 17.9,
  upper: null,
  verdict: 'contradicted',
  why: null,
  class: 'last digit',
  cause: null,
  reading: 'truncated',
  procedures: ['down'],
  needs: null,
  flags: ['our copy of the text may have lost a line', 'not like for like'],
  sharpness: 0.5,
  power: 0.9,
  reason: 'It does not add up.',
  assumptions: ['the weights sum to one', 'something else'],
  readings: [{ reading: 'times more', verdict: 'reproduced', computed: 17, lower: 17, upper: 17 }],
  smallestChange: { digits: 1, changes: [{ ref: 'demo/t#1/index', printed: 'half', nearest: 'a third' }] },
  suspects: [],
  materiality: 'headline',
  program: 'sum(t.index)',
  inputs: ['demo/t#1/index'],
  evidence: [{ ref: 'demo/t#1/index', printed: '18.0' }],
};
const needing = (needs: LedgerRow['needs']): LedgerRow => ({
  ...claim,
  id: `demo/${needs}`,
  verdict: 'not-computable',
  computedText: 'income per head',
  needs,
});
const rows: LedgerRow[] = [
  claim,
  {
    ...claim,
    id: 'demo/rank',
    materiality: 'rank',
    procedures: [],
    reading: 'rounded up',
    exact: null,
    printed: 'most',
  },
  { ...claim, id: 'demo/digit', materiality: 'digit', locator: '', class: 'text against table' },
  { ...claim, id: 'demo/none', materiality: 'none', procedures: ['half up', 'half even', 'up'] },
  { ...claim, id: 'demo/reproduced', verdict: 'reproduced' },
  { ...claim, id: 'demo/consistent', verdict: 'consistent', why: 'partial-inputs', kind: 'invariant' },
  { ...claim, id: 'demo/untestable', verdict: 'consistent', why: 'untestable' },
  { ...claim, id: 'demo/context', verdict: null, kind: 'context' },
  ...(['public', 'private', 'undisclosed', 'not-in-our-text'] as const).map(needing),
];
const html = reviewerReport(rows, {
  title: 'Demo, a report',
  sha256: 'abc',
  lang: 'zh',
  environment: {
    version: 'indexlab 1',
    date: '2026-05-01',
    commit: 'abc',
    command: 'review',
    'SHA-256 of the inputs': 'abc',
  },
  notebooks: new Map([['demo/claim', { name: 'one.ipynb', href: 'one.ipynb' }]]),
  rowCommand: 'show <id>',
  dossier: {
    name: 'demo',
    tables: [
      {
        name: 't',
        title: 'A table',
        path: 't.csv',
        locator: { chapter: 'One' },
        hash: null,
        fields: [{ name: 'rank' }, { name: 'index' }],
        rows: [['7', '18.0']],
      },
    ],
    corrections: [
      { ref: 't#1/index', printed: '18.0', suggested: '17.0', reason: 'a slip' },
      { ref: 't#1/rank', printed: '7', suggested: '', reason: 'a slip too' },
    ],
    rekeyed: [
      { ref: 't#1/index', printed: '18.0', held: '18.0', note: 'a slip of the second keying' },
      { ref: 't#1/rank', printed: '8', held: '7', note: '' },
      { ref: 't#9/rank', printed: '8', held: null, note: '' },
    ],
    redone: [
      { cause: 'demo/rank', arithmetic: 'nine and nine are 18', agrees: true },
      { cause: 'demo/claim', arithmetic: 'nine and nine are 17', agrees: false },
      { cause: 'gone', arithmetic: '', agrees: true },
    ],
    recovered: [{ finding: 'claim', parameter: 'the sum of all' }],
  },
});

/** What is left of a page without what is marked as English, code, printed tokens, and names of rows. */
const frame = html
  .replaceAll(/<(style|script|title)>.*?<\/\1>/gsu, '')
  .replaceAll(/<code.*?<\/code>/gsu, '')
  .replaceAll(/<(\w+)[^>]* lang="en"[^>]*>.*?<\/\1>/gsu, '')
  .replaceAll(/<a href="#[^"]*">(demo\/)?[a-z-]+<\/a>/gu, '')
  .replaceAll(/<a href="one\.ipynb">.*?<\/a>/gu, '');

describe('the frame in Chinese', () => {
  test('leaves no word in English', () => {
    const texts = [...frame.matchAll(/>([^<]+)</gu), ...frame.matchAll(/(?:placeholder|aria-label)="([^"]*)"/gu)];
    const english = texts.map(([, text]) => text!.replaceAll('SHA-256', '')).filter((text) => /[a-z]{2}/iu.test(text));
    expect(english).toEqual([]);
  });

  test('marks what stays English', () => {
    for (const said of ['The parts sum to 17', 'It does not add up.', 'something else', 'a slip', 'income per head'])
      expect(html).toContain(`<span lang="en">${said}</span>`);
  });

  test('has every word that the English frame has', () => {
    const same = Object.entries(words.en).filter(([name, word]) => words.zh[name as keyof typeof words.en] === word);
    expect(same).toEqual([]);
  });
});
