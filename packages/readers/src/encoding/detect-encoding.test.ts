import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readCsv } from '../csv/read-csv.js';
import { detectEncoding, findEncoding } from './detect-encoding.js';
import { encodeAs } from './encode-as.testing.js';
import { decodeUtf8, toUtf8 } from './text-encoding.js';

const found = detectEncoding;
const sample = '地区,国内生产总值（亿元）,第三产业占比\n北京,36102.6,83.9%\n上海,38700.6,73.1%\n合计,—,—\n';
const traditional = '縣市,人口數（千人）,所得總額\n臺北市,2602,—\n高雄市,2766,—\n總計,23561,—\n';

describe('detectEncoding', () => {
  test('goes by the byte order mark', () => {
    const marked = (encoding: 'utf-8' | 'utf-16le' | 'utf-16be') => found(encodeAs(encoding, `\ufeff${sample}`));
    expect([marked('utf-8'), marked('utf-16le'), marked('utf-16be')]).toEqual(['utf-8', 'utf-16le', 'utf-16be']);
  });

  test('finds UTF-8, and UTF-16 without a mark', () => {
    expect([
      found(encodeAs('utf-8', sample)),
      found(encodeAs('utf-16le', sample)),
      found(encodeAs('utf-16be', sample)),
    ]).toEqual(['utf-8', 'utf-16le', 'utf-16be']);
  });

  test('tells GB18030 from Big5', () => {
    expect([found(encodeAs('gb18030', sample)), found(encodeAs('big5', traditional))]).toEqual(['gb18030', 'big5']);
    expect([found(encodeAs('gb18030', '北京')), found(encodeAs('big5', '臺北'))]).toEqual(['gb18030', 'big5']);
  });

  test('knows 联通 in GB18030, whose bytes are valid UTF-8 too, from letters in UTF-8', () => {
    expect([found(encodeAs('gb18030', '联通')), found(encodeAs('gb18030', '公司,v\n联通,1\n'))]).toEqual([
      'gb18030',
      'gb18030',
    ]);
    expect(
      ['é', 'Région\nÎle', 'Åland,São Tomé', 'Привет', 'Ελλάδα'].map((text) => found(encodeAs('utf-8', text))),
    ).toEqual(Array(5).fill('utf-8'));
  });

  test('takes accented letters of Western languages for Windows-1252', () => {
    expect(found(new Uint8Array([...'Caf'].map((letter) => letter.charCodeAt(0)).concat(0xe9, 0x2c, 0x31, 0x0a)))).toBe(
      'windows-1252',
    );
    expect(found(encodeAs('windows-1252', 'Région,Valeur\nÎle-de-France,1\nProvence-Alpes-Côte d’Azur,2\n'))).toBe(
      'windows-1252',
    );
  });

  test('stays with UTF-8 when a few bytes of it are broken', () => {
    const bytes = encodeAs('utf-8', sample.repeat(20));
    bytes[bytes.length - 20] = 0xff;
    expect(found(bytes)).toBe('utf-8');
  });

  test('finds GB18030 in any text of common characters', () => {
    const common = fc.array(
      fc.constantFrom(
        ...'的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经',
      ),
      { minLength: 4, maxLength: 40 },
    );
    fc.assert(
      fc.property(common, (characters) => {
        expect(found(encodeAs('gb18030', characters.join('')))).toBe('gb18030');
      }),
      { numRuns: 1000 },
    );
  });

  test.each([
    ['utf-32le', sample],
    ['utf-32be', sample],
    ['shift_jis', '都道府県,人口（千人）\n東京都,13960\n大阪府,8839\n神奈川県,9200\n'],
    ['euc-jp', '都道府県,人口（千人）\n東京都,13960\n大阪府,8839\n神奈川県,9200\n'],
    ['euc-kr', '지역,인구\n서울특별시,9720\n부산광역시,3400\n경기도,13300\n'],
    ['windows-1250', 'województwo,ludność\nŁódzkie,2437970\nŚląskie,4492330\nMałopolskie,3410441\n'],
    ['windows-1250', 'kraj,obyvatelé\nStředočeský,1385141\nJihočeský,644083\nÚstecký,817004\n'],
    ['windows-1251', 'Регион,Население\nМосква,12600\nСанкт-Петербург,5400\n'],
    ['koi8-r', 'Регион,Население\nМосква,12600\nСанкт-Петербург,5400\n'],
    ['windows-1253', 'Περιοχή,Πληθυσμός\nΑθήνα,3\nΘεσσαλονίκη,1\n'],
    ['windows-1254', 'şehir,nüfus\nİstanbul,15\nDiyarbakır,1\nMuğla,1\n'],
    ['macintosh', 'Région,Département\nÎle-de-France,Hauts-de-Seine\nRhône,Isère\n'],
    ['macintosh', 'Land,Bevölkerung\nThüringen,2\nKöln,3\n'],
    ['windows-1252', 'kommune,befolkning\nÅrhus,1\nKøbenhavn,2\nTårnby,3\n'],
  ] as const)('finds %s, with good evidence', (encoding, text) => {
    expect(findEncoding(encodeAs(encoding, text))).toEqual({ encoding, alternatives: [] });
  });

  test('reads Polish right in ISO-8859-2, whichever of the two sister encodings it names', () => {
    const text = 'województwo,ludność\nŁódzkie,1\nŚląskie,2\nMałopolskie,3\n';
    const bytes = encodeAs('iso-8859-2', text);
    expect(decodeUtf8(toUtf8(bytes, found(bytes)))).toBe(text);
  });

  test('names the others where a letter or two is all there is to go by', () => {
    const { encoding, alternatives } = findEncoding(encodeAs('windows-1252', 'Région,v\nIsère,1\n'));
    expect([encoding, alternatives]).toEqual(['windows-1252', ['windows-1250', 'iso-8859-2']]);
  });
});

