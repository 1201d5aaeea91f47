import { expect, test } from 'vitest';
import { findUnawaited } from './find-unawaited.js';

test('findUnawaited finds calls that nobody awaits, wherever they stand', () => {
  expect(findUnawaited('show(1);')).toEqual(['show(1)']);
  expect(findUnawaited('rows.forEach((row) => show(row));')).toEqual(['show(row)']);
  expect(findUnawaited('const frame = toFrame(table);')).toEqual(['toFrame(table)']);
});

test('findUnawaited takes neither awaited calls nor texts for one', () => {
  expect(
    findUnawaited(
      'await show(1);\nfor (const row of rows) await show(row); // show(2)\nconst text = "show(3)";\nother.show(4);',
    ),
  ).toEqual([]);
});
