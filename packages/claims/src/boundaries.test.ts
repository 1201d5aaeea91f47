import { describe, expect, test } from 'vitest';
import { judge, ports, world } from '../test/harbour.js';
import { claimTable } from './index.js';

/** Neighbouring values whose intervals touch, in a table without ranks. */
const pair = claimTable(
  'pair',
  [{ name: 'name', role: 'unit' }, { name: 'value' }],
  [
    ['low', '1.2'],
    ['high', '1.3'],
    ['negative', '-0.5'],
  ],
);
/** The first two of six ports. */
const list = claimTable(
  'list',
  [
    { name: 'rank', role: { role: 'rank', of: 'score', population: 'ports' } },
    { name: 'port', role: 'unit' },
    { name: 'score' },
  ],
  [
    ['1', 'Arn', '82.4'],
    ['2', 'Belm', '77.0'],
  ],
);
const of = world(ports, pair, list);
const verdict = (printed: string | null, compute: string) => judge(printed, compute, of).verdict;

describe('where intervals touch', () => {
  test('nothing is sure and nothing contradicted', () => {
    expect(verdict(null, 'pair[low].value < pair[high].value')).toBe('consistent');
    expect(verdict(null, 'pair[low].value >= pair[high].value')).toBe('consistent');
    expect(verdict(null, 'pair[low].value <= pair[high].value')).toBe('reproduced');
    expect(verdict(null, 'pair[low].value > pair[high].value')).toBe('contradicted');
  });

  test('the opposite of what is open is open', () => {
    expect(verdict(null, 'not pair[low].value >= pair[high].value')).toBe('consistent');
  });

  test('a nearly is below its number, and an over above', () => {
    expect(verdict('nearly 6 ports', 'count(ports)')).toBe('contradicted');
    expect(verdict('over 6 ports', 'count(ports)')).toBe('contradicted');
  });

  test('a denominator that may be zero gives no bounds', () => {
    const zero = claimTable(
      'zero',
      [{ name: 'n', role: 'unit' }, { name: 'value' }],
      [
        ['a', '0.5'],
        ['b', '0.0'],
      ],
    );
    expect(judge('3', 'ports[Arn].score / (zero[a].value - 0.45)', world(ports, zero))).toMatchObject({
      verdict: 'consistent',
      why: 'untestable',
    });
  });

  test('products take the corners of both signs', () => {
    expect(judge('-0.6', 'pair[low].value * pair[negative].value', of).bounds).toMatchObject({ method: 'corners' });
    expect(verdict('-0.8', 'pair[low].value * pair[negative].value')).toBe('contradicted');
  });
});

describe('lines, lists and counts', () => {
  test('without ranks numbers are lines from one', () => {
    expect(verdict('1.2', 'pair[1].value')).toBe('reproduced');
    expect(verdict('0.8', 'sum(pair[2 to 3].value)')).toBe('reproduced');
  });

  test('a sum over units that a list cuts off is not reproduced by its listed part', () => {
    expect(judge('82.4', 'sum(list[where in north].score)', of)).toMatchObject({
      verdict: 'consistent',
      why: 'partial-inputs',
    });
    expect(verdict('82.4', 'sum(list[1 to 2 where in north].score)')).toBe('reproduced');
  });

  test('what one alternative makes sure needs no other', () => {
    const open = 'sum(list[where north].score) > 100';
    expect(judge(null, open, of)).toMatchObject({ verdict: 'consistent', why: 'partial-inputs' });
    expect(verdict(null, `${open} or ports[Arn].score > 80`)).toBe('reproduced');
    expect(verdict(null, `ports[Eske].score = ports[Farl].score or ports[Arn].score > 90`)).toBe('reproduced');
    expect(judge(null, `ports[Eske].score = ports[Farl].score or ${open}`, of)).toMatchObject({
      why: 'partial-inputs',
    });
  });

  test('a table that prints all of its units leaves none out', () => {
    const all = claimTable(
      'all',
      [{ name: 'port', role: { role: 'unit', population: 2 } }, { name: 'score' }],
      [
        ['Arn', '82.4'],
        ['Belm', '77.0'],
      ],
    );
    expect(judge('79.7', 'mean("all".score)', world(all)).verdict).toBe('reproduced');
  });

  test('the sharpness of a count is how many values fit over how many the bounds leave', () => {
    expect(judge('6 ports', 'count(ports)', of).sharpness).toBe(1);
    expect(judge('2', 'rank(Farl, ports.score)', of)).toMatchObject({ verdict: 'contradicted' });
    expect(judge('rank 5', 'rank(Farl, ports.score)', of)).toMatchObject({ verdict: 'reproduced', sharpness: 1 / 2 });
    expect(judge('rank 6', 'rank(Farl, ports.score)', of)).toMatchObject({ verdict: 'consistent' });
  });

  test('a slip in either cell explains a wrong sum', () => {
    expect(judge('169.4', 'ports[Arn].score + ports[Belm].score', of).suspects).toEqual([
      'one',
      'ports#1/score',
      'ports#2/score',
    ]);
    expect(judge('15.4', 'ports[Arn].score - ports[Belm].score', of).suspects).toContain('ports#1/score');
  });

  test('a reading is not generated where it would be of something else', () => {
    const names = (compute: string, among = of) => judge('20 %', compute, among).readings.map(({ name }) => name);
    const growth = (rows: string) => `growth(sum(ports[${rows}].score), sum(ports[${rows}].before))`;
    expect(names(growth('2 to 3'))).toEqual(["mean of the units' growths"]);
    const coasts = claimTable('coasts', [{ name: 'side', role: 'unit' }, { name: 'score' }], [['north', '191.6']]);
    const north = 'sum(ports[where coast = north].score)';
    expect(names(north, world(ports, coasts))).toEqual(['the region as printed at its own level']);
    expect(names(north, world(ports, coasts, list))).toEqual([]);
  });
});