describe('the reader', () => {
  test('warns of thin evidence, and names the lines that are in another encoding', () => {
    const thin = readCsv(encodeAs('windows-1252', 'Région,v\nIsère,1\n')).report.notes;
    expect(thin).toContainEqual(
      expect.objectContaining({ rule: 'encoding', weight: 'warning', value: 'windows-1252' }),
    );
    const lines = [...Array(30).keys()].map((row) => encodeAs('utf-8', `北京${row},${row}\n`));
    lines[0] = encodeAs('utf-8', '城市,v\n');
    lines[7] = encodeAs('gb18030', '上海,7\n');
    const bytes = Uint8Array.from(lines.flatMap((line) => [...line]));
    const note = readCsv(bytes).report.notes.find(({ rule }) => rule === 'undecodable');
    expect([note?.weight, note?.line, note?.message]).toEqual(['warning', 8, expect.stringContaining('(line 8)')]);
    expect(readCsv(encodeAs('shift_jis', '都道府県,人口\n東京都,1\n大阪府,2\n')).table.toRows()[1]).toEqual({
      都道府県: '大阪府',
      人口: 2,
    });
  });

  const mixed = (...lines: ['utf-8' | 'gb18030' | 'windows-1252', string][]) =>
    readCsv(Uint8Array.from(lines.flatMap(([encoding, line]) => [...encodeAs(encoding, `${line}\n`)])));

  test('keeps a text in UTF-8 with a warning of the lines that are not', () => {
    const { table, report } = mixed(['utf-8', 'unit,v'], ['utf-8', '北京,1'], ['gb18030', '上海,2']);
    expect(table.toRows()[0]).toEqual({ unit: '北京', v: 1 });
    expect(report.notes).toContainEqual(
      expect.objectContaining({
        rule: 'undecodable',
        weight: 'warning',
        line: 3,
        message: expect.stringMatching(/line 3.*gb18030/),
      }),
    );
    const accents = mixed(['utf-8', 'unit,v'], ['utf-8', 'Région,1'], ['windows-1252', 'Isère,2']);
    expect([accents.table.toRows()[0], accents.report.notes[0]?.weight]).toEqual([{ unit: 'Région', v: 1 }, 'warning']);
  });

  test('warns of the lines that are in UTF-8 where most are in another encoding', () => {
    const { report } = mixed(
      ['gb18030', '城市,数值'],
      ['gb18030', '上海,1'],
      ['utf-8', '北京,2'],
      ['gb18030', '天津,3'],
    );
    expect(report.notes).toContainEqual(
      expect.objectContaining({
        rule: 'encoding',
        weight: 'warning',
        line: 3,
        message: expect.stringMatching(/line 3.*utf-8/),
      }),
    );
    const whole = mixed(['gb18030', '城市,数值'], ['gb18030', '上海,1'], ['gb18030', '联通,2']).report.notes;
    expect(whole.find(({ rule }) => rule === 'encoding')?.weight).toBe('note');
  });

  test('takes surrogates for broken UTF-8', () => {
    const bytes = Uint8Array.from([...encodeAs('utf-8', 'unit,v\nA'), 0xed, 0xa0, 0x80, ...encodeAs('utf-8', ',1\n')]);
    expect(readCsv(bytes).report.notes).toContainEqual(
      expect.objectContaining({ rule: 'undecodable', weight: 'warning', line: 2, value: 'utf-8' }),
    );
  });

  test.each([
    ['utf-8', 'Zürich', 'windows-1252', 'Málaga'],
    ['utf-8', '北京', 'windows-1252', 'café'],
    ['utf-8', '北京', 'gb18030', '天津'],
    ['utf-8', 'Köln', 'windows-1252', '5 £ ± 6'],
    ['gb18030', '北京,上海,广州', 'windows-1252', 'café'],
    ['gb18030', '北京,上海,广州', 'utf-8', '天津大学好'],
  ] as const)('in %s with a line in another encoding names that one by the bytes of the line: %s, %s', (...given) => {
    const [main, text, other, line] = given;
    const lines: [typeof main | typeof other, string][] = [
      [main, 'a,b,c'],
      [main, text],
      [main, text],
      [other, line],
    ];
    const note = mixed(...lines).report.notes.find(({ rule }) => rule === 'undecodable');
    expect(note?.message).toContain(`they are text in ${other}: save all of the file in one encoding`);
  });

  test('names no other encoding where a byte was lost', () => {
    const bytes = [...encodeAs('utf-8', 'city,v\n北京,1\n上海,2\n')];
    const cut = readCsv(Uint8Array.from(bytes.filter((_, index) => index !== 8)));
    expect(cut.report.notes[0]?.message).toMatch(/they were lost or changed/);
    const gb = [...encodeAs('gb18030', 'city,v\n北京市,1\n上海市,2\n广州市,2\n')];
    const damaged = readCsv(Uint8Array.from(gb.filter((_, index) => index !== 8)));
    expect(damaged.report.notes.find(({ rule }) => rule === 'undecodable')?.message).toMatch(
      /they were lost or changed/,
    );
  });
});
