import { Exact, Interval, minimum, printedNumber } from '@indexlab/core';
import { gazetteer } from '@indexlab/adapters';
import { exactValue } from '../../checks/exact-value.js';
import { decided, sameMembers } from '../../checks/lists.js';
import { sum } from '../../checks/sum.js';
import type { Evidence } from '../../ledger/evidence.js';
import type { ComputedNumber } from '../../ledger/statement.js';
import { city, claim, type ClaimMaker, named, province, provinceOf, table, topTenOf } from './claim.js';

const industries = [
  'retail',
  'finance',
  'transport-logistics',
  'health',
  'education',
  'culture-entertainment',
  'catering-accommodation',
  'tourism',
  'business-services',
  'life-services',
] as const;
const firstTier = ['北京', '上海', '广州', '深圳'];

/** The ten cities of an industry in the table of top tens, first to last. */
function tenOf(evidence: Evidence, industry: string): string[] {
  return topTenOf(evidence, 'top-ten-industries-chapter-3', 'industry', industry);
}

/** Claims about the ten service industries (chapter 3, section 3) and the seven regions. */
export const serviceClaims: readonly ClaimMaker[] = [
  ...firstTier.map((name) =>
    claim(`top-ten-all-${gazetteer().place(city(name)).nameEn.toLowerCase()}`, {
      statement: `${named(city(name))} is in the top ten of all ten industries`,
      printed: printedNumber('10', { exact: true }),
      locator: 'chapter 3, section 3.2; offset 30711',
      alsoAt: ['executive summary; offset 14049'],
      compute: (evidence) =>
        exactValue(industries.filter((industry) => tenOf(evidence, industry).includes(city(name))).length),
    }),
  ),
  claim('top-ten-first-four', {
    statement: 'The four first-tier cities (北上广深) take the first four ranks of almost every industry (基本包揽)',
    printed: 'in most industries',
    locator: 'chapter 3, section 3.2; offset 30745',
    alsoAt: [
      'executive summary; offset 14071',
      'summary-first-tier-top-4',
      'industry-core-first-tier-top-4',
      'services-first-tier-top-4',
    ],
    compute: (evidence) => {
      const codes = firstTier.map(city);
      const full = industries.filter((industry) =>
        tenOf(evidence, industry)
          .slice(0, 4)
          .every((place) => codes.includes(place)),
      );
      return decided(
        2 * full.length > industries.length,
        `in ${full.length} of ten industries; not in ${industries.filter((name) => !full.includes(name)).join(', ')}`,
      );
    },
  }),
  claim('top-ten-hangzhou-chengdu', {
    statement:
      'Besides the four first-tier cities, Hangzhou and Chengdu (杭州、成都), and no other, are in the top ten of all ten industries',
    printed: 'Hangzhou and Chengdu',
    locator: 'executive summary; offset 14086',
    alsoAt: ['summary-hangzhou-chengdu-count'],
    compute: (evidence) => {
      const lists = industries.map((industry) => tenOf(evidence, industry));
      const everywhere = lists[0]!.filter((place) => lists.every((list) => list.includes(place)));
      const others = everywhere.filter((place) => !firstTier.map(city).includes(place));
      return sameMembers(others.map(named), ['杭州', '成都'].map(city).map(named));
    },
  }),
  claim('top-ten-beijing-first', {
    statement: 'Beijing leads eight of the ten industries',
    figure: 'services-beijing-firsts',
    compute: (evidence) =>
      exactValue(industries.filter((industry) => tenOf(evidence, industry)[0] === city('北京')).length),
  }),
  claim('top-ten-shanghai-first', {
    statement: 'Shanghai leads the other two industries',
    figure: 'services-shanghai-firsts',
    compute: (evidence) =>
      exactValue(industries.filter((industry) => tenOf(evidence, industry)[0] === city('上海')).length),
  }),
  claim('health-guangdong-cities', {
    statement: 'Five of the ten leading cities of the medical industry lie in Guangdong',
    figure: 'health-guangdong-seats',
    alsoAt: ['health-heading-guangdong-cities'],
    compute: (evidence) =>
      exactValue(tenOf(evidence, 'health').filter((place) => provinceOf(place) === province('广东')).length),
  }),
  claim('health-guangdong-names', {
    statement: 'They are Guangzhou, Shenzhen, Foshan, Zhuhai and Dongguan (广州、深圳、佛山、珠海、东莞)',
    printed: 'five cities by name',
    locator: 'chapter 3, section 3.9; offset 40829',
    compute: (evidence) =>
      sameMembers(
        tenOf(evidence, 'health')
          .filter((place) => provinceOf(place) === province('广东'))
          .map(named),
        ['广州', '深圳', '佛山', '珠海', '东莞'].map(city).map(named),
      ),
  }),
  ...(
    [
      ['east-china', 'East China (华东)', '78', 'chapter 3, section 3.10; offset 40905'],
      ['south-china', 'South China (华南)', '47', 'chapter 3, section 3.10; offset 41084'],
      ['north-china', 'North China (华北)', '36', 'chapter 3, section 3.10; offset 41247'],
      ['northeast-china', 'The north-east (东北)', '36', 'chapter 3, section 3.10; offset 41408'],
      ['southwest-china', 'The south-west (西南)', '53', 'chapter 3, section 3.10; offset 41585'],
      ['central-china', 'Central China (华中)', '49', 'chapter 3, section 3.10; offset 41760'],
      ['northwest-china', 'The north-west (西北)', '52', 'chapter 3, section 3.10; offset 41906'],
    ] as const
  ).map(([region, english, token, passage]) =>
    claim(`region-count-${region}`, {
      statement: `${english} counts ${token} of the 351 cities`,
      printed: printedNumber(token, { exact: true }),
      locator: passage,
      compute: (evidence) => exactValue(membersOf(evidence, region).length),
    }),
  ),
  ...regionClaims(),
];

