import { readCsv } from '@indexlab/readers';
import { describe, expect, test } from 'vitest';
import { auditUserTable } from './audit-user-table.js';

const unresolved = (header: string, ...names: string[]) =>
  auditUserTable(
    readCsv(`${header},v\n${names.map((name, row) => `${name},${row}.5`).join('\n')}\n`).table,
  ).problems.flatMap(({ rule, severity, value }) => (rule === 'unresolved-place' ? [[severity, value]] : []));

describe('auditUserTable warns of names that no place has', () => {
  test.each([
    [
      '城市',
      ['苏洲市', '北京市', '上海市', '广州市', '台北', '乌鲁木奇', '高雄市'],
      ['苏洲市', '台北', '乌鲁木奇', '高雄市'],
    ],
    ['城市', ['苏洲市', '台北'], ['苏洲市', '台北']],
    ['城市名称', ['北京市', '上海市', '广洲市'], ['广洲市']],
    ['省份', ['江苏', '浙江', '安微'], ['安微']],
    ['city', ['Suzou', 'Beijing', 'Guangzhou', 'Shanghai'], ['Suzou']],
    ['city', ['Suzou', 'Beijing', 'Shanghia', 'Shenzhen'], ['Suzou', 'Shanghia']],
    ['name', ['苏洲市', '北京市', '上海市', '广州市', '天津'], ['苏洲市']],
  ])('in a column of places called %s: %j', (header, names, expected) => {
    expect(unresolved(header, ...names)).toEqual(expected.map((value) => ['warning', value]));
  });

  test.each([
    ['city', ['London', 'Paris', 'Berlin', 'Rome']],
    ['region', ['Bavaria', 'Saxony', 'Hesse']],
    ['name', ['苏洲市', '台北']],
    ['单位', ['第一工厂', '第二工厂']],
  ])('and not in a column of other things called %s: %j', (header, names) => {
    expect(unresolved(header, ...names)).toEqual([]);
  });

  test('with the near names and what the gazetteer holds', () => {
    const { problems } = auditUserTable(readCsv('城市,v\n苏洲市,1.5\n高雄市,2.5\n').table);
    expect(problems.map(({ message }) => message)).toEqual([
      expect.stringMatching(/no unit 苏洲市\. Did you mean Suzhou.*The gazetteer holds provinces/),
      expect.stringMatching(/no unit 高雄市\. The gazetteer holds.*of Taiwan/),
    ]);
  });
});
