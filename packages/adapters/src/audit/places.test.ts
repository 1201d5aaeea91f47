import { readCsv } from '@indexlab/readers';
import { describe, expect, test } from 'vitest';
import { auditTable } from './audit-table.js';

const found = (csv: string, options = {}) =>
  auditTable(readCsv(csv).table, options).map(({ rule, row, value }) => [rule, row, value]);

describe('auditTable with names of places', () => {
  test('finds names that no unit has, among names of places', () => {
    expect(found('unit,index\n北京,2.5\n亚特兰蒂斯,1.5\n上海,0.5\n')).toEqual([['unresolved-place', 2, '亚特兰蒂斯']]);
  });

  test('leaves names be that are no names of places, unless they are said to be', () => {
    expect(found('city,index\nA,2.5\nB,1.5\n')).toEqual([]);
    expect(found('city,index\nA,2.5\n北京,1.5\n')).toEqual([]);
    expect(found('city,index\nA,2.5\n北京,1.5\n', { places: 'city' })).toEqual([['unresolved-place', 1, 'A']]);
  });

  test('takes a name at the level of the table', () => {
    expect(found('province,index\n吉林,2.5\n广州,1.5\n辽宁,0.5\n河北,0.4\n')).toEqual([
      ['unresolved-place', 2, '广州'],
    ]);
    expect(found('city,index\n吉林,2.5\n广东,1.5\n沈阳,0.5\n')).toEqual([['unresolved-place', 2, '广东']]);
  });

  test('warns of names that several units have, unless a province decides', () => {
    const [problem] = auditTable(readCsv('city,index\nSuzhou,2.5\n').table);
    expect(problem).toMatchObject({
      rule: 'ambiguous-place',
      severity: 'warning',
      message: 'Suzhou can be Suzhou (Jiangsu) (320500), Suzhou (Anhui) (341300).',
    });
    expect(found('city,province,index\nSuzhou,安徽,2.5\n')).toEqual([]);
  });

  test('finds provinces that are none, and then does without them', () => {
    expect(found('city,province,index\n苏州,江南,2.5\n')).toEqual([['unresolved-place', 1, '江南']]);
  });

  test('knows which units were in force', () => {
    expect(found('city,index\n莱芜,2.5\n济南,1.5\n', { year: 2018 })).toEqual([]);
    expect(found('city,index\n莱芜,2.5\n济南,1.5\n', { year: 2019 })).toEqual([['unresolved-place', 1, '莱芜']]);
  });

  test('finds units that belong in the table and are absent, whatever they are called there', () => {
    const csv = 'city,index\n北京,2.5\n上海市,1.5\n';
    expect(found(csv, { expected: ['110000', '310000', '440100', '天津'] })).toEqual([
      ['absent-unit', null, '440100'],
      ['absent-unit', null, '天津'],
    ]);
    expect(found('unit,index\na,2.5\n', { expected: ['a', 'b'] })).toEqual([['absent-unit', null, 'b']]);
  });
});
