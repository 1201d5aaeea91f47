import { Command } from 'commander';
import { describe, expect, test } from 'vitest';
import { leastCommand } from './least-command.js';
import { oneOf } from './one-of.js';

describe('the hints of the command', () => {
  test('a verb that lacks something is told with all that it requires', () => {
    const verb = new Command('explain')
      .argument('<spec>')
      .argument('[more]')
      .argument('<files...>')
      .requiredOption('--data <file>')
      .option('--json');
    new Command('indexlab').addCommand(verb);
    expect(leastCommand(verb)).toBe('indexlab explain <spec> <files…> --data <file>');
  });

  test.each([
    ['pooling', 'Did you mean pooled?'],
    ['random-effects', 'Did you mean random?'],
    ['withn', 'Did you mean within?'],
    ['zzz', undefined],
  ])('a word such as %s is told the nearest, also by another ending', (value, remedy) => {
    expect(() => oneOf('--method', value, ['within', 'random', 'pooled'])).toThrow(
      expect.objectContaining({
        message: `--method requires one of within, random, pooled, got "${value}"`,
        remedy,
      }),
    );
  });

  test('a word of the list is taken as it is, and none where none was given', () => {
    expect([oneOf('--method', 'pooled', ['pooled']), oneOf('--method', undefined, ['pooled'])]).toEqual([
      'pooled',
      undefined,
    ]);
  });
});
