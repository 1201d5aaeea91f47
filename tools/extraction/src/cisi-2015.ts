import { assertThat } from '@indexlab/core';
import { cisi2015Sections } from './cisi-2015-sections.js';
import {
  cityColumn,
  exactColumn,
  type Listing,
  provinceColumn,
  rankColumn,
  readListing,
  textColumn,
} from './listing.js';
import { locate, type PrintedColumn, type PrintedTable, readCells } from './printed-table.js';
import { textTables } from './text-tables.js';

const report = 'cisi-2015';

const method = '1. DT 城市智能服务指标体系说明';
const country = '2 中国城市智能服务发展概况';
const zhejiang = '3. 浙江省城市智能服务分析';

const points = (name: string, title: string): PrintedColumn => ({ name, title, type: 'number', unit: 'points' });
const index = points('index', 'Index');
const reach = points('reach', 'Reach (传播力)');
const service = points('service', 'Service (服务力)');
const interaction = points('interaction', 'Interaction (互动力)');

const listings: readonly Listing[] = [
  {
    id: 'total',
    title: 'City intelligent services index of the 31 provinces',
    chapter: country,
    heading: '表 5 中国省市 DT 智能服务指数排名(除港澳台外)',
    find: ['# 2.1 中国智能服务排行榜', '省市\t评分'],
    columns: [provinceColumn, index, rankColumn],
  },
  {
    id: 'government',
    title: 'Government services of the 31 provinces: three components and their index',
    chapter: country,
    heading: '表 6 中国省市 DT 政务服务排行榜',
    find: ['# 2.2.1 全国政务服务排行榜', '排名\t省市'],
    columns: [rankColumn, provinceColumn, reach, service, interaction, index],
  },
  {
    id: 'convenience',
    title: 'Convenience services of the 31 provinces',
    chapter: country,
    heading: '表 7 中国省市 DT 便民服务排行榜(除港澳台外)',
    find: ['## 2.3.1 全国便民服务排行榜', '省市\t评分'],
    columns: [provinceColumn, index, rankColumn],
  },
  {
    id: 'infrastructure',
    title: 'Infrastructure services of the 31 provinces',
    chapter: country,
    heading: '表 8 中国省市 DT 基础服务排行榜(除港澳台外)',
    find: ['## 2.4.1 全国基础服务排行榜', '省市\t评分'],
    until: 'Q 由国公市', // the caption once more, garbled
    columns: [provinceColumn, index, rankColumn],
  },
  {
    id: 'zhejiang-total',
    title: 'City intelligent services index of the 11 cities of Zhejiang',
    chapter: zhejiang,
    heading: '表 9 浙江省城市智能服务排行榜',
    find: ['## 3.1 浙江城市智能服务排行榜', '地市\t评分'],
    columns: [cityColumn, index, rankColumn],
  },
  {
    id: 'zhejiang-ranks',
    title: 'Ranks of the 11 cities of Zhejiang in the index and its three parts',
    chapter: zhejiang,
    heading: '表 10 浙江省各地市城市智能服务指数',
    find: ['## 3.1 浙江城市智能服务排行榜', '地市\t政务服务排名'],
    columns: [
      cityColumn,
      exactColumn('governmentRank', 'Rank in government services'),
      exactColumn('convenienceRank', 'Rank in convenience services'),
      exactColumn('infrastructureRank', 'Rank in infrastructure services'),
      exactColumn('rank', 'Rank in the index'),
    ],
  },
  {
    id: 'zhejiang-government',
    title: 'Government services of the 11 cities of Zhejiang: three components and their index',
    chapter: zhejiang,
    heading: '表 11 浙江省各地市 DT 政务服务指数',
    find: ['## 3.2.1 浙江省城市政务服务排行榜', '排名\t地区'],
    columns: [rankColumn, cityColumn, reach, interaction, service, index],
  },
  {
    id: 'zhejiang-convenience',
    title: 'Convenience services of the 11 cities of Zhejiang',
    chapter: zhejiang,
    heading: '表 13 浙江省城市便民服务排行榜',
    find: ['### 3.3.1 浙江省城市便民服务排行榜', '地市\t得分'],
    columns: [cityColumn, index, rankColumn],
  },
  {
    id: 'zhejiang-infrastructure',
    title: 'Infrastructure services of the 11 cities of Zhejiang',
    chapter: zhejiang,
    heading: '表 14 浙江省城市基础服务排行榜',
    find: ['### 3.4.1 浙江省城市基础服务排行榜', '地市\t评分'],
    columns: [cityColumn, index, rankColumn],
  },
];

/** Every table and list of the report on city intelligent services (CISI) of 2015, cell by cell as printed, and what its text says. */
export function cisi2015(text: string): PrintedTable[] {
  // Two rows of table 7 print value and rank in one cell; the replacement keeps every offset.
  const separated = text.replace(/^(\p{Script=Han}+\t\d+\. \d) (\d+)\t$/gmu, '$1\t$2 ');
  return [
    indicators(text),
    thirdLevel(text),
    stages(text),
    ...listings.map((listing) => readListing(report, separated, listing)),
    stageMembers(text),
    ...accounts(text),
    ...textTables(report, text, cisi2015Sections, []),
  ];
}

