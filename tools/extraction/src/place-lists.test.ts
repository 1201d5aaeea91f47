import { describe, expect, test } from 'vitest';
import { placeListsIn } from './place-lists.js';

const names = (text: string) => placeListsIn(text).map((list) => list.names);

describe('placeListsIn', () => {
  test('finds lists of places, whatever joins them', () => {
    expect(names('长沙、佛山、武汉和青岛领先，佛山、珠海以及东莞随后')).toEqual([
      ['长沙', '佛山', '武汉', '青岛'],
      ['佛山', '珠海', '东莞'],
    ]);
  });

  test('takes the longest name', () => {
    expect(names('绵阳市、内蒙古自治区')).toEqual([['绵阳市', '内蒙古自治区']]);
  });

  test('leaves single places and lists of other things alone', () => {
    expect(names('北京领先，零售、金融次之')).toEqual([]);
  });

  test('says where a list begins', () => {
    expect(placeListsIn('以广东、北京为主')[0]!.offset).toBe(1);
  });
});
