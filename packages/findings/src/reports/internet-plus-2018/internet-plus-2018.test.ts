import { claimTable } from '@indexlab/claims';
import { Table } from '@indexlab/core';
import { beforeAll, describe, expect, test } from 'vitest';
import { Evidence } from '../../ledger/evidence.js';
import type { LedgerRow } from '../../ledger/ledger-row.js';
import { judgeReport } from '../../ledger/compute-ledger.js';
import { withUserFile } from '../../dossier/with-user-file.js';
import { namedPlaces } from './named-places.js';

const report = 'internet-plus-2018';

describe('a user’s file for the 2018 report', () => {
  let rows: readonly LedgerRow[];
  beforeAll(async () => {
    ({ rows } = await judgeReport(report));
  });

  function verdictOf(id: string, column: string, cells: readonly (readonly string[])[]): string | null {
    const user = claimTable('user', [{ name: 'place', role: 'unit' }, { name: column }], cells);
    return withUserFile(rows, report, user).find((row) => row.id === `${report}/${id}`)!.verdict;
  }

  test('judges the order of cities, under whichever of their names', () => {
    const cities = [
      ['广州市', '19.2'],
      ['深圳', '21.4'],
      ['北京市', '18.1'],
      ['长沙', '5.0'],
    ];
    expect(verdictOf('total-cities', 'total-cities-2017', cities)).toBe('reproduced');
    expect(verdictOf('total-cities', 'total-cities-2017', [...cities, ['上海市', '18.9']])).toBe('contradicted');
  });

  test('judges the rank of a province', () => {
    const provinces = ['广东', '江苏', '浙江', '北京', '山东', '河南'].map((name, at) => [name, String(90 - at)]);
    expect(verdictOf('provinces-rank-beijing', 'total-provinces-2017', provinces)).toBe('reproduced');
    expect(verdictOf('provinces-rank-henan', 'total-provinces-2017', provinces)).toBe('contradicted');
  });
});

describe('the number of places that a sentence names', () => {
  const texts = (name: string, ...values: string[]) => ({ type: 'text' as const, name, values });
  const load = (id: string): Table =>
    id.endsWith('text-lists')
      ? new Table([texts('id', 'leaders'), texts('names', '深圳、广州、上海')])
      : id.endsWith('text-sections')
        ? new Table([texts('id', 'a'), texts('chapter', 'A'), texts('heading', 'Ports')])
        : new Table([
            texts('id', 'how-many', 'ranks', 'too-many'),
            texts('statement', '', '', ''),
            texts('token', '3', '2~4', '2~5'),
            texts('section', 'a', 'a', 'a'),
            { type: 'number', name: 'offset', values: new Float64Array([7, 8, 9]) },
          ]);

  test.each([
    ['how-many', 'always'],
    ['ranks', 'always'],
    ['too-many', 'never'],
  ])('%s: %s', async (figure, holds) => {
    const { compute, locator } = namedPlaces('ports', { lists: ['leaders'], figure }, load);
    const evidence = new Evidence(load);
    expect(await compute!(evidence)).toMatchObject({ holds });
    expect(locator).toMatch(/^A, Ports; offset \d$/);
    expect(evidence.cells).toHaveLength(2);
  });
});
