import { claimTable, judgeClaims, readClaims } from '@indexlab/claims';
import { describe, expect, test } from 'vitest';
import { causesOf } from './causes.js';
import { roundingHabit } from './rounding-habit.js';
import { rowOf } from './row-of.js';

const counts = [1, 2, 3, 5, 7, 9, 15, 21, 27, 33];
const table = claimTable(
  'counts',
  [
    { name: 'name', role: 'unit' },
    { name: 'count', role: 'count' },
  ],
  counts.map((count, at) => [`unit ${at + 1}`, String(count)]),
);

/** A report of shares of counts of forty-eight, which it prints to a tenth of a per cent as `print` makes them. */
function ledger(print: (share: number) => number, ...slips: readonly number[]) {
  const yaml = counts
    .map((count, at) => {
      const shown = (slips.includes(at) ? 99.9 : print((1000 * count) / 48) / 10).toFixed(1);
      return `- id: c${at}\n  says: a share\n  printed: ${shown} %\n  compute: counts[line ${at + 1}].count / 48\n`;
    })
    .join('');
  const world = {
    tables: new Map([['counts', table]]),
    figures: new Map(),
    user: null,
    others: new Map(),
    places: null,
  };
  return judgeClaims(readClaims(yaml, 'c.yaml').claims, world).judged.map((one) => rowOf(one, 'report'));
}

const halfEven = (value: number) => {
  const below = Math.floor(value);
  return value - below === 0.5 ? below + (below % 2) : Math.round(value);
};

describe('the habit of rounding', () => {
  test.each([
    ['half up', Math.round],
    ['half even', halfEven],
    ['down', Math.floor],
    ['up', Math.ceil],
  ] as const)('of a report that rounds %s is found from its shares', (procedure, print) => {
    expect(roundingHabit(ledger(print)).habit).toEqual([procedure]);
  });

  test('is none where nothing was rounded', () => {
    expect(roundingHabit([{ procedures: null }]).habit).toEqual([]);
  });

  test('is one cause, suggested, of the contradictions that it explains, and a slip stays another', () => {
    const { causes, rows } = causesOf(ledger(Math.floor, 0));
    const [slip, habit] = ['c0', 'rounding-habit'].map((id) => causes.find((cause) => cause.id === id));
    expect(habit).toMatchObject({ title: 'The report rounds down', action: 'suggested' });
    expect(habit!.findings.length).toBeGreaterThan(1);
    expect(slip).toMatchObject({ findings: ['report/c0'], action: 'required' });
    const explained = rows.filter(({ cause }) => cause === 'rounding-habit');
    expect(explained.every(({ procedures }) => procedures!.includes('down'))).toBe(true);
    expect(rows.find(({ id }) => id === 'report/c0')!.procedures).toEqual([]);
  });

  test('excuses no number that is the only one to show it', () => {
    const [only] = ledger(Math.floor).filter(({ verdict }) => verdict === 'contradicted');
    expect(only!.procedures).toEqual(['down']);
    const { causes } = causesOf([only!]);
    expect(causes.map(({ id, action }) => [id, action])).toEqual([[only!.cause, 'suggested']]);
  });
});
