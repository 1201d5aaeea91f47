import { describe, expect, test } from 'vitest';
import { expertScoreWeights } from './expert-score-weights.js';

describe('expertScoreWeights', () => {
  test('each weight is a share of all points given', () => {
    expect(
      expertScoreWeights([
        [5, 1, 2],
        [3, 3, 2],
      ]),
    ).toEqual([8 / 16, 4 / 16, 4 / 16]);
  });

  test('a one-to-five scale keeps four weights between 1/16 and 5/8', () => {
    expect(expertScoreWeights([[5, 1, 1, 1]])).toEqual([5 / 8, 1 / 8, 1 / 8, 1 / 8]);
    expect(expertScoreWeights([[1, 5, 5, 5]])[0]).toBe(1 / 16);
  });

  test('a score outside the scale is refused with its expert', () => {
    expect(() =>
      expertScoreWeights([
        [5, 1],
        [6, 1],
      ]),
    ).toThrow('scores from 1 to 5, got 6 (expert 2)');
    expect(() => expertScoreWeights([[5, NaN]])).toThrow('got NaN (expert 1)');
  });

  test('an expert who scored fewer indicators is refused with both numbers', () => {
    expect(() => expertScoreWeights([[5, 1], [4]])).toThrow('got 1 and 2 (expert 2)');
  });

  test('no expert at all is refused', () => {
    expect(() => expertScoreWeights([])).toThrow('at least one expert');
  });
});
