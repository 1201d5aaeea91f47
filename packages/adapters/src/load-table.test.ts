import { cellToken, exactDigits } from '@indexlab/core';
import { describe, expect, test } from 'vitest';
import { listTables, loadTable } from './load-table.js';

describe('loadTable', () => {
  test('keeps the digits of each cell as printed', () => {
    const index = loadTable('internet-plus-2016/base').table.numbers('index');
    expect([0, 1, 8].map((row) => cellToken(index, row))).toEqual(['10.7546', '9.434', '1.431']);
  });

  test('marks ranks as exact', () => {
    expect(loadTable('internet-plus-2016/total').table.numbers('rank').decimals![99]).toBe(exactDigits);
  });

  test('puts the code of the unit in force that year beside the printed name', () => {
    const { table } = loadTable('internet-plus-2016/cities');
    const codeOf = (name: string) => table.texts('place').values[table.texts('name').values.indexOf(name)];
    expect(table.columns).toEqual(['name', 'place', 'province', 'index', 'rank']);
    expect([codeOf('吉林市'), codeOf('哈密地区'), codeOf('那曲地区'), codeOf('莱芜市')]).toEqual([
      '220200',
      '652200',
      '542400',
      '371200',
    ]);
  });

  test('names its source, its place in the report and its columns', () => {
    const { report, year, locator, source, columns } = loadTable('internet-plus-2016/cities');
    expect([report, year, locator.chapter, source.sha256.length]).toEqual(['internet-plus-2016', 2015, '附录', 64]);
    expect(columns.find(({ name }) => name === 'index')).toMatchObject({
      unit: '% of the national total',
      decimals: 4,
    });
  });

  test('throws on an unknown id', () => {
    expect(() => loadTable('places/places')).toThrow(
      'loadTable requires the id of a published table, got "places/places"',
    );
  });
});

describe('the published tables', () => {
  test('have the rows that the reports count', () => {
    const rows = {
      'cisi-2015/indicators': 9,
      'cisi-2015/stages': 4,
      'cisi-2015/total': 31,
      'cisi-2015/government': 31,
      'cisi-2015/convenience': 31,
      'cisi-2015/infrastructure': 31,
      'cisi-2015/stage-members': 8 + 18 + 5,
      'cisi-2015/zhejiang-total': 11,
      'cisi-2015/zhejiang-accounts': 3 * 8,
      'internet-plus-2016/cities': 351,
      'internet-plus-2016/total': 100,
      'digital-china-2020/provinces': 10,
      'digital-china-2020/government-cities': 30,
      'digital-china-2020/cluster-industry-growth': 11 * 3,
      'digital-china-2020/cloud-cities': 20 * 5,
      'digital-china-2020/culture-branches': 8 * 10,
      'digital-china-2020/first-half-2020': 5,
      'city-digital-economy-2021/index': 242,
      'city-digital-economy-2021/size': 242,
      'city-digital-economy-2021/tiers': 5,
      'city-digital-economy-2021/clusters': 4,
    };
    for (const [id, count] of Object.entries(rows)) expect([id, loadTable(id).table.rowCount]).toEqual([id, count]);
  });

  test('read the digits that run together in the 2021 report', () => {
    const { table } = loadTable('city-digital-economy-2021/index');
    const index = table.numbers('index');
    expect([0, 99, 241].map((row) => [table.texts('name').values[row], cellToken(index, row)])).toEqual([
      ['上海', '91.6'],
      ['马鞍山', '53.7'],
      ['甘南', '35.1'],
    ]);
    const tiers = loadTable('city-digital-economy-2021/tiers').table.numbers('cities').values;
    expect(tiers.reduce((sum, cities) => sum + cities, 0)).toBe(242);
  });
});

describe('listTables', () => {
  test('lists tables that all load, every name resolved', () => {
    const tables = listTables();
    expect(tables.length).toBeGreaterThan(0);
    for (const { id } of tables) expect(loadTable(id).table.rowCount).toBeGreaterThan(0);
  });

  test('lists the tables of one report', () => {
    expect(listTables('internet-plus-2016').length).toBe(
      listTables().filter(({ report }) => report === 'internet-plus-2016').length,
    );
    expect(listTables('no-report')).toEqual([]);
  });

  test('lists every table of the 2016 report, as long as it is printed', () => {
    const rows = listTables('internet-plus-2016').map(({ id }) => [id.split('/')[1], loadTable(id).table.rowCount]);
    expect(Object.fromEntries(rows)).toMatchObject({
      cities: 351,
      ...Object.fromEntries(['total', 'base', 'industry', 'innovation', 'smart-city'].map((id) => [id, 100])),
      ...Object.fromEntries(['base-50', 'industry-50', 'innovation-50'].map((id) => [id, 50])),
      ...Object.fromEntries(
        ['retail', 'catering-accommodation', 'tourism', 'life-services', 'finance'].map((id) => [id, 100]),
      ),
      'transport-logistics': 98, // its last line, with ranks 34 and 68, is lost
      'province-industry': 31,
      'province-gdp-shares': 9,
      'leapfrog-base': 13,
      'leapfrog-gdp': 20,
      'leapfrog-smart-city': 10,
      ...Object.fromEntries(['front', 'summary', 'chapter-3'].map((where) => [`top-ten-industries-${where}`, 10 * 10])),
      ...Object.fromEntries(['summary', 'chapter-5'].map((where) => [`top-ten-services-${where}`, 8 * 10])),
      regions: 7,
    });
  });
});
