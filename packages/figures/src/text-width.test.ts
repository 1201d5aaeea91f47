import { expect, test } from 'vitest';
import { textWidth } from './text-width.js';

test('textWidth counts a Chinese character or a full-width mark as one em', () => {
  expect(textWidth('数字经济', 12)).toBe(4 * 12);
  expect(textWidth('“互联网＋”', 12)).toBe(6 * 12);
});

test('textWidth counts half-width forms as half an em and combining marks as nothing', () => {
  expect(textWidth('ｶ', 10)).toBe(10 / 2);
  expect(textWidth('e\u0301', 10)).toBe(textWidth('e', 10));
});

test('textWidth is wider for bold letters and not for bold Chinese', () => {
  expect(textWidth('Index', 10, { bold: true })).toBeGreaterThan(textWidth('Index', 10));
  expect(textWidth('指数', 10, { bold: true })).toBe(textWidth('指数', 10));
});
