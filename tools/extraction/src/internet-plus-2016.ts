import { locate, type PrintedColumn, type PrintedTable, readCells, stackGroups } from './printed-table.js';

const report = 'internet-plus-2016';

const share = '% of the national total';
const rank: PrintedColumn = { name: 'rank', title: 'Rank', type: 'integer', exact: true };
const name: PrintedColumn = { name: 'name', title: 'City, as printed', type: 'string', places: 'city' };
const province: PrintedColumn = { name: 'province', title: 'Province, as printed', type: 'string', places: 'province' };
const index: PrintedColumn = { name: 'index', title: 'Index', type: 'number', unit: share };

interface Ranking {
  readonly id: string;
  readonly title: string;
  readonly chapter: string;
  readonly heading: string;
}

const opening = 'Front tables, before the core findings';

const rankings: readonly Ranking[] = [
  { id: 'total', title: 'Total index: the leading 100 cities', chapter: opening, heading: '2016 中国“互联网+”总指数城市 100 强' },
  { id: 'base', title: 'Base sub-index: the leading 100 cities', chapter: opening, heading: '“互联网+基础”分指数城市 100 强' },
  { id: 'industry', title: 'Industry sub-index: the leading 100 cities', chapter: opening, heading: '“互联网+产业”分指数城市 100 强' },
  { id: 'innovation', title: 'Innovation sub-index: the leading 100 cities', chapter: opening, heading: '“互联网+创新创业”分指数城市 100 强' },
  { id: 'smart-city', title: 'Smart-city sub-index: the leading 100 cities', chapter: opening, heading: '“互联网+智慧城市”分指数城市 100 强' },
];

/** Every table of the China "Internet Plus" Index 2016, cell by cell as printed. */
export function internetPlus2016(text: string): PrintedTable[] {
  return [allCities(text), ...rankings.map((ranking) => readRanking(text, ranking))];
}

function allCities(text: string): PrintedTable {
  const heading = '附录 | 全国 351 个城市的“互联网+”指数';
  const { offset, rows } = readCells(text, locate(text, [heading, '城市\t省份']), 1);
  return {
    id: `${report}/cities`,
    title: 'Total index of all 351 cities',
    locator: { chapter: '附录', heading, offset },
    columns: [name, province, index, rank],
    rows,
  };
}

function readRanking(text: string, { id, title, chapter, heading }: Ranking): PrintedTable {
  const { offset, rows } = readCells(text, locate(text, [heading, '排名\t城市']), 1);
  return {
    id: `${report}/${id}`,
    title,
    locator: { chapter, heading, offset },
    columns: [rank, name, index],
    rows: stackGroups(rows, 3),
  };
}