interface RegionClaim {
  readonly slug: string;
  readonly list: string;
  readonly leader: string;
  readonly region: string | null;
  readonly printed: readonly [string, 'nearly' | 'over' | 'none'];
  readonly passage: string;
}

/** "X's index is so many times the mean of its region, so many times the national mean." */
function regionClaims(): ClaimMaker[] {
  const claims: RegionClaim[] = [
    {
      slug: 'tourism-shanghai-east',
      list: 'tourism',
      leader: '上海',
      region: 'east-china',
      printed: ['25', 'nearly'],
      passage: 'chapter 3, section 3.10; offset 41025',
    },
    {
      slug: 'tourism-shanghai-nation',
      list: 'tourism',
      leader: '上海',
      region: null,
      printed: ['44', 'over'],
      passage: 'chapter 3, section 3.10; offset 41039',
    },
    {
      slug: 'catering-shenyang-northeast',
      list: 'catering-accommodation',
      leader: '沈阳',
      region: 'northeast-china',
      printed: ['7', 'none'],
      passage: 'chapter 3, section 3.10; offset 41519',
    },
    {
      slug: 'catering-shenyang-nation',
      list: 'catering-accommodation',
      leader: '沈阳',
      region: null,
      printed: ['6', 'nearly'],
      passage: 'chapter 3, section 3.10; offset 41531',
    },
    {
      slug: 'tourism-chengdu-southwest',
      list: 'tourism',
      leader: '成都',
      region: 'southwest-china',
      printed: ['17', 'over'],
      passage: 'chapter 3, section 3.10; offset 41699',
    },
    {
      slug: 'tourism-chengdu-nation',
      list: 'tourism',
      leader: '成都',
      region: null,
      printed: ['10', 'over'],
      passage: 'chapter 3, section 3.10; offset 41710',
    },
    {
      slug: 'life-wuhan-central',
      list: 'life-services',
      leader: '武汉',
      region: 'central-china',
      printed: ['11', 'nearly'],
      passage: 'chapter 3, section 3.10; offset 41864',
    },
    {
      slug: 'life-wuhan-nation',
      list: 'life-services',
      leader: '武汉',
      region: null,
      printed: ['8', 'none'],
      passage: 'chapter 3, section 3.10; offset 41864',
    },
    {
      slug: 'life-xian-northwest',
      list: 'life-services',
      leader: '西安',
      region: 'northwest-china',
      printed: ['20', 'over'],
      passage: 'chapter 3, section 3.10; offset 42002',
    },
    {
      slug: 'life-xian-nation',
      list: 'life-services',
      leader: '西安',
      region: null,
      printed: ['7', 'over'],
      passage: 'chapter 3, section 3.10; offset 42019',
    },
  ];
  return claims.map(({ slug, list, leader, region, printed: [token, qualifier], passage }) =>
    claim(`mean-${slug}`, {
      statement: `${named(city(leader))} has ${qualifier === 'none' ? '' : `${qualifier} `}${token} times the mean of ${region ?? 'the nation'} in ${list}`,
      printed: printedNumber(token, { unit: 'times', qualifier }),
      locator: passage,
      compute: (evidence) => timesMean(evidence, list, leader, region),
      class: 'text against table',
      reason: 'The list ends at rank 100: the cities behind it lie between zero and the last printed value.',
    }),
  );
}

/**
 * A city's value over the mean of a region, or of the nation, whose cities are published only as far as the list
 * reaches: listed cities as printed, the others between zero and the last printed value, all together at most 100.
 */
function timesMean(evidence: Evidence, listName: string, leader: string, region: string | null): ComputedNumber {
  const list = table(listName);
  const value = evidence.at(list, city(leader), 'index');
  const members = new Set(membersOf(evidence, region));
  const listed = evidence
    .places(list)
    .flatMap((place, index) => (members.has(place) ? [evidence.cell(list, index + 1, 'index')] : []));
  const last = evidence.cell(list, evidence.rowCount(list), 'index');
  const unlisted = Exact.fromNumber(members.size - listed.length);
  const [least, most] = sum(listed.filter(({ ref }) => ref !== value.ref)).bounds.ends();
  const whole = Exact.ratio(100n).minus(value.interval.lower!);
  const others = new Interval(least, minimum(most.plus(unlisted.times(last.interval.upper!)), whole));
  // n x / (x + others): rising in x, falling in the others.
  const count = Exact.fromNumber(members.size);
  const at = (x: Exact, rest: Exact): Exact => count.times(x).over(x.plus(rest));
  return {
    value: null,
    bounds: new Interval(at(value.interval.lower!, others.upper!), at(value.interval.upper!, others.lower!)),
    partial: true,
  };
}

/** The cities of the appendix that lie in one of the seven regions, or all of them. */
function membersOf(evidence: Evidence, region: string | null): string[] {
  return evidence
    .places(table('cities'))
    .filter((place) => region === null || gazetteer().classOf(place, 'seven-regions') === region);
}
