import { Exact, printedNumber } from '@indexlab/core';
import { exactValue } from '../../checks/exact-value.js';
import { decided, sameMembers, sameOrder } from '../../checks/lists.js';
import { ratio } from '../../checks/ratio.js';
import { sum } from '../../checks/sum.js';
import {
  city,
  claim,
  type ClaimMaker,
  leaders,
  named,
  province,
  provinceOf,
  rankOf,
  slugOf,
  table,
  valuesOf,
} from './claim.js';

const list = table('smart-city');
const percent = { unit: '%' };
const hundred = Exact.ratio(100n);
const secondTier = ['长沙', '佛山', '重庆', '成都', '武汉', '青岛'];
const viceProvincial = ['深圳', '广州', '成都', '武汉', '青岛', '厦门', '杭州', '南京', '西安', '宁波'];

/** All fifteen cities of vice-provincial rank (副省级城市). */
const allViceProvincial = [...viceProvincial, '沈阳', '大连', '长春', '哈尔滨', '济南'];

/** Claims about the smart-city sub-index of cities (chapter 5, section 1). */
export const smartCityClaims: readonly ClaimMaker[] = [
  claim('smart-leading-two', {
    statement: 'Shenzhen and Guangzhou (深圳、广州) lead the smart-city sub-index of 351 cities',
    printed: 'ranks 1 and 2',
    locator: 'chapter 5, section 1.1; offset 50541',
    alsoAt: ['smart-city-top-2'],
    compute: (evidence) => sameOrder(evidence.places(list, 1, 2).map(named), ['深圳', '广州'].map(city).map(named)),
  }),
  ...(
    [
      ['深圳', '2.30'],
      ['广州', '2.17'],
    ] as const
  ).map(([name, token]) =>
    claim(`smart-value-${slugOf(city(name))}`, {
      statement: `${named(city(name))} has ${token} in the smart-city sub-index`,
      printed: printedNumber(token, percent),
      locator: 'chapter 5, section 1.1; offset 50513',
      compute: (evidence) => sum(valuesOf(evidence, 'smart-city', [name])),
    }),
  ),
  claim('smart-changsha-third', {
    statement: 'Changsha (长沙) is third in the smart-city sub-index',
    figure: 'smart-city-changsha-rank',
    alsoAt: ['smart-city-core-changsha-rank', 'smart-city-changsha-list-rank'],
    compute: (evidence) => rankOf(evidence, 'smart-city', city('长沙')),
  }),
  claim('smart-top-ten-second-tier', {
    statement:
      'Besides the four first-tier cities the top ten are Changsha, Foshan, Chongqing, Chengdu, Wuhan and Qingdao (长沙、佛山、重庆、成都、武汉、青岛)',
    printed: 'six cities by name',
    locator: 'chapter 5, section 1.1; offset 50881',
    alsoAt: ['chapter 5; offset 49931'],
    compute: (evidence) => {
      const firstTier = ['北京', '上海', '广州', '深圳'].map(city);
      return sameMembers(
        evidence
          .places(list, 1, 10)
          .filter((place) => !firstTier.includes(place))
          .map(named),
        secondTier.map(city).map(named),
      );
    },
  }),
  claim('smart-top-ten-second-tier-count', {
    statement: 'Six of the ten leading cities are second-tier cities',
    figure: 'smart-city-second-tier',
    compute: (evidence) =>
      exactValue(evidence.places(list, 1, 10).filter((place) => secondTier.map(city).includes(place)).length),
  }),
  claim('smart-guangzhou-changsha', {
    statement: 'The value of Guangzhou is 1.55 times that of Changsha',
    figure: 'smart-city-guangzhou-over-changsha',
    compute: (evidence) =>
      ratio(valuesOf(evidence, 'smart-city', ['广州']), valuesOf(evidence, 'smart-city', ['长沙'])),
  }),
  claim('smart-qingdao-shenzhen', {
    statement: 'The value of Qingdao is 40.30 % of that of Shenzhen',
    figure: 'smart-city-qingdao-over-shenzhen',
    compute: (evidence) =>
      ratio(valuesOf(evidence, 'smart-city', ['青岛']), valuesOf(evidence, 'smart-city', ['深圳']), hundred),
  }),
  claim('smart-top-ten-total', {
    statement: 'The ten leading cities sum to 13.51 in the smart-city sub-index',
    figure: 'smart-city-top-10-share',
    compute: (evidence) => sum(leaders(evidence, 'smart-city', 10)),
  }),
  claim('smart-top-50-total', {
    statement: 'The 50 leading cities sum to 37.40 in the smart-city sub-index',
    figure: 'smart-city-top-50-share',
    alsoAt: ['smart-city-core-top-50-share'],
    compute: (evidence) => sum(leaders(evidence, 'smart-city', 50)),
  }),
  claim('smart-top-50-total-core-views', {
    statement: 'The 50 leading cities sum to 37.4 in the smart-city sub-index (core views)',
    figure: 'core-smart-city-top-50-share',
    compute: (evidence) => sum(leaders(evidence, 'smart-city', 50)),
  }),
  ...(['total', 'base', 'industry', 'innovation'] as const).map((other) =>
    claim(`smart-top-50-below-${other}`, {
      statement: `The 50 leading cities hold far less in the smart-city sub-index than in the ${other} ${other === 'total' ? 'index' : 'sub-index'} (远低于)`,
      printed: printedNumber('0', { ...percent, exact: true, qualifier: 'over' }),
      locator: 'chapter 5, section 1.2; offset 51097',
      alsoAt: ['chapter 5; offset 50027'],
      compute: (evidence) => sum(leaders(evidence, other, 50), leaders(evidence, 'smart-city', 50)),
      reason: 'The difference of the two sums; how far is far is not said.',
    }),
  ),
  claim('smart-top-50-provinces', {
    statement: 'The 50 leading cities belong to 15 provinces',
    figure: 'smart-city-top-50-provinces',
    compute: (evidence) => exactValue(new Set(evidence.places(list, 1, 50).map(provinceOf)).size),
    class: 'count',
    means: 'Counting the provinces of the 50 cities that the list prints gives another number.',
  }),
  claim('smart-top-50-municipalities', {
    statement: 'Beijing, Shanghai, Chongqing and Tianjin (北京、上海、重庆、天津) are among the 50 leading cities',
    figure: 'smart-city-top-50-municipalities',
    compute: (evidence) => {
      const places = evidence.places(list, 1, 50);
      return exactValue(['北京', '上海', '重庆', '天津'].filter((name) => places.includes(city(name))).length);
    },
  }),
  claim('smart-top-50-vice-provincial', {
    statement: 'Ten cities of vice-provincial rank (副省级城市) are among the 50 leading cities',
    figure: 'smart-city-top-50-sub-provincial',
    compute: (evidence) =>
      exactValue(evidence.places(list, 1, 50).filter((place) => allViceProvincial.map(city).includes(place)).length),
  }),
  claim('smart-top-50-vice-provincial-names', {
    statement:
      "They are Shenzhen, Guangzhou, Chengdu, Wuhan, Qingdao, Xiamen, Hangzhou, Nanjing, Xi'an and Ningbo (深圳、广州、成都、武汉、青岛、厦门、杭州、南京、西安、宁波)",
    printed: 'ten cities by name',
    locator: 'chapter 5, section 1.2; offset 51319',
    compute: (evidence) =>
      sameMembers(
        evidence
          .places(list, 1, 50)
          .filter((place) => allViceProvincial.map(city).includes(place))
          .map(named),
        viceProvincial.map(city).map(named),
      ),
  }),
  ...(
    [
      ['广东', '21', 'chapter 5; offset 49715'],
      ['浙江', '11', 'chapter 5, section 1.2; offset 51462'],
      ['江苏', '3', 'chapter 5, section 1.2; offset 51474'],
      ['福建', '2', 'chapter 5, section 1.2; offset 51485'],
    ] as const
  ).map(([name, token, passage]) =>
    claim(`smart-top-50-${slugOf(province(name))}`, {
      statement: `${token} cities of ${named(province(name))} are among the 50 leading cities of the smart-city sub-index`,
      printed: printedNumber(token, { exact: true }),
      locator: passage,
      compute: (evidence) =>
        exactValue(evidence.places(list, 1, 50).filter((place) => provinceOf(place) === province(name)).length),
      class: 'count',
      means: 'Counting the cities of the province among ranks 1 to 50 gives another number.',
    }),
  ),
  ...(['广东', '浙江'] as const).map((name) =>
    claim(`smart-all-cities-${slugOf(province(name))}`, {
      statement: `All prefecture cities of ${named(province(name))} are among the 50 leading cities (全部进入)`,
      printed: 'all of them',
      locator: name === '广东' ? 'chapter 5; offset 49715' : 'chapter 5, section 1.2; offset 51462',
      compute: (evidence) => {
        const ofProvince = evidence.places(table('cities')).filter((place) => provinceOf(place) === province(name));
        const leading = evidence.places(list, 1, 50);
        const absent = ofProvince.filter((place) => !leading.includes(place));
        return decided(
          absent.length === 0,
          `${ofProvince.length - absent.length} of ${ofProvince.length}${absent.length > 0 ? `; not ${absent.map(named).join(', ')}` : ''}`,
        );
      },
    }),
  ),
  claim('smart-guangdong-top-ten', {
    statement: 'Four cities of Guangdong are among the ten leading cities',
    figure: 'smart-city-guangdong-top-10-count',
    compute: (evidence) =>
      exactValue(evidence.places(list, 1, 10).filter((place) => provinceOf(place) === province('广东')).length),
    class: 'count',
    means:
      'The list has Shenzhen, Guangzhou and Foshan of Guangdong among its first ten; the next city of the province is Huizhou at rank 15.',
  }),
  ...['德阳', '三亚', '中山', '苏州', '金华'].map((name) =>
    claim(`smart-top-50-${slugOf(city(name))}`, {
      statement: `${named(city(name))} is among the 50 leading cities of the smart-city sub-index`,
      printed: printedNumber('50', { exact: true, qualifier: 'at-most' }),
      locator: 'chapter 5, section 1.2; offset 51353',
      compute: (evidence) => rankOf(evidence, 'smart-city', city(name)),
    }),
  ),
  ...(
    [
      ['德阳', '13', 'chapter 5; offset 50349'],
      ['重庆', '7', 'chapter 5, section 4; offset 62220'],
      ['成都', '8', 'chapter 5, section 4; offset 63357'],
      ['武汉', '9', 'chapter 5, section 4; offset 63939'],
      ['青岛', '10', 'chapter 5, section 4; offset 64827'],
    ] as const
  ).map(([name, token, passage]) =>
    claim(`smart-rank-${slugOf(city(name))}`, {
      statement: `${named(city(name))} is number ${token} of the smart-city sub-index`,
      printed: printedNumber(token, { exact: true }),
      locator: passage,
      ...(name === '德阳' && { alsoAt: ['core views; offset 8611', 'chapter 5, section 1.3; offset 52036'] }),
      compute: (evidence) => rankOf(evidence, 'smart-city', city(name)),
    }),
  ),
];
