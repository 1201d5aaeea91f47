import { readDossier, loadDataPackage } from '@indexlab/adapters';
import { describe, expect, test } from 'vitest';
import { transcription } from './transcription.js';

describe('transcription', () => {
  test('counts the cells that differ, blanks within a token aside', () => {
    const cell = (printed: string, held: string | null) => ({ ref: 't#1/x', printed, held, note: '' });
    const { rate, differing, lower } = transcription([
      cell('5.0', '5.0'),
      cell('a b', 'ab'),
      cell('6', '7'),
      cell('8', null),
    ])!;
    expect([rate, differing.length, lower > 0]).toEqual([2 / 4, 2, true]);
  });

  test('says nothing where nothing was keyed twice', () => {
    expect(transcription([])).toBeNull();
  });

  test.each([
    ['internet-plus-2016', 400],
    ['city-digital-economy-2021', 400],
    ['digital-china-2020', 400],
    ['cisi-2015', 400],
    ['internet-plus-2018', 287],
  ])('of %s by %i cells finds no difference', (report, count) => {
    const { rekeyed } = readDossier(`${loadDataPackage().folder}/reports/${report}`);
    const { cells, differing, upper } = transcription(rekeyed)!;
    expect([cells, differing]).toEqual([count, []]);
    expect(upper).toBeLessThan(3 / count);
    expect(new Set(rekeyed.map(({ ref }) => ref)).size).toBe(count);
  });

  test('keeps those apart that differed until the text was looked up again', () => {
    const cell = { ref: 't#1/x', printed: '5.0', held: '5.0', note: 'slip of the second keying (5.9)' };
    expect(transcription([cell, { ...cell, note: '' }])!.lookedUp).toEqual([cell]);
  });
});
