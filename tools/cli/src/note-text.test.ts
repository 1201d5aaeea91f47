import { expect, test } from 'vitest';
import { inWordsOfCommand } from './note-text.js';

test('a note names the options of the readers as the command calls them', () => {
  expect(inWordsOfCommand('a doubt; the option decimalMark settles it')).toBe('a doubt; --decimal-mark settles it');
  expect(inWordsOfCommand('left out (the option table: 2 reads it)')).toBe('left out (--table 2 reads it)');
  expect(inWordsOfCommand('the option header: false takes it for data')).toBe('--header none takes it for data');
});
