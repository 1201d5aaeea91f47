import {
  cityColumn,
  exactColumn,
  type Listing,
  type Pattern,
  provinceColumn,
  rankColumn,
  textColumn,
} from './listing.js';
import type { PrintedColumn } from './printed-table.js';

export const overview = '1 数字中国指数概览';
export const regions = '2 区域数字化';
export const industries = '3 产业数字化';
export const culture = '4 数字文化消费';
export const government = '5 数字政务发展情况';
export const epidemic = '6 “数字优先”的抗疫表现';

export const province: PrintedColumn = {
  name: 'province',
  title: 'Province, as printed',
  type: 'string',
  places: 'province',
};
const growth: PrintedColumn = { name: 'growth', title: 'Growth over the year before', type: 'number', unit: '%' };
const change = exactColumn('rankChange', 'Ranks gained since the year before; a printed dash is 0');

/** The tables that stand in columns. */
export const listings: readonly Listing[] = [
  {
    id: 'provinces',
    title: 'Digital China index 2019: the ten leading provinces',
    chapter: overview,
    heading: '2019年数字中国指数省级排名Top10',
    find: ['2019年数字中国指数省级排名Top10', '排名\t省份'],
    columns: [rankColumn, provinceColumn, { name: 'index', title: 'Index', type: 'number', unit: 'points' }, change],
  },
  {
    id: 'province-growth',
    title: 'Digital China index 2019: the ten fastest-growing provinces',
    chapter: overview,
    heading: '2019年数字中国指数省级增速排名Top10',
    find: ['2019年数字中国指数省级增速排名Top10', '排名\t省份'],
    columns: [
      { ...rankColumn, title: 'Rank by growth' },
      provinceColumn,
      growth,
      { ...change, title: 'Change of rank, of which ranking is not said; a printed dash is 0' },
    ],
  },
  ...[
    ['beijing-tianjin-hebei', 'Beijing-Tianjin-Hebei', '京津冀', '前十城市'],
    ['yangtze-delta', 'Yangtze River Delta', '长三角', '前十城市'],
    ['pearl-delta', 'Pearl River Delta', '珠三角', ''],
    ['chengdu-chongqing', 'Chengdu-Chongqing', '成渝', '前十城市'],
  ].flatMap(([id, cluster, clusterZh, ten]): Listing[] => [
    {
      id: `cities-${id!}`,
      title: `Digital China index 2019: leading cities of the cluster ${cluster!}`,
      chapter: regions,
      heading: `${clusterZh!}数字中国指数排名${ten!}`,
      find: [`${clusterZh!}数字中国指数排名${ten!}\n`, '排名\t城市'],
      columns: [rankColumn, cityColumn, change],
    },
    {
      id: `city-growth-${id!}`,
      title: `Digital China index 2019: fastest-growing cities of the cluster ${cluster!}`,
      chapter: regions,
      heading: `${clusterZh!}数字中国指数增速排名${ten!}`,
      find: [`${clusterZh!}数字中国指数增速排名${ten!}\n`, '排名\t城市'],
      columns: [{ ...rankColumn, title: 'Rank by growth' }, cityColumn, growth],
    },
  ]),
  {
    id: 'industry-provinces',
    title: 'Digital industry index 2019: leading provinces (15 under a heading that says ten)',
    chapter: industries,
    heading: '数字产业指数排名前十省份',
    find: ['数字产业指数排名前十省份', '排名\t省份'],
    columns: [rankColumn, provinceColumn, change],
  },
  {
    id: 'industry-city-climbers',
    title: 'Digital industry index 2019: the ten cities that gained most ranks',
    chapter: industries,
    heading: '甘肃数字产业发展迅速，多个城市排名快速上升',
    find: ['甘肃数字产业发展迅速，多个城市排名快速上升', '排名\t城市'],
    columns: [
      { ...rankColumn, title: 'Rank by ranks gained' },
      cityColumn,
      province,
      exactColumn('ranksGained', 'Ranks gained'),
    ],
  },
  {
    id: 'cloud-provinces',
    title: 'Cloud use 2019: leading provinces (15 under a heading that says ten)',
    chapter: industries,
    heading: '用云量指数排名前十省份',
    find: ['用云量指数排名前十省份', '排名\t省份'],
    columns: [rankColumn, provinceColumn, change],
  },
  {
    id: 'cloud-industry-growth',
    title: 'Cloud use 2019: the ten fastest-growing industries',
    chapter: industries,
    heading: '2019年行业用云量增速排名',
    find: ['2019年行业用云量增速排名', '排名\t行业'],
    columns: [{ ...rankColumn, title: 'Rank by growth' }, textColumn('industry', 'Industry, as printed')],
  },
  {
    id: 'culture-cities',
    title: 'Digital culture index 2019: the ten leading cities',
    chapter: culture,
    heading: '2019年数字文化指数TOP10城市',
    find: ['2019年数字文化指数TOP10城市', '排名\t城市'],
    columns: [rankColumn, cityColumn, province, change],
  },
  {
    id: 'culture-city-growth',
    title: 'Digital culture index 2019: the ten fastest-growing cities',
    chapter: culture,
    heading: '2019年数字文化指数增速TOP10城市',
    find: ['2019年数字文化指数增速TOP10城市', '排名\t城市'],
    columns: [{ ...rankColumn, title: 'Rank by growth' }, cityColumn, province],
  },
];

/** The lists in running text. */
export const patterns: readonly Pattern[] = [
  {
    id: 'cloud-top-ten',
    title: 'Cloud use 2019: the ten leading cities, list beside a map',
    chapter: industries,
    heading: '2019用云量TOP10城市',
    find: ['2019用云量TOP10城市', '01 上海'],
    until: '用云集中于头部城市',
    columns: [rankColumn, cityColumn],
    row: /0?(\d+) (\p{Script=Han}+)/gu,
  },
  {
    id: 'cloud-growth-provinces-2020',
    title: 'Cloud use, first half of 2020 over first half of 2019: provinces that stand out',
    chapter: epidemic,
    heading: '分地区看，中部、东北和西北部分地区用云量增长突出',
    find: ['分地区看，中部、东北和西北部分地区用云量增长突出', '中部增长领先'],
    until: '注：数据为省份用云量',
    columns: [{ ...rankColumn, title: 'Rank by growth' }, provinceColumn, growth],
    row: /No\.(\d+) (\p{Script=Han}+) \+(\d+)%/gu,
  },
  {
    id: 'cloud-growth-industries-2020',
    title: 'Cloud use, first half of 2020 over first half of 2019: leading industries',
    chapter: epidemic,
    heading: '分行业看，教育、汽车、医疗、电商和文旅用云量领衔增长',
    find: ['分行业看，教育、汽车、医疗、电商和文旅用云量领衔增长', '教育\n'],
    until: '②移动数据流量',
    columns: [textColumn('industry', 'Industry, as printed'), growth],
    row: /(\p{Script=Han}+)\n\+(\d+)%/gu,
  },
  {
    id: 'app-users-2020',
    title: 'Active users of mobile applications in June 2020: shares of eight provinces',
    chapter: epidemic,
    heading: '分地区看，8大省份用户数总和占比过半，东部沿海和西北地区增幅领先',
    find: ['8大省份移动应用活跃用户数占比过半', '广东（'],
    until: '等前8名',
    columns: [provinceColumn, { name: 'share', title: 'Share of the national total', type: 'number', unit: '%' }],
    row: /(\p{Script=Han}+)（([\d.]+)%）/gu,
  },
];
