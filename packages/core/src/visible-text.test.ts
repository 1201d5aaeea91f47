import { expect, test } from 'vitest';
import { visibleText } from './visible-text.js';

test('visibleText shows what would clear a screen, set a title, move the cursor or turn the text around', () => {
  expect(visibleText('\u001b]0;title\u0007')).toBe('\\u001b]0;title\\u0007');
  expect(visibleText('\u009b2J\u007f')).toBe('\\u009b2J\\u007f');
  expect(visibleText('a\rb')).toBe('a\\u000db');
  expect(visibleText('\u2067\u200f\u2028')).toBe('\\u2067\\u200f\\u2028');
});

test('visibleText leaves letters, combining marks, emoji, tabs and line ends', () => {
  const text = 'é 广州 👩‍🔬 e\u0301\t1\r\n';
  expect(visibleText(text)).toBe(text);
});
