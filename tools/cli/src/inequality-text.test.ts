import { displayWidth } from '@indexlab/core';
import { inequality } from '@indexlab/stats/inequality';
import { expect, test } from 'vitest';
import { inequalityText } from './inequality-text.js';

test('the tables of groups fit 80 columns, whatever the groups are called', () => {
  const groups = [
    'The East and the North of the whole country',
    '黑龙江及其他东北地区城市群和周边其他地区城市',
    'West',
  ];
  const data = { v: [1234.567, 2345.678, 3456.789, 4567.891, 5678.912, 6789.123], g: [...groups, ...groups] };
  const lines = inequalityText(inequality(data, { column: 'v', groups: 'g' }), { groups: 'g' }).split('\n');
  expect(lines.filter((line) => displayWidth(line) > 80)).toEqual([]);
  expect(lines.filter((line) => line.includes('West'))).toHaveLength(4);
});
