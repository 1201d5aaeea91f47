import { assertThat } from '@indexlab/core';
import { breakLines, joinChunks } from './chunked-text.js';
import { cityDigitalEconomy2021Sections } from './city-digital-economy-2021-sections.js';
import { cityColumn, exactColumn, type Pattern, rankColumn, readPattern, textColumn } from './listing.js';
import { locate, type PrintedColumn, type PrintedTable } from './printed-table.js';
import { locateSections } from './sections.js';
import { textTables } from './text-tables.js';
import { readUnseparated } from './unseparated.js';

const report = 'city-digital-economy-2021';

const findings = '第一部分 研究发现';
const assessment = '第二部分 总体评估分析';

const points = (name: string, title: string): PrintedColumn => ({ name, title, type: 'number', unit: 'points' });
const percent = (name: string, title: string): PrintedColumn => ({ name, title, type: 'number', unit: '%' });

/** A ranking without separators, over several pages. */
interface UnseparatedRanking {
  readonly id: string;
  readonly title: string;
  readonly chapter: string;
  readonly heading: string;
  readonly value: PrintedColumn;
  readonly pages: readonly Page[];
}

interface Page {
  /** Strings that follow one another in the text; the first rank stands behind the last. */
  readonly find: readonly string[];
  /** The characters behind the last value. */
  readonly until: string;
}

const rankings: readonly UnseparatedRanking[] = [
  {
    id: 'index',
    title: 'Index of all 242 cities',
    chapter: assessment,
    heading: '城市总分及排名',
    value: points('index', 'Index'),
    pages: [
      { find: ['排名城市评分排名城市评分排名城市评分'], until: '15/16' },
      { find: ['17/18', '数据基础评分一线10080604020'], until: '新一线' },
    ],
  },
  {
    id: 'size',
    title: 'Size of the digital economy of all 242 cities in 2020',
    chapter: findings,
    heading: '2020年城市数字经济规模(亿元)',
    value: { name: 'size', title: 'Size of the digital economy', type: 'number', unit: '100 million yuan' },
    pages: [
      { find: ['排名城市数字经济规模排名城市数字经济规模排名城市数字经济规模'], until: '13/14' },
      { find: ['排名城市数字经济规模排名城市数字经济规模排名城市数字经济规模', '13/14'], until: '城市数字经济规模' },
    ],
  },
];

const patterns: readonly Pattern[] = [
  {
    id: 'pillars',
    title: 'Mean score of the pillars of the index',
    chapter: assessment,
    heading: '02 数据及信息化基础设施, 03 城市服务, 04 城市治理',
    find: ['城市总分及排名', '本次评估,数据及信息 化基础设施平均得分为'],
    until: '新一线四线三线二线运营基础评分',
    columns: [textColumn('pillar', 'Pillar, as printed'), points('mean', 'Mean score')],
    row: /(?<=本次评估,)(.{4,15}?)平均得分为([\d.]+)分/gu,
  },
  {
    id: 'service-fields',
    title: 'Fields of city services',
    chapter: assessment,
    heading: '03 城市服务',
    find: ['03城市服务', '本次评估将城市服务分为'],
    until: '八大领域',
    columns: [textColumn('field', 'Field, as printed')],
    row: /(?<=分为|[、和])([^、和\s]+)/gu,
  },
  {
    id: 'online-users',
    title: 'Users of online services in December 2020 (figures of others)',
    chapter: findings,
    heading: '产业新业态与数字产业化发展情况',
    find: ['用户规模占网民整体同比增长', '线上办公'],
    until: '11/12',
    columns: [
      textColumn('service', 'Service, as printed'),
      { name: 'users', title: 'Users', type: 'number', unit: '100 million' },
      percent('share', 'Share of internet users'),
    ],
    row: /(\p{Script=Han}+)([\d.]+)亿([\d.]+)%/gu,
  },
  {
    id: 'digital-industry-growth',
    title: 'Growth of digital industries in 2020 (figures of others)',
    chapter: findings,
    heading: '产业新业态与数字产业化发展情况',
    find: ['用户规模占网民整体同比增长', '线上办公'],
    until: '11/12',
    columns: [textColumn('industry', 'Industry, as printed'), percent('growth', 'Growth')],
    row: /(\p{Script=Han}{5,})([\d.]+)%/gu,
  },
];

/** Every table and list of the China City Digital Economy Index Blue Book 2021, as printed, and what its text says. */
export function cityDigitalEconomy2021(source: string): PrintedTable[] {
  const joined = joinChunks(source);
  const { text } = joined;
  const sections = cityDigitalEconomy2021Sections;
  const lines = breakLines(
    joined,
    locateSections(text, sections).map(({ offset }) => offset),
  );
  const tables = [
    ...rankings.map((ranking) => readRanking(text, ranking)),
    tiers(text),
    tierBands(text),
    clusters(text),
    ...patterns.map((pattern) => readPattern(report, text, pattern)),
  ];
  return [
    ...tables.map((table) => inSource(table, joined.sourceOffset)),
    ...textTables(report, withoutRankings(lines.text), sections, []).map((table) =>
      inSource(table, lines.sourceOffset),
    ),
  ];
}

