import { Exact, Interval, printedNumber } from '@indexlab/core';
import { describe, expect, test } from 'vitest';
import { judge } from './judge.js';

const number = (value: string, lower: string, upper: string) => ({
  value: Exact.parse(value),
  bounds: Interval.parse(lower, upper),
});

describe('judge', () => {
  test('a value in the printed interval is reproduced', () => {
    expect(judge(printedNumber('25.80'), number('25.7953', '25.79', '25.80')).verdict).toBe('reproduced');
  });

  test('a value outside whose bounds meet the printed interval is consistent by rounding', () => {
    expect(judge(printedNumber('25.80'), number('25.79', '25.78', '25.796'))).toMatchObject({
      verdict: 'consistent',
      why: 'rounding',
    });
  });

  test('partial inputs are at best consistent', () => {
    const computed = { ...number('25.80', '25', '26'), partial: true };
    expect(judge(printedNumber('25.80'), computed)).toMatchObject({ verdict: 'consistent', why: 'partial-inputs' });
  });

  test('bounds that miss the printed interval contradict it', () => {
    expect(judge(printedNumber('25.80'), number('25.7', '25.69', '25.71')).verdict).toBe('contradicted');
  });

  test('bounds that touch the printed interval do not contradict it', () => {
    expect(judge(printedNumber('25.80'), number('25.79', '25.78', '25.795')).verdict).toBe('consistent');
  });

  test('a number that fits only as cut off is contradicted and read as truncated', () => {
    expect(judge(printedNumber('1.66'), number('1.668', '1.667', '1.669'))).toMatchObject({
      verdict: 'contradicted',
      reading: 'truncated',
    });
    expect(judge(printedNumber('-1.66'), number('-1.668', '-1.669', '-1.667'))).toMatchObject({ reading: 'truncated' });
  });

  test('sharpness is the width of the printed interval over the width of the bounds', () => {
    expect(judge(printedNumber('25.8'), number('25.8', '25.7', '25.9')).sharpness).toBe(1 / 2);
  });

  test('sharpness of a count is how many values it has over how many the bounds leave', () => {
    const printed = printedNumber('5', { exact: true });
    expect(judge(printed, number('5', '5', '5')).sharpness).toBe(1);
    expect(judge(printed, number('5', '4', '7')).sharpness).toBe(1 / 4);
  });

  test('a claim in words holds always, possibly or never', () => {
    const verdicts = (['always', 'possibly', 'never'] as const).map(
      (holds) => judge('first', { holds, text: '' }).verdict,
    );
    expect(verdicts).toEqual(['reproduced', 'consistent', 'contradicted']);
  });

  test('what needs unpublished inputs is not computable', () => {
    expect(judge(printedNumber('0.626'), { needs: 'public', inputs: 'GDP by city' }).verdict).toBe('not-computable');
  });
});
