import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { gazetteer } from './gazetteer.js';
import { listTables, loadTable } from './load-table.js';
import { resolvePlace } from './resolve-place.js';

const code = (...args: Parameters<typeof resolvePlace>) => resolvePlace(...args).match?.code ?? null;

describe('resolvePlace', () => {
  test('knows names with and without suffix, old names and shortened ones', () => {
    const names = [
      '北京',
      '北京市',
      '毕节地区',
      '黄南',
      '巴音郭楞州',
      '内蒙古',
      '内蒙古自治区',
      '新疆维吾尔族自治区',
      '伊犁州',
      '克孜勒苏柯州',
      '神农架林区',
      '屯昌',
    ];
    expect(names.map((name) => code(name))).toEqual([
      '110000',
      '110000',
      '520500',
      '632300',
      '652800',
      '150000',
      '150000',
      '650000',
      '654000',
      '653000',
      '429021',
      '469022',
    ]);
  });

  test('knows English names without regard to case', () => {
    expect([code('Beijing'), code('xi’an'), code('INNER  MONGOLIA'), code('Taizhou (Zhejiang)')]).toEqual([
      '110000',
      '610100',
      '150000',
      '331000',
    ]);
  });

  test('knows what people type: pinyin, a suffix in English or pinyin, the province before or behind', () => {
    const typed = [
      'shijiazhuang shi',
      'Huhehaote',
      'Haerbin',
      'lvliang',
      'Lyuliang',
      'Ürümqi',
      'Xian',
      "Xi'an City",
      'Guangdong Province',
      'Jilin Province',
      'jilin city',
      'Enshi Prefecture',
      'Xinjiang Autonomous Region',
      '浙江省台州市',
      '浙江台州',
      '吉林省吉林市',
      'Taizhou, Jiangsu',
      '内蒙',
      '粤',
      '沪',
    ];
    expect(typed.map((name) => code(name))).toEqual([
      '130100',
      '150100',
      '230100',
      '141100',
      '141100',
      '650100',
      '610100',
      '610100',
      '440000',
      '220000',
      '220200',
      '422800',
      '650000',
      '331000',
      '331000',
      '220200',
      '321200',
      '150000',
      '440000',
      '310000',
    ]);
  });

  test('takes an English name for what it is, though the pinyin of another unit be the same', () => {
    expect([code('Shanxi'), code('Shaanxi')]).toEqual(['140000', '610000']);
  });

  test('gives nothing for a district of a city, or a city in the wrong province', () => {
    expect(['北京市朝阳区', '北京朝阳', '江苏台州', 'Hangzhou, Jiangsu'].map((name) => code(name))).toEqual([
      null,
      null,
      null,
      null,
    ]);
  });

  test('knows every name in the lists of the reports', () => {
    const names = listTables()
      .filter(({ id }) => id.endsWith('/text-lists'))
      .flatMap(({ id }) =>
        loadTable(id)
          .table.texts('names')
          .values.flatMap((list) => list!.split('、')),
      );
    expect(names.length).toBeGreaterThan(500);
    expect(names.filter((name) => code(name) === null && resolvePlace(name).ambiguous.length === 0)).toEqual([]);
  });

  test('does not choose between two units of one name', () => {
    expect(resolvePlace('吉林')).toEqual({ query: '吉林', match: null, ambiguous: ['220000', '220200'] });
    expect(resolvePlace('Suzhou').ambiguous).toEqual(['320500', '341300']);
  });

  test('is decided by the level or the province', () => {
    expect(code('吉林', { level: 'city' })).toBe('220200');
    expect(code('吉林', { level: 'province' })).toBe('220000');
    expect(code('Suzhou', { province: '安徽' })).toBe('341300');
  });

  test('gives nothing for a name that no unit has, or that lies in another province', () => {
    expect(resolvePlace('亚特兰蒂斯')).toEqual({ query: '亚特兰蒂斯', match: null, ambiguous: [] });
    expect(code('广州', { province: '山东省' })).toBeNull();
  });

  test('counts municipalities among the cities, and no other province', () => {
    expect([code('重庆市', { level: 'city' }), code('广东省', { level: 'city' })]).toEqual(['500000', null]);
  });

  test('means the successor of a unit of the same name, unless the year says otherwise', () => {
    expect([code('哈密'), code('哈密', { year: 2015 }), code('哈密', { year: 2016 })]).toEqual([
      '650500',
      '652200',
      '650500',
    ]);
    expect([code('莱芜', { year: 2018 }), code('莱芜', { year: 2019 })]).toEqual(['371200', null]);
  });

  test('throws when the province is none', () => {
    expect(() => resolvePlace('广州', { province: '广州' })).toThrow(
      'resolvePlace requires the name or code of a province, got "广州"',
    );
  });

  test('resolves every spelling of a unit to that unit or to an ambiguity that holds it', () => {
    fc.assert(
      fc.property(fc.constantFrom(...gazetteer().places), (place) => {
        for (const name of [place.code, place.nameZh, place.nameEn, place.nameEn.toUpperCase(), ...place.aliases]) {
          const { match, ambiguous } = resolvePlace(name, { year: place.until ?? 2100 });
          expect(match ? [match.code] : ambiguous).toContain(place.code);
        }
      }),
    );
  });

  test('resolves the pinyin of every unit to that unit, or to those that have it as their name', () => {
    for (const { pinyin, code: expected, until } of gazetteer().places) {
      const { match, ambiguous } = resolvePlace(pinyin, { year: until ?? 2100 });
      const found = match ? [match.code] : ambiguous;
      // 陕西 (Shǎnxī) and 山西 (Shānxī) differ in the tone alone, and English gives the second its pinyin.
      if (expected !== '610000') expect([pinyin, found.includes(expected)]).toEqual([pinyin, true]);
    }
  });

  test('resolves every official Chinese name to one unit', () => {
    for (const { nameZh, code: expected } of gazetteer().places)
      expect([nameZh, code(nameZh)]).toEqual([nameZh, expected]);
  });
});

test('a place of another province is none, and the note says where it is', () => {
  const { match, note } = resolvePlace('苏州', { province: '浙江' });
  expect([match, note]).toEqual([null, '苏州市 (320500) is in 江苏省 Jiangsu']);
});
