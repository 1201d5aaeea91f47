import { describe, expect, test } from 'vitest';
import { fields, ports, rows, world } from '../../test/harbour.js';
import { claimTable, invariantsOf, judgeClaims, readClaims, readPrinted, type TextFigure } from '../index.js';

const figures = new Map<string, TextFigure>([
  ['top', { says: 'Three hold 60 %', printed: 'nearly 60 %', exact: false, at: { offset: 7 }, cell: 'text#1/token' }],
]);

describe('a claim that names a figure of the text', () => {
  test('takes its number, hedge, words and place from there, and cites its cell', () => {
    const yaml = '- id: top-three\n  figure: top\n  compute: sum(ports[1 to 3].score) / sum(ports.score)\n';
    const { claims, problems } = readClaims(yaml, 'c.yaml', world().tables, figures);
    expect(problems).toEqual([]);
    expect(claims[0]).toMatchObject({ printed: 'nearly 60 %', says: 'Three hold 60 %', at: { offset: 7 } });
    const [row] = judgeClaims(claims, world()).judged;
    expect(row!.verdict).toBe('reproduced');
    expect(row!.cells[0]).toEqual({ ref: 'text#1/token', printed: '60' });
  });

  test('may compute with another, whose cell it cites', () => {
    const yaml = '- id: double\n  says: Twice\n  printed: 120 %\n  compute: 2 * text.top\n';
    const { claims } = readClaims(yaml, 'c.yaml', world().tables, figures);
    const known = new Map([['top', { ...readPrinted('nearly 60 %'), cell: 'text#1/token' }]]);
    const [row] = judgeClaims(claims, { ...world(), figures: known }).judged;
    expect(row!.cells).toEqual([{ ref: 'text#1/token', printed: '60' }]);
  });

  test('says which is meant when there is none of that name', () => {
    const { problems } = readClaims('- id: a\n  figure: top-3\n  compute: 1\n', 'c.yaml', world().tables, figures);
    expect(problems[0]!.message).toBe('there is no figure top-3 in the text');
  });
});

describe('the checks of roles', () => {
  const yaml = `
checks:
  order: { id: 'order-{table}', words: falling values, means: It rises. }
  order ports: { means: 'It rises, by the port.' }
claims: []
`;

  test('are called as the dossier says, on all tables and on one', () => {
    const { checks } = readClaims(yaml, 'c.yaml');
    const made = invariantsOf({ table: ports, fields }, world().tables, { checks });
    expect(made.find(({ id }) => id === 'order-ports')).toMatchObject({
      words: 'falling values',
      contradiction: { means: 'It rises, by the port.' },
    });
  });

  test('count the rows that a ranked list announces', () => {
    const announced = [{ ...fields[0]!, role: { role: 'rank' as const, of: 'score', rows: 7 } }, ...fields.slice(1)];
    const table = claimTable('ports', announced, rows);
    const [rowCount] = invariantsOf({ table, fields: announced }, world(table).tables);
    expect(judgeClaims([rowCount!], world(table)).judged[0]!.verdict).toBe('contradicted');
  });
});
