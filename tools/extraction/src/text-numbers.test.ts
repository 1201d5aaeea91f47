import { describe, expect, test } from 'vitest';
import { numbersIn } from './text-numbers.js';

const tokens = (text: string) => numbersIn(text).map(({ token }) => token);

describe('numbersIn', () => {
  test('keeps the printed digits, thousands separators and a minus sign', () => {
    expect(tokens('37.40% 与 73,500,000GB，corr. = -0.231')).toEqual(['37.40', '73,500,000', '-0.231']);
  });

  test('reads both ends of a range, whose dash is no sign', () => {
    expect(tokens('2-3 倍，排名 101-200')).toEqual(['2', '3', '101', '200']);
  });

  test('reads Chinese counts, orders and shares', () => {
    expect(tokens('二十个城市位列第十三位，前三，前百强，三点五成，四分之三，两地，一个百分点')).toEqual([
      '20',
      '13',
      '3',
      '100',
      '3.5',
      '3/4',
      '2',
      '1',
    ]);
  });

  test('does not take digits inside words, or words with Chinese numerals, for numbers', () => {
    expect(tokens('O2O、H5、一线城市、第三产业、第一章、一个平台、三甲医院、第一、二产业')).toEqual([]);
  });

  test('says where each number stands', () => {
    expect(numbersIn('占 37.40%')).toEqual([{ offset: 2, printed: '37.40', token: '37.40' }]);
  });
});
