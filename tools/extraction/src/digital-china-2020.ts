import { cityColumn, exactColumn, rankColumn, readListing, readPattern, textColumn } from './listing.js';
import {
  culture,
  epidemic,
  government,
  industries,
  listings,
  patterns,
  province,
  regions,
} from './digital-china-2020-listings.js';
import { digitalChina2020Sections } from './digital-china-2020-sections.js';
import { locate, type PrintedColumn, type PrintedTable, readCells, unpivot } from './printed-table.js';
import { textTables } from './text-tables.js';

const report = 'digital-china-2020';

/** A cross table: one column of ranks a heading, or one column of names a position. */
interface CrossTable {
  readonly id: string;
  readonly title: string;
  readonly chapter: string;
  readonly heading: string;
  readonly find: readonly string[];
  readonly columns: readonly PrintedColumn[];
}

const position = exactColumn('rank', 'Rank by growth');
const cluster = textColumn('cluster', 'City cluster, as printed');

const crossTables: readonly CrossTable[] = [
  {
    id: 'cluster-industry-growth',
    title: 'The three fastest-growing industries of the eleven city clusters, 2019',
    chapter: regions,
    heading: '11大城市群细分产业增速排名Top3',
    find: ['11大城市群细分产业增速排名Top3', '区域\tNo.1'],
    columns: [cluster, position, textColumn('industry', 'Industry, as printed')],
  },
  {
    id: 'cluster-culture-growth',
    title: 'The three fastest-growing branches of digital culture of the eleven city clusters, 2019',
    chapter: regions,
    heading: '11大城市群细分数字文化增速排名Top3',
    find: ['11大城市群细分数字文化增速排名Top3', '区域\tNo.1'],
    columns: [cluster, position, textColumn('branch', 'Branch, as printed')],
  },
];

/** Every table and list of the Digital China Index Report 2020, cell by cell as printed, and what its text says. */
export function digitalChina2020(text: string): PrintedTable[] {
  return [
    ...listings.map((listing) => withChanges(readListing(report, text, listing))),
    governmentCities(text),
    ...crossTables.map((table) => readCrossTable(text, table)),
    cloudCities(text),
    cultureBranches(text),
    firstHalf(text),
    ...patterns.map((pattern) => readPattern(report, text, pattern)),
    ...textTables(report, text, digitalChina2020Sections, []),
  ];
}

/** A dash in a column of changes says that the rank is what it was. */
function withChanges(table: PrintedTable): PrintedTable {
  return {
    ...table,
    rows: table.rows.map((row) =>
      row.map((cell, at) => (table.columns[at]!.name === 'rankChange' && cell === '-' ? '0' : cell)),
    ),
  };
}

/** Three tables of ten, with prose between them. */
function governmentCities(text: string): PrintedTable {
  const heading = '数字政务指数市级排名，头部城市相对稳定，后线城市提升显著';
  const columns = [rankColumn, cityColumn, province];
  const find = (rank: number) => ['数字政务指数市级排名', `排名\t城市\t所属省份\n${rank}\t`];
  const parts = [1, 11, 21].map((rank) =>
    readListing(report, text, {
      id: 'government-cities',
      title: 'Digital government index 2019: the 30 leading cities',
      chapter: government,
      heading,
      find: find(rank),
      columns,
    }),
  );
  return { ...parts[0]!, rows: parts.flatMap(({ rows }) => rows) };
}

function readCrossTable(text: string, { id, title, chapter, heading, find, columns }: CrossTable): PrintedTable {
  const { offset, rows } = readCells(text, locate(text, find), 1);
  return {
    id: `${report}/${id}`,
    title,
    locator: { chapter, heading, offset },
    columns,
    rows: rows.flatMap(([key, ...cells]) => cells.map((cell, at) => [key!, String(at + 1), cell])),
  };
}

function cloudCities(text: string): PrintedTable {
  const heading = '“用云量” Top20城市用量行业排名';
  const { offset, rows } = readCells(text, locate(text, [heading, '排名\t城市']), 1);
  return {
    id: `${report}/cloud-cities`,
    title: 'Cloud use 2019: the 20 leading cities and their five leading industries',
    locator: { chapter: industries, heading, offset },
    columns: [
      rankColumn,
      cityColumn,
      exactColumn('position', 'Position of the industry in the city'),
      textColumn('industry', 'Industry, as printed'),
    ],
    rows: rows.flatMap(([rank, city, ...cells]) => cells.map((cell, at) => [rank!, city!, String(at + 1), cell])),
  };
}

function cultureBranches(text: string): PrintedTable {
  const heading = '数字文化细分市场的十强城市排行榜';
  const { offset, header, rows } = readCells(text, locate(text, [heading, '排名\t新闻']), 1);
  const labels = header[0]!.slice(1);
  return {
    id: `${report}/culture-branches`,
    title: 'The ten leading cities of eight branches of digital culture, 2019',
    locator: { chapter: culture, heading, offset },
    columns: [textColumn('branch', 'Branch, as printed'), rankColumn, cityColumn],
    rows: unpivot(
      rows,
      labels.map((label) => [label, label]),
    ).map(([branch, , rank, city]) => [branch!, rank!, city!]),
  };
}

/** Five indicators of the first halves of 2019 and 2020, turned so that each is a row. */
function firstHalf(text: string): PrintedTable {
  const heading = '“数字优先”在各层面都呈正向发展趋势';
  const { offset, header, rows } = readCells(text, locate(text, [heading, '\t用云量']), 1);
  const labels = header[0]!.slice(1).map((cell) => /^(.+?) ?\((.+)\)$/.exec(cell)!.slice(1));
  const [before, after, increase] = rows.map((cells) => cells.slice(1).map((cell) => cell.replace(/^\+|%$/g, '')));
  return {
    id: `${report}/first-half-2020`,
    title: 'Five indicators in the first half of 2019 and of 2020',
    locator: { chapter: epidemic, heading, offset },
    columns: [
      textColumn('indicator', 'Indicator, as printed'),
      textColumn('printedUnit', 'Unit, as printed'),
      { name: 'before', title: 'First half of 2019', type: 'number' },
      { name: 'after', title: 'First half of 2020', type: 'number' },
      { name: 'growth', title: 'Growth', type: 'number', unit: '%' },
    ],
    rows: labels.map(([indicator, unit], at) => [indicator!, unit!, before![at]!, after![at]!, increase![at]!]),
  };
}
