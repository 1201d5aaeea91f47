import { describe, expect, test } from 'vitest';
import { locateSections, numberedSentences } from './sections.js';

const text = '目录\n甲\n乙\n\n甲\n共 3 个。无数字。\n1\t表\t2\n图 1 标题\n$$x_1$$\n乙\n占四成；第二\n';
const section = (heading: string) => ({ id: heading, chapter: '', heading, find: [heading] });
const sections = locateSections(text, [section('甲'), section('乙')]);

describe('locateSections', () => {
  test('looks for each section behind the one before it', () => {
    const repeated = locateSections(text, [section('甲'), section('甲'), { ...section('乙'), find: ['标题', '\n乙'] }]);
    expect(repeated.map(({ offset }) => offset)).toEqual([
      text.indexOf('甲'),
      text.lastIndexOf('甲'),
      text.lastIndexOf('乙'),
    ]);
  });
});

describe('numberedSentences', () => {
  test('gives the sentences of prose with a number, with their section', () => {
    const sentences = numberedSentences(text, sections, []).filter(({ heading }) => !heading);
    expect(sentences.map(({ offset, length }) => text.slice(offset, offset + length))).toEqual([
      '共 3 个。',
      '占四成；',
      '第二',
    ]);
  });

  test('marks captions and headings', () => {
    const headings = numberedSentences(text, sections, []).filter(({ heading }) => heading);
    expect(headings.map(({ numbers }) => numbers.map(({ token }) => token))).toEqual([['1']]);
  });

  test('counts the offsets of numbers from the beginning of the text', () => {
    const [sentence] = numberedSentences(text, sections, []);
    expect(sentence!.numbers).toEqual([{ offset: text.indexOf('3'), printed: '3', token: '3' }]);
  });
});
