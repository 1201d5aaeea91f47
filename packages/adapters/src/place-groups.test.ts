import { expect, test } from 'vitest';
import { gazetteer } from './gazetteer.js';
import { placeGroups } from './place-groups.js';

const found = (name: string) => placeGroups(name).map(({ kind, id, members }) => [kind, id, members.length]);

test('placeGroups finds city clusters, with what follows their name or without', () => {
  expect(found('长三角')).toEqual([['cluster', 'yangtze-delta', 27]]);
  expect(found('长三角城市群')).toEqual(found('长三角'));
  expect(found('Pearl River Delta')).toEqual([['cluster', 'pearl-delta', 9]]);
});

test('placeGroups finds regions by any of their names', () => {
  for (const name of ['粤港澳大湾区', '大湾区', 'Greater Bay Area', 'greater-bay-area', 'GBA']) {
    expect([name, found(name)]).toEqual([name, [['region', 'greater-bay-area', 11]]]);
  }
});

test('placeGroups finds classes of provinces, several where classifications differ', () => {
  expect(found('沿海')).toEqual([['class', 'coastal-inland/coastal', 11]]);
  expect(found('南方')).toEqual([['class', 'north-south/south', 16]]);
  expect(found('inland')).toEqual([['class', 'coastal-inland/inland', 20]]);
  expect(found('东部地区').map(([, id]) => id)).toEqual([
    'nbs-four-regions/east',
    'three-belts-2000/east',
    'three-belts-1986/east',
  ]);
});

test('placeGroups has members that the gazetteer has', () => {
  for (const name of ['长江经济带', '环渤海', '江浙沪皖', '大湾区']) {
    for (const code of placeGroups(name)[0]!.members) expect(gazetteer().place(code).code).toBe(code);
  }
});

test('placeGroups gives nothing for a place or an unknown name', () => {
  expect([found('广州'), found('亚特兰蒂斯')]).toEqual([[], []]);
});