/** The text with blanks for the digits of the rankings, which are no sentences. */
function withoutRankings(text: string): string {
  let blanked = text;
  for (const page of rankings.flatMap(({ pages }) => pages)) {
    const [start, end] = rangeOf(text, page);
    blanked = blanked.slice(0, start) + blanked.slice(start, end).replace(/\d/g, ' ') + blanked.slice(end);
  }
  return blanked;
}

/** Offsets, and lengths behind them, as they count in the source. */
function inSource(table: PrintedTable, sourceOffset: (offset: number) => number): PrintedTable {
  const [offset, length] = ['offset', 'length'].map((name) =>
    table.columns.findIndex((column) => column.name === name),
  );
  return {
    ...table,
    locator: { ...table.locator, offset: sourceOffset(table.locator.offset) },
    rows: table.rows.map((row) =>
      row.map((cell, at) => {
        if (at === offset) return String(sourceOffset(Number(cell)));
        if (at !== length) return cell;
        const start = Number(row[offset!]);
        return String(sourceOffset(start + Number(cell)) - sourceOffset(start));
      }),
    ),
  };
}

function readRanking(text: string, { id, title, chapter, heading, value, pages }: UnseparatedRanking): PrintedTable {
  const rows: string[][] = [];
  for (const page of pages) {
    const entries = readUnseparated(text.slice(...rangeOf(text, page)), 3, rows.length + 1);
    rows.push(...entries.map((entry) => [entry.rank, entry.name, entry.value]));
  }
  return {
    id: `${report}/${id}`,
    title,
    locator: { chapter, heading, offset: rangeOf(text, pages[0]!)[0] },
    columns: [rankColumn, cityColumn, value],
    rows,
  };
}

/** Where the entries of a page begin and end. */
function rangeOf(text: string, { find, until }: Page): [start: number, end: number] {
  const start = locate(text, find) + find.at(-1)!.length;
  return [start, locate(text, [...find, until])];
}

/** The sentence that counts the cities of each tier, and the means behind them in the same order. */
function tiers(text: string): PrintedTable {
  const offset = locate(text, ['01城市总体画像及排名', '上海、深圳、北京、成都']);
  const passage = text.slice(offset, text.indexOf('评分结果显', offset));
  const counted = [...passage.matchAll(/(\d+)个(?:城市达到)?数 ?字经济(\p{Script=Han}{2,3})城市/gu)].map(
    ([, cities, tier]) => [tier!, cities!],
  );
  const means = [...passage.matchAll(/([\d.]+)分/gu)].map(([, mean]) => mean!);
  assertThat(
    counted.length === means.length,
    () => `extract requires a mean per tier, got ${means.length} for ${counted.length}`,
  );
  return {
    id: `${report}/tiers`,
    title: 'Tiers of the 242 cities: counts and mean scores',
    locator: { chapter: assessment, heading: '01 城市总体画像及排名', offset },
    columns: [textColumn('tier', 'Tier, as printed'), exactColumn('cities', 'Cities'), points('mean', 'Mean score')],
    rows: counted.map(([tier, cities], at) => [tier!, cities!, means[at]!]),
  };
}

/** The legend of a map, whose signs of comparison are lost: 85, 65-85, 50-65, 40-50, 40; the tiers stand behind it in this order. */
function tierBands(text: string): PrintedTable {
  const offset = locate(text, ['数字化治理统计数据', '85 65-85']);
  const [, ...cuts] = /(\d\d) (\d\d)-(\d\d)(\d\d)-(\d\d)(\d\d)-(\d\d)(\d\d)/.exec(text.slice(offset))!;
  const bands = [
    [cuts[0]!, ''],
    [cuts[1]!, cuts[2]!],
    [cuts[3]!, cuts[4]!],
    [cuts[5]!, cuts[6]!],
    ['', cuts[7]!],
  ];
  return {
    id: `${report}/tier-bands`,
    title: 'Bands of the score by tier: legend of a map',
    locator: { chapter: findings, heading: '区域数字经济“一轴三带”新格局', offset },
    columns: [
      textColumn('tier', 'Tier, as printed'),
      exactColumn('lower', 'Lowest score'),
      exactColumn('upper', 'Highest score'),
    ],
    rows: ['一线', '新一线', '二线', '三线', '四线'].map((tier, at) => [tier, ...bands[at]!]),
  };
}

/** The sentence that names four clusters, and behind them their scores in the same order. */
function clusters(text: string): PrintedTable {
  const offset = locate(text, ['群保持领先。评分结果显示,', '粤港澳大湾区']);
  const passage = text.slice(offset, text.indexOf('。', offset)).replaceAll(' ', '');
  const [, named, scores] = /^(.+)城市群的数字经济综合加权评分分别为(.+?),/u.exec(passage)!;
  const names = named!.split(/[、和]/u);
  const values = [...scores!.matchAll(/([\d.]+)分/gu)].map(([, score]) => score!);
  assertThat(
    names.length === values.length,
    () => `extract requires a score per cluster, got ${values.length} for ${names.length}`,
  );
  return {
    id: `${report}/clusters`,
    title: 'Scores of four city clusters',
    locator: { chapter: findings, heading: '02 区域城市群逐步形成“一轴三带”数字经济新格局', offset },
    columns: [textColumn('cluster', 'City cluster, as printed'), points('index', 'Weighted score')],
    rows: names.map((name, at) => [name, values[at]!]),
  };
}
