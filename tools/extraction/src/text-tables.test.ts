import { listTables, loadTable } from '@indexlab/adapters';
import { printedNumber, type Qualifier } from '@indexlab/core';
import { describe, expect, test } from 'vitest';

const reports = [...new Set(listTables().map(({ report }) => report))];
const textsOf = (id: string, column: string) => loadTable(id).table.texts(column).values as string[];
const offsetsOf = (id: string) => [...loadTable(id).table.numbers('offset').values];

describe.each(reports)('the text tables of %s', (report) => {
  const starts = offsetsOf(`${report}/text-sections`);
  const sections = textsOf(`${report}/text-sections`, 'id');
  const tables = ['figures', 'lists', 'claims']
    .map((name) => `${report}/text-${name}`)
    .filter((id) => listTables(report).some((table) => table.id === id));

  test('have sections that follow one another', () => {
    expect(starts).toEqual([...starts].sort((a, b) => a - b));
    expect(new Set(sections).size).toBe(sections.length);
  });

  test('give each entry an id of its own, and an offset in its section', () => {
    for (const id of tables) {
      const ids = textsOf(id, 'id');
      expect([id, new Set(ids).size]).toEqual([id, ids.length]);
      const offsets = offsetsOf(id);
      const within = offsets.map((offset) => sections[starts.findLastIndex((start) => start <= offset)]);
      expect([id, within]).toEqual([id, textsOf(id, 'section')]);
    }
  });

  test('have figures that core reads as printed numbers', () => {
    const id = `${report}/text-figures`;
    const qualifiers = textsOf(id, 'qualifier');
    for (const [row, token] of textsOf(id, 'token').entries()) {
      expect(() => printedNumber(token, { qualifier: qualifiers[row] as Qualifier })).not.toThrow();
    }
  });
});
