import { readDossier, loadDataPackage } from '@indexlab/adapters';
import { describe, expect, test } from 'vitest';
import { transcription } from './transcription.js';

describe('transcription', () => {
  test('counts the cells that differ, blanks within a token aside', () => {
    const cell = (printed: string, held: string | null) => ({ ref: 't#1/x', printed, held });
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

  test('of the 2016 report is at most 0.75 % by 400 cells', () => {
    const { rekeyed } = readDossier(`${loadDataPackage().folder}/reports/internet-plus-2016`);
    const { cells, differing, upper } = transcription(rekeyed)!;
    expect([cells, differing]).toEqual([400, []]);
    expect(upper).toBeLessThan(0.0075);
    expect(new Set(rekeyed.map(({ ref }) => ref)).size).toBe(400);
  });
});
