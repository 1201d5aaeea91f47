import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadTable } from '@indexlab/adapters';
import { cellToken, roundedInterval } from '@indexlab/core';
import { compareStandings } from '@indexlab/index-engine';
import { compareClusterings } from '@indexlab/stats';
import { describe, expect, test } from 'vitest';

const page = readFileSync(join(import.meta.dirname, '../../docs/methods.md'), 'utf8');
const section = page.slice(page.indexOf('## Across editions and reports'));
/** Whether the page has a line of these cells. */
const says = (...cells: (string | number)[]): boolean =>
  section.split('\n').some(
    (line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim())
        .join('|') === cells.join('|'),
  );

/** The cities of a published list by their codes, each with the interval of its printed digits; the first of two rows of one city. */
function listed(id: string, column: string) {
  const { table } = loadTable(id);
  const values = table.numbers(column);
  const rows = table
    .texts('place')
    .values.map((unit, row) => ({ unit: unit!, value: roundedInterval(cellToken(values, row)) }));
  return rows.filter(({ unit }, at) => rows.findIndex((row) => row.unit === unit) === at);
}

const lists = {
  'share of 2016': listed('internet-plus-2016/cities', 'index'),
  'score of 2021': listed('city-digital-economy-2021/index', 'index'),
  'size of 2021': listed('city-digital-economy-2021/size', 'size'),
};

describe('across reports the page on methods says', () => {
  test.each([
    ['share of 2016', 'score of 2021'],
    ['share of 2016', 'size of 2021'],
    ['score of 2021', 'size of 2021'],
  ] as const)('who stands differently: %s, %s', (first, second) => {
    const { rows, higher, lower, open } = compareStandings(lists[first], lists[second]);
    expect([rows.length, higher, lower, open, says(`${first}, ${second}`, rows.length, higher, lower, open)]).toEqual([
      rows.length,
      higher,
      lower,
      open,
      true,
    ]);
  });

  test('what the standard clusterings of the totals of 2016 give', () => {
    const { values } = loadTable('internet-plus-2016/cities').table.numbers('index');
    const { clusterings, least } = compareClusterings({ total: values }, { k: 5 });
    for (const { scale, method, sizes } of clusterings)
      expect([method, sizes, says(scale, method, sizes.join(', '))]).toEqual([method, sizes, true]);
    expect(section).toContain(`being ${least.toFixed(2)}.`);
    expect(clusterings.some(({ sizes }) => sizes.join() === '4,12,21,65,249')).toBe(false);
  });
});
