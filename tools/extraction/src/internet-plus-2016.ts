import { assertThat } from '@indexlab/core';
import { internetPlus2016Sections } from './internet-plus-2016-sections.js';
import {
  cityColumn,
  exactColumn,
  type Listing,
  provinceColumn,
  rankColumn,
  readListing,
  textColumn,
} from './listing.js';
import { locate, type PrintedColumn, type PrintedTable, readCells, unpivot } from './printed-table.js';
import { textTables } from './text-tables.js';

const report = 'internet-plus-2016';

const ofTotal = '% of the national total';
const province: PrintedColumn = { ...provinceColumn, name: 'province' };
const index: PrintedColumn = { name: 'index', title: 'Index', type: 'number', unit: ofTotal };
const ranking = [rankColumn, cityColumn, index];

const front = 'front tables';
const core = '核心观点';
const summary = '执行概要';
const base = '第二章 | “互联网+基础”分指数篇';
const industry = '第三章 | “互联网+产业”分指数篇';
const innovation = '第四章 | “互联网+创新创业”分指数篇';
const smartCity = '第五章 | “互联网+智慧城市”分指数篇';
const appendix = '附录';

function topCities(id: string, title: string, chapter: string, heading: string): Listing {
  return { id, title, chapter, heading, find: [heading, '排名\t城市'], columns: ranking };
}

