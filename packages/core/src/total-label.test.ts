import { expect, test } from 'vitest';
import { partLabel, totalLabel } from './index.js';

test.each([
  ...[
    '合计',
    '合 计',
    '总 计：',
    'Insgesamt',
    'Summe',
    'GESAMT:',
    'Gesamt',
    'Total',
    '— Total —',
    '(Total)',
    '计',
    '計',
  ],
])('%s is called as a total of all is', (label) => {
  expect(totalLabel(label)).toBe(label === '计' ? null : 'sum');
});

test('totals of parts and means are told from totals of all', () => {
  expect(['小计', 'Zwischensumme', 'Sub-total', '平均', 'Durchschnitt'].map(totalLabel)).toEqual([
    ...['part', 'part', 'part'],
    ...['mean', 'mean'],
  ]);
});

test('names that only begin as a total does are none', () => {
  const names = ['Totnes', 'Total energy', 'Summerside', '全国重点城市', 'Meaney', 'Gesamtschule', 'Media', ''];
  expect(names.map(totalLabel)).toEqual(names.map(() => null));
});

test('a label says that it is part of a row above by a word of its own at its beginning', () => {
  expect(['其中:', 'davon', 'Of which', 'dont :'].map(partLabel)).toEqual(['below', 'below', 'below', 'below']);
  expect(['其中：农村', 'davon weiblich', 'of which rural', 'darunter: Ausländer'].map(partLabel)).toEqual([
    ...['row', 'row', 'row', 'row'],
  ]);
  expect(['Davonport', 'including VAT', 'dontcare', 'Darinka'].map(partLabel)).toEqual([null, null, null, null]);
});
