import { describe, expect, test } from 'vitest';
import { invariants, judge, judged, world } from '../test/harbour.js';
import { judgeClaims } from './index.js';

const claims = `
- id: leaders
  says: Arn, Belm and Corve lead
  compute: ports[1 to 3].port = {Arn, Belm, Corve}
- id: top-three
  says: The first three hold nearly 60 % of the points
  printed: nearly 60 %
  compute: sum(ports[1 to 3].score) / sum(ports.score)
- id: above-mean
  says: Three ports lie above the mean
  printed: 3 ports
  compute: count(ports[where score > mean(ports.score)])
- id: total
  says: The scores sum to 391.50
  printed: 391.50
  compute: sum(ports.score)
- id: increase
  says: The total rose by 17.2 %
  printed: 17.2 %
  compute: text.total / sum(ports.before) - 1
- id: north
  says: The north is ahead of the south
  compute: mean(ports[where coast = north].score) > mean(ports[where coast = south].score)
- id: tied
  says: Eske is ahead of Farl
  compute: ports[Eske].score > ports[Farl].score
- id: freight
  says: Freight and score correlate at 0.91
  printed: 0.91
  compute: pearson(user.freight, ports.score)
  needs: { who: public, what: freight by port, columns: [port, freight] }
`;

describe('an invented index of ports', () => {
  const { judged: rows, problems } = judged(claims);
  const row = (id: string) => rows.find(({ claim }) => claim.id === id)!;

  test('has no problem', () => expect(problems).toEqual([]));

  test.each([
    ['leaders', 'reproduced', null],
    ['top-three', 'reproduced', null],
    ['above-mean', 'reproduced', null],
    ['total', 'reproduced', null],
    ['increase', 'consistent', 'rounding'],
    ['north', 'contradicted', null],
    ['tied', 'consistent', 'untestable'],
    ['freight', 'not-computable', null],
  ])('%s is %s', (id, verdict, why) => {
    expect([row(id).verdict, row(id).why]).toEqual([verdict, why]);
  });

  test('bounds of a share and of a sum follow from the digits', () => {
    const ends = (id: string) => [row(id).bounds!.lower.toFixed(3), row(id).bounds!.upper.toFixed(3)];
    expect(ends('top-three')).toEqual(['59.808', '59.885']);
    expect(ends('total')).toEqual(['391.200', '391.800']);
  });

  test('roles generate the checks, and find the planted growth alone', () => {
    const { judged: checks, problems: wrong } = judgeClaims(invariants(), world());
    expect(wrong).toEqual([]);
    const of = (verdict: string) => checks.filter((check) => check.verdict === verdict);
    expect(of('contradicted').map(({ claim }) => claim.id)).toEqual(['ports-growth-farl']);
    const farl = of('contradicted')[0]!;
    expect([farl.bounds!.lower.toFixed(2), farl.bounds!.upper.toFixed(2)]).toEqual(['19.43', '19.98']);
    expect(farl.cells.map(({ ref }) => ref)).toContain('ports#6/growth');
    expect(of('consistent').map(({ claim }) => claim.id)).toEqual(['ports-rank-order']);
    expect(checks).toHaveLength(9);
  });

  test('the smallest change of a contradicted growth is named', () => {
    const farl = judgeClaims(invariants(), world()).judged.find(({ claim }) => claim.id === 'ports-growth-farl')!;
    expect(farl.smallestChange).toEqual({
      digits: 1,
      changes: [{ ref: 'ports#6/growth', printed: '17.9', nearest: '19.9' }],
    });
  });

  test('a wrong number is contradicted, a number in words read', () => {
    expect(judge('four ports', 'count(ports[where score > mean(ports.score)])').verdict).toBe('contradicted');
    expect(judge('three ports', 'count(ports[where score > mean(ports.score)])').verdict).toBe('reproduced');
  });
});
