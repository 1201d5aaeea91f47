import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readDta } from './statistical/read-dta.js';
import { readSav } from './statistical/read-sav.js';
import { readOds } from './workbook/read-ods.js';
import { readXls } from './workbook/read-xls.js';

const files = [
  ['haven-12.dta', readDta],
  ['haven-14.dta', readDta],
  ['pandas-119.dta', readDta],
  ['haven.sav', readSav],
  ['haven.zsav', readSav],
  ['haven-uncompressed.sav', readSav],
  ['workbook.ods', readOds],
  ['workbook.xls', readXls],
] as const;

describe.each(files)('%s', (name, read) => {
  const whole = new Uint8Array(readFileSync(new URL(`../references/${name}`, import.meta.url)));

  test('ends in no other error than the house has, wherever it breaks off or bytes change', () => {
    for (let at = 0; at < 400; at += 1) {
      const place = Math.floor((at * whole.length) / 400);
      const [flipped, zeroed, filled] = [whole.slice(), whole.slice(), whole.slice()];
      flipped[place]! ^= 0xff;
      zeroed.fill(0, place, place + 4);
      filled.fill(0xff, place, place + 4);
      for (const bytes of [whole.subarray(0, place), flipped, zeroed, filled]) {
        try {
          read(bytes);
        } catch (error) {
          expect([place, (error as Error).name, (error as Error).stack]).toEqual([
            place,
            'IndexlabError',
            (error as Error).stack,
          ]);
        }
      }
    }
  });
});
