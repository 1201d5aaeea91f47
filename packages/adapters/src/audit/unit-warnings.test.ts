import { expect, test } from 'vitest';
import { unitWarnings } from './unit-warnings.js';

const names = ['Beijing', '北京', 'Beijing Shi', '上海', '上海', '上海', '广州', '广州'];
const years = [2015, 2016, 2017, 2015, 2016, 2017, 2015, 2017];

test('unitWarnings names one place under several names, and units that some years lack', () => {
  expect(unitWarnings({ city: names, year: years }, { unit: 'city', time: 'year' })).toEqual([
    'One place stands under 3 names, which count as 3 units: Beijing (2015), 北京 (2016), Beijing Shi (2017).',
    '广州 is absent in 2016 (year; 2 of 3 times).',
  ]);
});

test('unitWarnings says nothing of a balanced panel, of other units, and of one year', () => {
  expect(unitWarnings({ city: names.slice(3, 6), year: years.slice(3, 6) }, { unit: 'city', time: 'year' })).toEqual(
    [],
  );
  expect(unitWarnings({ firm: [1, 1, 2, 2], t: [1, 2, 1, 2] }, { unit: 'firm', time: 't' })).toEqual([]);
  expect(unitWarnings({ city: ['北京', '上海'] }, { unit: 'city' })).toEqual([]);
});

test('unitWarnings names two spellings of one place in one year', () => {
  expect(unitWarnings({ city: ['北京', '上海', '北京市'] }, { unit: 'city' })).toEqual([
    '北京市 is the place that row 1 calls 北京 (110000).',
  ]);
});
