import { describe, expect, test } from 'vitest';
import { nearestGroups, nearestPlaces } from './nearest-places.js';
import { resolvePlace } from './resolve-place.js';

const near = (...args: Parameters<typeof nearestPlaces>) => nearestPlaces(...args).map(({ code }) => code);

describe('nearestPlaces', () => {
  test('finds names that sound alike before those that are one character off', () => {
    expect(near('苏洲')).toEqual(['320500', '341300', '430200']);
    expect(near('素舟')).toEqual(['320500', '341300']); // no character in common
    expect(near('深川')[0]).toBe('440300');
    expect(near('呼合浩特市')).toEqual(['150100']);
  });

  test('reads traditional characters', () => {
    expect(near('廣洲')[0]).toBe('440100');
  });

  test('finds names in English and pinyin with a letter missing, swapped or too many', () => {
    expect([
      near('Guangzou')[0],
      near('Tianjn')[0],
      near('Shenzehn')[0],
      near('Huhehoate')[0],
      near('Hohhott')[0],
    ]).toEqual(['440100', '120000', '440300', '150100', '150100']);
  });

  test.each([
    ...[
      ['北金', '110000'],
      ['上诲', '310000'],
      ['广洲', '440100'],
      ['深川', '440300'],
      ['南晶', '320100'],
      ['重厌', '500000'],
    ],
    ...[
      ['天进', '120000'],
      ['成多', '510100'],
      ['武寒', '420100'],
      ['沈杨', '210100'],
      ['石家装', '130100'],
      ['福洲', '350100'],
    ],
    ...[
      ['乌鲁木其', '650100'],
      ['呼和浩持', '150100'],
      ['长沙沙', '430100'],
    ],
  ] as const)('with one character of %s wrong the place comes first', (name, code) => {
    expect(near(name)[0]).toBe(code);
  });

  test('puts those that sound nearer first among those with as many characters in their places', () => {
    expect(near('抗州')).toContain('330100');
    expect(near('海品').indexOf('460000')).toBeLessThan(near('海品').indexOf('460100'));
  });

  test.each([
    ...[
      ['台北', '710000'],
      ['Taipei', '710000'],
      ['高雄市', '710000'],
      ['New Taipei', '710000'],
      ['臺中', '710000'],
    ],
    ...[
      ['九龙', '810000'],
      ['Kowloon', '810000'],
      ['氹仔', '820000'],
    ],
  ] as const)('%s is answered with the unit that holds it', (name, code) => {
    expect(near(name)[0]).toBe(code);
  });

  test('keeps to the level and the province, and to units that still are', () => {
    expect(near('Guangdon', { level: 'city' })).not.toContain('440000');
    expect(near('苏洲', { province: '安徽' })).toEqual(['341300']);
    expect(near('莱吴')).not.toContain('371200');
    expect(near('莱吴', { year: 2016 })).toContain('371200');
  });

  test('gives at most the limit, and nothing for what is like no name', () => {
    expect(near('苏洲', {}, 1)).toEqual(['320500']);
    expect(near('亚特兰蒂斯')).toEqual([]);
  });

  test('finds groups of places', () => {
    expect(nearestGroups('粤港奥大湾区')).toEqual(['粤港澳大湾区']);
  });
});

describe('resolvePlace with notes', () => {
  const found = (...args: Parameters<typeof resolvePlace>) => {
    const { match, ambiguous, note } = resolvePlace(...args);
    return [match?.code ?? ambiguous, note];
  };

  test('reads traditional characters and says so', () => {
    expect(found('廣州')).toEqual(['440100', 'read as 广州']);
    expect(found('臺灣省')).toEqual(['710000', 'read as 台湾省']);
    expect(found('烏魯木齊')).toEqual(['650100', 'read as 乌鲁木齐']);
    expect(found('江蘇蘇州')).toEqual(['320500', 'read as 江苏苏州']);
  });

  test('knows official pinyin and older romanisations', () => {
    expect(
      ['Kashi', 'Kashgar', 'Changdu', 'Xizang', 'Peking', 'Macau', 'Canton', 'Tsingtao'].map((name) => found(name)[0]),
    ).toEqual(['653100', '653100', '540300', '540000', '110000', '820000', '440100', '370200']);
  });

  test('says of a unit that is no more what became of it, unless a year is given', () => {
    expect(found('莱芜')).toEqual([
      '371200',
      'no unit since 2019: merged into Jinan (370100); today 济南市 Jinan (370100)',
    ]);
    expect(found('莱芜', { year: 2018 })).toEqual(['371200', undefined]);
    expect(found('莱芜', { year: 2019 })).toEqual([[], 'not in force in 2019: 莱芜市 (371200) until 2018']);
    expect(found('哈密地区')[1]).toBe('no unit since 2016: continued by Hami (650500); today 哈密市 Hami (650500)');
  });

  test('says of a former name since when it is one', () => {
    expect(found('襄樊')).toEqual(['420600', 'renamed Xiangyang in 2010']);
    expect(found('思茅市')).toEqual(['530800', "renamed Pu'er in 2007"]);
    expect(found('襄阳')).toEqual(['420600', undefined]);
  });

  test('takes a unit that ended before 2015 for those that it became part of', () => {
    const note =
      "巢湖市 Chaohu: dissolved in 2011 and divided among Hefei, Wuhu and Ma'anshan; the county-level city of that name belongs to Hefei";
    for (const name of ['巢湖', '巢湖市', 'Chaohu'])
      expect(found(name)).toEqual([['340100', '340200', '340500'], note]);
    expect(found('万县市')[0]).toBe('500000');
  });
});
