import { printedNumber } from '@indexlab/core';
import { exactValue } from '../../checks/exact-value.js';
import { decided, sameMembers, sameOrder } from '../../checks/lists.js';
import { sum } from '../../checks/sum.js';
import { city, claim, type ClaimMaker, leaders, named, province, provinceOf, rankOf, slugOf, table } from './claim.js';
import { listedTotal } from './listed-total.js';

const list = table('innovation');
const percent = { unit: '%' };

/** Inland cities as the sentences on the middle and the west (中西部) count them: Beijing is not among them. */
const inland = ['重庆', '成都', '武汉', '郑州', '西安', '长沙', '合肥', '昆明'];

/** First two digits of the codes of provinces with a coast. */
const coastal = new Set(['12', '13', '21', '31', '32', '33', '35', '37', '44', '45', '46']);

/** Claims about the innovation sub-index (chapter 4). */
export const innovationClaims: readonly ClaimMaker[] = [
  ...(
    [
      ['重庆', 5, 'at-most', 'executive summary; offset 12224'],
      ['成都', 7, 'none', 'executive summary; offset 12233'],
    ] as const
  ).map(([name, rank, qualifier, passage]) =>
    claim(`innovation-rank-${slugOf(city(name))}`, {
      statement: `${named(city(name))} ${qualifier === 'none' ? 'is number' : 'is among the first'} ${rank} in innovation`,
      printed: printedNumber(String(rank), { exact: true, qualifier }),
      locator: passage,
      compute: (evidence) => rankOf(evidence, 'innovation', city(name)),
    }),
  ),
  ...['武汉', '郑州', '西安', '长沙', '合肥', '昆明'].map((name) =>
    claim(`innovation-top-20-${slugOf(city(name))}`, {
      statement: `${named(city(name))} is among the 20 leading cities in innovation`,
      printed: printedNumber('20', { exact: true, qualifier: 'at-most' }),
      locator: 'executive summary; offset 12240',
      compute: (evidence) => rankOf(evidence, 'innovation', city(name)),
    }),
  ),
  ...['重庆', '成都'].map((name) =>
    claim(`innovation-top-10-${slugOf(city(name))}`, {
      statement: `${named(city(name))} is among the ten leading cities in innovation`,
      printed: printedNumber('10', { exact: true, qualifier: 'at-most' }),
      locator: 'chapter 4; offset 43279',
      alsoAt: ['chapter 4, section 2.2; offset 45647'],
      compute: (evidence) => rankOf(evidence, 'innovation', city(name)),
    }),
  ),
  ...['西安', '昆明', '乌鲁木齐', '武汉', '郑州', '长沙', '合肥'].map((name) =>
    claim(`innovation-top-50-${slugOf(city(name))}`, {
      statement: `${named(city(name))} is among the 50 leading cities in innovation`,
      printed: printedNumber('50', { exact: true, qualifier: 'at-most' }),
      locator: 'chapter 4, section 2.2; offset 45667',
      compute: (evidence) => rankOf(evidence, 'innovation-50', city(name)),
    }),
  ),
  claim('innovation-inland-eight', {
    statement: 'Eight of the 20 leading cities lie in provinces without a coast (非沿海省份城市)',
    figure: 'innovation-core-inland-seats',
    alsoAt: ['innovation-inland-seats'],
    compute: (evidence) => {
      const without = evidence.places(list, 1, 20).filter((place) => !coastal.has(place.slice(0, 2)));
      return exactValue(without.filter((place) => place !== city('北京')).length);
    },
    reason:
      'Beijing has no coast either and would make nine; the sentence speaks of the middle and the west (中西部), where Beijing is not counted.',
    flags: ['not like for like'],
  }),
  claim('innovation-inland-names', {
    statement: 'The inland cities among the 20 leading ones are Chongqing, Chengdu and the six named centres',
    printed: 'eight cities by name',
    locator: 'executive summary; offset 12240',
    compute: (evidence) => {
      const without = evidence
        .places(list, 1, 20)
        .filter((place) => !coastal.has(place.slice(0, 2)) && place !== city('北京'));
      return sameMembers(without.map(named), inland.map(city).map(named));
    },
  }),
  claim('innovation-leading-two', {
    statement: 'Beijing leads innovation and Shenzhen (深圳) follows',
    printed: 'ranks 1 and 2',
    locator: 'chapter 4, section 1.2; offset 44531',
    compute: (evidence) => sameOrder(evidence.places(list, 1, 2).map(named), ['北京', '深圳'].map(city).map(named)),
  }),
  claim('innovation-ranks-three-to-ten', {
    statement:
      'Shanghai, Guangzhou, Chongqing, Hangzhou, Chengdu, Xiamen, Tianjin and Nanjing (上海、广州、重庆、杭州、成都、厦门、天津、南京) take ranks 3 to 10',
    printed: 'ranks 3 to 10',
    locator: 'chapter 4, section 1.2; offset 44695',
    alsoAt: ['innovation-ranks-3-to-10'],
    compute: (evidence) =>
      sameOrder(
        evidence.places(table('innovation-50'), 3, 10).map(named),
        ['上海', '广州', '重庆', '杭州', '成都', '厦门', '天津', '南京'].map(city).map(named),
      ),
  }),
  claim('innovation-top-ten-six-tenths', {
    statement: 'The ten leading cities hold over six tenths (超过六成) of innovation',
    printed: printedNumber('60', { ...percent, qualifier: 'over' }),
    locator: 'chapter 4, section 2.2; offset 45513',
    alsoAt: ['innovation-top-10-share'],
    compute: (evidence) => sum(leaders(evidence, 'innovation', 10)),
  }),
  claim('innovation-leading-three', {
    statement: 'Beijing, Shenzhen and Shanghai hold 37.4 of innovation',
    figure: 'innovation-top-3-share',
    compute: (evidence) => sum(leaders(evidence, 'innovation', 3)),
  }),
  claim('innovation-leading-three-exceed-twenty', {
    statement: 'The three leading cities hold more than the 20 cities behind them together',
    printed: printedNumber('0', { ...percent, exact: true, qualifier: 'over' }),
    locator: 'chapter 4, section 2.2; offset 45557',
    alsoAt: ['innovation-following-cities'],
    compute: (evidence) => sum(leaders(evidence, 'innovation', 3), leaders(evidence, 'innovation', 23, 4)),
    reason: 'The sum of ranks 1 to 3 minus the sum of ranks 4 to 23.',
  }),
  claim('innovation-guangdong-beijing-four-tenths', {
    statement: 'Guangdong and Beijing hold nearly four tenths (接近四成) of innovation',
    figure: 'innovation-two-provinces-share',
    compute: (evidence) =>
      tenths(
        listedTotal(evidence, 'innovation', (place) => ['北京', '广东'].map(province).includes(provinceOf(place))),
      ),
    reason: 'Bounds from the list of a hundred cities; the chart of provinces is not in the text.',
    class: 'text against table',
  }),
  claim('innovation-eight-provinces', {
    statement:
      'Shanghai, Zhejiang, Jiangsu, Chongqing, Sichuan, Fujian, Shandong and Henan sum to over 3.5 tenths (超过三点五成)',
    figure: 'innovation-next-provinces-share',
    compute: (evidence) =>
      tenths(
        listedTotal(evidence, 'innovation', (place) =>
          ['上海', '浙江', '江苏', '重庆', '四川', '福建', '山东', '河南'].map(province).includes(provinceOf(place)),
        ),
      ),
    reason: 'Bounds from the list of a hundred cities; the chart of provinces is not in the text.',
    class: 'text against table',
  }),
  claim('innovation-ten-provinces', {
    statement: 'The ten leading provinces hold three quarters (四分之三) of innovation',
    printed: printedNumber('75', { ...percent, qualifier: 'about' }),
    locator: 'chapter 4, section 1.1; offset 43740',
    alsoAt: ['innovation-ten-provinces-share'],
    compute: (evidence) =>
      listedTotal(evidence, 'innovation', (place) =>
        ['广东', '北京', '上海', '浙江', '江苏', '重庆', '四川', '福建', '山东', '河南']
          .map(province)
          .includes(provinceOf(place)),
      ),
    reason: 'Bounds from the list of a hundred cities; the chart of provinces is not in the text.',
    class: 'text against table',
  }),
  claim('innovation-province-leaders', {
    statement: 'Guangdong, Beijing and Shanghai lead the provinces in innovation',
    printed: 'ranks 1 to 3',
    locator: 'chapter 4; offset 43220',
    alsoAt: ['chapter 4, section 1.1; offset 43608', 'innovation-core-top-provinces', 'innovation-top-provinces'],
    compute: (evidence) => {
      const [guangdong, beijing, shanghai, zhejiang] = ['广东', '北京', '上海', '浙江'].map((name) =>
        listedTotal(evidence, 'innovation', (place) => provinceOf(place) === province(name)),
      );
      const ordered = [guangdong!, beijing!, shanghai!, zhejiang!].map(({ bounds }) => bounds);
      const possible = ordered.every(
        (bounds, index) => index === 0 || ordered[index - 1]!.upper!.compare(bounds.lower!) >= 0,
      );
      const text = ordered
        .map((bounds, index) => `${['Guangdong', 'Beijing', 'Shanghai', 'Zhejiang'][index]} ${bounds}`)
        .join(', ');
      return { holds: possible ? 'possibly' : 'never', text, partial: true };
    },
    class: 'text against table',
    reason: 'Bounds of each province from the list of a hundred cities.',
  }),
  claim('innovation-leaders-far-ahead', {
    statement: 'The three leading cities stand out from the rest in innovation',
    printed: 'each above rank 4',
    locator: 'chapter 4, section 2.2; offset 45532',
    compute: (evidence) => {
      const places = evidence.places(list, 1, 3);
      return decided(places.join() === ['北京', '深圳', '上海'].map(city).join(), places.map(named).join(', '));
    },
  }),
];

function tenths({ value, bounds, partial }: ReturnType<typeof listedTotal>): ReturnType<typeof listedTotal> {
  const ten = printedNumber('10', { exact: true }).interval;
  return {
    value: value && value.over(ten.lower!),
    bounds: bounds.over(ten),
    ...(partial !== undefined && { partial }),
  };
}