function indicators(text: string): PrintedTable {
  const { offset, rows } = readCells(text, locate(text, ['# 1.2.1 指标体系', '一级指标\t二级指标']), 1);
  let part: string[] = [];
  return {
    id: `${report}/indicators`,
    title: 'The nine indicators of the three parts',
    locator: { chapter: method, heading: '表 1 城市智能服务指标体系(CISI)', offset },
    columns: [
      textColumn('part', 'Part, as printed'),
      textColumn('partCode', 'Code of the part'),
      textColumn('indicator', 'Indicator, as printed'),
      textColumn('code', 'Code of the indicator'),
    ],
    rows: rows.map(([first, second]) => {
      if (first !== '') part = nameAndCode(first!);
      return [...part, ...nameAndCode(second!)];
    }),
  };
}

/** Splits `传播力(A1)`. */
function nameAndCode(cell: string): string[] {
  const match = /^(.+?) *\((\w+)\)$/.exec(cell);
  assertThat(match !== null, () => `extract requires an indicator with its code, got ${JSON.stringify(cell)}`);
  return match.slice(1);
}

/** What the government services are measured by: a list under each of the three components. */
function thirdLevel(text: string): PrintedTable {
  const offset = locate(text, ['# 1.2.2 政务服务指标', '- 1. **传播力**']);
  const end = locate(text, ['# 1.2.2 政务服务指标', '- 1. **传播力**', '为避免不同规模城市']);
  let component = 0;
  const rows: string[][] = [];
  for (const line of text.slice(offset, end).split('\n')) {
    if (/^- (\*\*)?\d\. /.test(line)) component += 1;
    const item = /^- (?:\d\) )?(\p{Script=Han}+数):/u.exec(line);
    if (item) rows.push([`A${component}`, item[1]!]);
  }
  return {
    id: `${report}/government-indicators`,
    title: 'Third-level indicators of government services',
    locator: { chapter: method, heading: '1.2.2 政务服务指标', offset },
    columns: [
      textColumn('parent', 'Code of the indicator that it belongs to'),
      textColumn('indicator', 'Third-level indicator, as printed'),
    ],
    rows,
  };
}

function stages(text: string): PrintedTable {
  const offset = locate(text, ['## 3. 判定准则', '触网城市(0-24 分)']);
  const list = text.slice(offset, text.indexOf('。', offset));
  return {
    id: `${report}/stages`,
    title: 'Stages of development and the points that they span',
    locator: { chapter: method, heading: '3. 判定准则', offset },
    columns: [
      textColumn('stage', 'Stage, as printed'),
      exactColumn('lower', 'Fewest points'),
      exactColumn('upper', 'Most points'),
    ],
    rows: [...list.matchAll(/(\p{Script=Han}+)\((\d+)-(\d+) 分\)/gu)].map((match) => match.slice(1)),
  };
}

function stageMembers(text: string): PrintedTable {
  const offset = locate(text, ['(3) 区域分布', '"数据城市"包括']);
  const paragraph = text.slice(offset, locate(text, ['(3) 区域分布', '# 2.2 政务服务发展情况']));
  return {
    id: `${report}/stage-members`,
    title: 'Provinces by stage of development, as listed',
    locator: { chapter: country, heading: '(3) 区域分布', offset },
    columns: [textColumn('stage', 'Stage, as printed'), provinceColumn],
    rows: [...paragraph.matchAll(/"(\p{Script=Han}+)"包括:([\p{Script=Han}、]+?)共/gu)].flatMap(([, stage, names]) =>
      names!.split('、').map((name) => [stage!, name]),
    ),
  };
}

/** A cross table of functions and three cities, whose head carries the totals: 杭州(1299). */
function accounts(text: string): PrintedTable[] {
  const { offset, header, rows } = readCells(text, locate(text, ['### 3. 三地政务服务模式', '职能类别\t']), 1);
  const cities = header[0]!
    .slice(1)
    .map((cell) => /^(\p{Script=Han}+)\((\d+)\)$/u.exec(cell)!.slice(1) as [string, string]);
  const locator = { chapter: zhejiang, heading: '图 12 三地市政务微博职能分布', offset };
  const count = exactColumn('accounts', 'Government accounts');
  return [
    {
      id: `${report}/zhejiang-accounts`,
      title: 'Government accounts of three cities by function',
      locator,
      columns: [cityColumn, textColumn('function', 'Function, as printed'), count],
      rows: cities.flatMap(([city], at) => rows.map((row) => [city, row[0]!, row[at + 1]!])),
    },
    {
      id: `${report}/zhejiang-account-totals`,
      title: 'Government accounts of three cities: totals in the head of the table',
      locator,
      columns: [cityColumn, count],
      rows: cities,
    },
  ];
}
