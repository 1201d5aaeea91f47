import type { JohnsonNeyman } from '@indexlab/stats/moderation';
import { describe, expect, test } from 'vitest';
import { regionText } from './region-text.js';

const said = (region: Omit<JohnsonNeyman, 'range'>): string =>
  regionText({ range: [0, 10], ...region } as JohnsonNeyman).replaceAll(/\n +/g, ' ');

describe('a Johnson-Neyman region', () => {
  test('says its bounds, the range of the data and the share of the rows in it', () => {
    expect(said({ bounds: [2.000001, 7], significant: 'outside', shareSignificant: 0.4567 } as never)).toBe(
      'Johnson-Neyman: significant outside 2 and 7. The moderator lies within 0 and 10; 45.7 % of the rows lie in the region.',
    );
  });

  test.each([
    [1, 'everywhere'],
    [0, 'nowhere'],
  ])(
    'says where no bound lies within the data that the effect is significant there for a share of %i',
    (share, where) => {
      expect(
        said({ bounds: [-5, 12], significant: share === 1 ? 'between' : 'outside', shareSignificant: share } as never),
      ).toMatch(`No bound lies within the data: the effect is significant ${where} in them.`);
    },
  );

  test('without bounds says only where', () => {
    expect(said({ bounds: [], significant: 'everywhere', shareSignificant: 1 } as never)).toMatch(
      /^Johnson-Neyman: significant everywhere\. .*; 100 % of the rows lie in the region\.$/,
    );
  });
});
