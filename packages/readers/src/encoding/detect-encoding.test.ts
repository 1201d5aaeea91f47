import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { detectEncoding } from './detect-encoding.js';
import { encodeAs } from './encode-as.testing.js';

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
});