const listings: readonly Listing[] = [
  {
    id: 'cities',
    title: 'Total index of all 351 cities',
    chapter: appendix,
    heading: '附录 | 全国 351 个城市的“互联网+”指数',
    find: ['附录 | 全国 351 个城市的“互联网+”指数', '城市\t省份'],
    columns: [cityColumn, province, index, rankColumn],
  },
  topCities('total', 'Total index: the leading 100 cities', front, '2016 中国“互联网+”总指数城市 100 强'),
  topCities('base', 'Base sub-index: the leading 100 cities', front, '“互联网+基础”分指数城市 100 强'),
  topCities('industry', 'Industry sub-index: the leading 100 cities', front, '“互联网+产业”分指数城市 100 强'),
  topCities('innovation', 'Innovation sub-index: the leading 100 cities', front, '“互联网+创新创业”分指数城市 100 强'),
  topCities('smart-city', 'Smart-city sub-index: the leading 100 cities', front, '“互联网+智慧城市”分指数城市 100 强'),
  topCities('base-50', 'Base sub-index: the leading 50 cities, chapter 2', base, '“互联网+基础”分指数城市 50 强'),
  topCities(
    'industry-50',
    'Industry sub-index: the leading 50 cities, chapter 3',
    industry,
    '表 2 “互联网+产业”分指数城市 50 强',
  ),
  topCities(
    'innovation-50',
    'Innovation sub-index: the leading 50 cities, chapter 4',
    innovation,
    '“互联网+创新创业”分指数城市 50 强',
  ),
  topCities('retail', 'Retail: the leading 100 cities', industry, '表 5 “互联网+零售”指数城市 100 强'),
  topCities(
    'transport-logistics',
    'Transport and logistics: the leading 100 cities',
    industry,
    '表 6 “互联网+交通物流”指数城市 100 强',
  ),
  topCities(
    'catering-accommodation',
    'Catering and accommodation: the leading 100 cities',
    industry,
    '表 7 “互联网+餐饮住宿”指数城市 100 强',
  ),
  topCities('tourism', 'Tourism: the leading 100 cities', industry, '表 8 “互联网+旅游”指数城市 100 强'),
  topCities(
    'life-services',
    'Life services: the leading 100 cities',
    industry,
    '表 9 “互联网+生活服务”指数城市 100 强',
  ),
  {
    id: 'finance',
    title: 'Finance: the leading 100 cities (the table has lost its own title)',
    chapter: industry,
    heading: '3.7 全国“互联网+生活服务”发展与布局',
    // Behind the table of life services, whose section breaks off; the text behind this table names finance.
    find: ['表 9 “互联网+生活服务”指数城市 100 强', '排名\t城市', '轴辐式脉络图，得到各区域“互', '排名\t城市'],
    columns: ranking,
  },
  {
    id: 'province-industry',
    title: 'Industry sub-index of the 31 provinces',
    chapter: industry,
    heading: '表3 “互联网+产业”分指数省级排名',
    find: ['表3 “互联网+产业”分指数省级排名', '省份\t指数'],
    columns: [provinceColumn, index, rankColumn],
  },
  {
    id: 'province-gdp-shares',
    title: 'Provinces whose share of the index exceeds their share of GDP',
    chapter: core,
    heading: '九大省份“互联网+”与 GDP 全国占比',
    find: ['九大省份“互联网+”与 GDP 全国占比', '省份\t'],
    headerLines: 2,
    columns: [
      provinceColumn,
      { name: 'share', title: 'Share of the index', type: 'number', unit: ofTotal },
      { name: 'gdpShare', title: 'Share of GDP', type: 'number', unit: ofTotal },
      { name: 'ratio', title: 'Share of the index over share of GDP', type: 'number', unit: 'times' },
    ],
  },
  {
    id: 'leapfrog-base',
    title: 'Cities more than 20 ranks ahead of their base rank in three sub-indices',
    chapter: summary,
    heading: '领先基础发展的黑马城市',
    find: ['领先基础发展的黑马城市', '城市\t省份'],
    headerLines: 2,
    columns: [
      cityColumn,
      province,
      exactColumn('industryLead', 'Ranks that industry is ahead of the base'),
      exactColumn('innovationLead', 'Ranks that innovation is ahead of the base'),
      exactColumn('smartCityLead', 'Ranks that the smart city is ahead of the base'),
    ],
  },
  {
    id: 'leapfrog-gdp',
    title: 'The 20 cities furthest ahead of their GDP rank in industry and innovation',
    chapter: summary,
    heading: '领先 GDP 排名的黑马城市',
    find: ['领先 GDP 排名的黑马城市', '城市\t省份'],
    headerLines: 2,
    columns: [
      cityColumn,
      province,
      exactColumn('combinedRank', 'Rank of industry and innovation together'),
      exactColumn('gdpRank', 'Rank of GDP'),
      exactColumn('lead', 'Ranks ahead of GDP'),
    ],
  },
  {
    id: 'leapfrog-smart-city',
    title: 'Cities of the smart-city top 50 that lead their other sub-indices',
    chapter: smartCity,
    heading: '表 2 前 50 榜单中“互联网+智慧城市”领先发展的黑马城市',
    find: ['表 2 前 50 榜单中“互联网+智慧城市”领先发展的黑马城市', '排名\t城市'],
    columns: [
      exactColumn('smartCityRank', 'Rank in the smart-city sub-index'),
      cityColumn,
      exactColumn('baseLead', 'Ranks ahead of the base sub-index'),
      exactColumn('industryLead', 'Ranks ahead of the industry sub-index'),
      exactColumn('innovationLead', 'Ranks ahead of the innovation sub-index'),
    ],
  },
];

/** A table of ten leading cities: ranks down, one column a field. */
interface TopTens extends Omit<Listing, 'columns'> {
  readonly field: 'industry' | 'service';
  /** The fields in printed order, with their printed labels. */
  readonly labels: readonly (readonly [field: string, label: string])[];
}

const industries: TopTens['labels'] = [
  ['retail', '零售'],
  ['finance', '金融'],
  ['transport-logistics', '交通物流'],
  ['health', '医疗'],
  ['education', '教育'],
  ['culture-entertainment', '文化娱乐'],
  ['catering-accommodation', '餐饮住宿'],
  ['tourism', '旅游'],
  ['business-services', '商业服务'],
  ['life-services', '生活服务'],
];

function services(traffic: string): TopTens['labels'] {
  return [
    ['traffic-control', traffic],
    ['health', '医疗'],
    ['human-resources', '人社'],
    ['housing-fund', '公积金'],
    ['household-security', '户证治安'],
    ['public-transport', '公共交通'],
    ['culture', '文化生活'],
    ['entry-exit', '出入境'],
  ];
}

