import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { crc32 } from './crc-32.js';
import { openArchive } from './zip-archive.js';

describe('crc32', () => {
  test.each([
    ['', 0],
    ['a', 0xe8b7be43],
    ['123456789', 0xcbf43926],
    ['The quick brown fox jumps over the lazy dog', 0x414fa339],
  ])('gives the published checksum of %j', (text, checksum) => {
    expect(crc32(strToU8(text))).toBe(checksum);
  });
});

describe('openArchive', () => {
  const sheet = strToU8('<v>4.125</v>'.repeat(20));

  test.each([0, 6] as const)('refuses a file whose bytes are not those that were packed (level %i)', (level) => {
    const bytes = zipSync({ 'xl/sheet.xml': sheet }, { level });
    expect(openArchive(bytes, 'readXlsx').file('xl/sheet.xml')).toEqual(sheet);
    const changed = bytes.slice();
    changed[30 + 'xl/sheet.xml'.length + 3]! ^= 13;
    expect(() => openArchive(changed, 'readXlsx').file('xl/sheet.xml')).toThrow(/xl\/sheet\.xml/);
  });

  test('refuses a stored file that is cut short', () => {
    const bytes = zipSync({ 'xl/sheet.xml': sheet }, { level: 0 });
    const at = bytes.findIndex((_, index) => bytes[index] === 0x50 && bytes[index + 2] === 1 && bytes[index + 3] === 2);
    bytes[at + 20]! -= 5;
    expect(() => openArchive(bytes, 'readXlsx').file('xl/sheet.xml')).toThrow('damaged: xl/sheet.xml');
  });
});
