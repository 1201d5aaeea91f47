import { afterEach, expect, test, vi } from 'vitest';
import { progress } from './progress.js';
import { show } from './show.js';

const log = vi.spyOn(console, 'log').mockImplementation(() => undefined);
afterEach(() => log.mockClear());

test('outside a notebook, progress prints only when all is done', () => {
  const steps = progress('Draws', 3);
  for (const step of [1, 2, 3]) steps.update(step);
  expect(log.mock.calls).toEqual([['Draws: 3 of 3 (100 %)']]);
});

test('outside a notebook, show prints the text of what it is given, a promise included', async () => {
  await show(Promise.resolve({ a: [1] }));
  expect(log.mock.calls).toEqual([['a\n-\n1']]);
});

test('progress refuses totals and steps that are none', () => {
  expect(() => progress('Draws', 0)).toThrow('got 0 (Draws)');
  expect(() => progress('Draws', NaN)).toThrow('got NaN');
  expect(() => progress('Draws', 3).update(4)).toThrow('from 0 to 3, got 4');
});