const topTens: readonly TopTens[] = [
  {
    id: 'top-ten-industries-front',
    title: 'The ten leading cities of ten industries, front tables',
    chapter: front,
    heading: '“互联网+” 10 大细分行业城市 10 强',
    find: ['“互联网+” 10 大细分行业城市 10 强', '行业 排名\t'],
    field: 'industry',
    labels: industries,
  },
  {
    id: 'top-ten-industries-summary',
    title: 'The ten leading cities of ten industries, executive summary',
    chapter: summary,
    heading: '“互联网+”服务业10个细分行业”指数排名（前10城市）',
    find: ['“互联网+”服务业10个细分行业”指数排名（前10城市）', '行业 排名\t'],
    headerLines: 2,
    field: 'industry',
    labels: industries,
  },
  {
    id: 'top-ten-industries-chapter-3',
    title: 'The ten leading cities of ten industries, chapter 3',
    chapter: industry,
    heading: '表4 “互联网+” 10大细分行业指数城市10强',
    find: ['表4 “互联网+” 10大细分行业指数城市10强', '行业 排名\t'],
    field: 'industry',
    labels: industries,
  },
  {
    id: 'top-ten-services-summary',
    title: 'The ten cities with the most monthly users of eight services, executive summary',
    chapter: summary,
    heading: '表 1 主要服务月活跃用户数前 10 名的城市',
    find: ['表 1 主要服务月活跃用户数前 10 名的城市', '排名\t'],
    field: 'service',
    labels: services('交管/车管'),
  },
  {
    id: 'top-ten-services-chapter-5',
    title: 'The ten cities with the most monthly users of eight services, chapter 5',
    chapter: smartCity,
    heading: '表 3 单项智慧城市服务月活跃用户数前 10 名的城市',
    find: ['表 3 单项智慧城市服务月活跃用户数前 10 名的城市', '排名\t'],
    field: 'service',
    labels: services('交管'),
  },
];

/** Every table of the China "Internet Plus" Index 2016, cell by cell as printed, and what its text says in numbers. */
export function internetPlus2016(text: string): PrintedTable[] {
  const titles = [...listings, ...topTens].map(({ heading }) => heading);
  const running = textTables(report, text, internetPlus2016Sections, titles);
  return [
    ...listings.map((listing) => readListing(report, text, listing)),
    ...topTens.map((table) => readTopTens(text, table)),
    regions(running.find(({ id }) => id === `${report}/text-figures`)!.rows),
    ...running,
  ];
}

/** How many cities each region has: stands in sentences only. */
function regions(figures: PrintedTable['rows']): PrintedTable {
  const rows = figures.flatMap(([id, , token]) => {
    const region = /^regions-(\w+-china)-cities$/.exec(id!)?.[1];
    return region === undefined ? [] : [[region, token!]];
  });
  return {
    id: `${report}/regions`,
    title: 'Cities in each of the seven regions, from the sentences of section 3.10',
    locator: {
      chapter: industry,
      heading: '3.10 七大区域“互联网+服务业”发展剖析',
      offset: Number(figures.find(([id]) => id === 'regions-cities')!.at(-1)),
    },
    columns: [
      textColumn('region', 'Region, a class of the classification seven-regions'),
      exactColumn('cities', 'Cities'),
    ],
    rows,
  };
}

function readTopTens(
  text: string,
  { id, title, chapter, heading, find, headerLines = 1, field, labels }: TopTens,
): PrintedTable {
  const { offset, header, rows } = readCells(text, locate(text, find), headerLines);
  for (const [at, [, label]] of labels.entries()) {
    // The last line of a header holds at least the end of each label.
    const printed = header.at(-1)![at + 1] ?? '';
    assertThat(
      printed !== '' && label.endsWith(printed),
      () => `extract requires the column "${label}", got "${printed}" (${heading})`,
    );
  }
  return {
    id: `${report}/${id}`,
    title,
    locator: { chapter, heading, offset },
    columns: [
      textColumn(field, field === 'industry' ? 'Industry' : 'Service'),
      textColumn('label', 'Label, as printed'),
      rankColumn,
      cityColumn,
    ],
    rows: unpivot(rows, labels),
  };
}
