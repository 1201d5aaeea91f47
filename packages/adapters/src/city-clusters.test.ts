import { describe, expect, test } from 'vitest';
import { cityClusters } from './city-clusters.js';
import { gazetteer } from './gazetteer.js';
import { loadTable } from './load-table.js';

const clusters = cityClusters();
const cluster = (nameZh: string) => clusters.find((each) => each.nameZh === nameZh)!;
const codes = (nameZh: string) => cluster(nameZh).members.map(({ code }) => code);

describe('cityClusters', () => {
  test('gives the clusters that the report of 2020 names', () => {
    const printed = new Set(loadTable('digital-china-2020/cluster-industry-growth').table.texts('cluster').values);
    expect(new Set(clusters.map(({ nameZh }) => nameZh))).toEqual(printed);
  });

  test('gives members that the gazetteer has, each once', () => {
    for (const { id, members } of clusters) {
      expect([id, new Set(members.map(({ code }) => code)).size]).toEqual([id, members.length]);
      for (const { code } of members) expect(gazetteer().place(code).code).toBe(code);
    }
  });

  test('has as many members as the plans and the report say', () => {
    expect(clusters.map(({ members }) => members.length)).toEqual([
      9,
      13,
      27,
      4 + 12,
      13 + 8 + 8 + 2,
      18 + 3 + 2 + 2 + 5,
      11,
      11,
      6 + 3 + 6,
      9,
      4,
    ]);
  });

  test('holds every city that the report ranks within a cluster', () => {
    const ranked = {
      'beijing-tianjin-hebei': '京津冀',
      'yangtze-delta': '长三角',
      'pearl-delta': '珠三角',
      'chengdu-chongqing': '成渝',
    };
    for (const [id, nameZh] of Object.entries(ranked)) {
      for (const table of [`cities-${id}`, `city-growth-${id}`]) {
        const places = loadTable(`digital-china-2020/${table}`).table.texts('place').values;
        expect([table, places.filter((code) => !codes(nameZh).includes(code!))]).toEqual([table, []]);
      }
    }
  });

  test('says which parts of a unit belong, where not all of it does', () => {
    expect(cluster('成渝').members.find(({ code }) => code === '511800')!.parts).toBe('without 天全县 and 宝兴县');
    expect(cluster('珠三角').members.filter(({ parts }) => parts !== null)).toEqual([]);
  });
});
