import { expect, test } from 'vitest';
import { formatNotebook, lines, parseNotebook } from './notebook-file.js';

const cells = [
  { cell_type: 'markdown', metadata: {}, source: ['# Title\n', '\n', 'Text'] },
  {
    cell_type: 'code',
    execution_count: 7,
    id: 'own',
    metadata: { execution: { time: '2016' }, tags: ['x'] },
    outputs: [{ output_type: 'stream' }],
    source: 'a;',
  },
  { cell_type: 'code', execution_count: null, id: 'own', metadata: {}, outputs: [], source: '' },
];
const text = JSON.stringify({
  cells,
  metadata: { kernelspec: { language: 'typescript' } },
  nbformat: 4,
  nbformat_minor: 4,
});

test('a notebook is written with sorted keys, lists of lines, stable identifiers and counts, and without times', () => {
  const notebook = parseNotebook(text, 'a.ipynb');
  const written = formatNotebook(notebook, [
    undefined,
    [{ output_type: 'stream', name: 'stdout', text: ['1\n'] }],
    undefined,
  ]);
  expect(JSON.parse(written)).toEqual({
    cells: [
      { cell_type: 'markdown', id: 'cell-1', metadata: {}, source: ['# Title\n', '\n', 'Text'] },
      {
        cell_type: 'code',
        execution_count: 1,
        id: 'own',
        metadata: { tags: ['x'] },
        outputs: [{ name: 'stdout', output_type: 'stream', text: ['1\n'] }],
        source: ['a;'],
      },
      { cell_type: 'code', execution_count: null, id: 'own-1', metadata: {}, outputs: [], source: [] },
    ],
    metadata: { kernelspec: { language: 'typescript' } },
    nbformat: 4,
    nbformat_minor: 5,
  });
  expect(written.split('\n').slice(0, 4)).toEqual(['{', ' "cells": [', '  {', '   "cell_type": "markdown",']);
  expect(written).toMatch(/\n}\n$/);
});

test('a notebook that is written and read again is the same', () => {
  const written = formatNotebook(parseNotebook(text, 'a.ipynb'), []);
  expect(formatNotebook(parseNotebook(written, 'a.ipynb'), [])).toBe(written);
});

test('keys that look like numbers keep their alphabetical place', () => {
  const notebook = { metadata: { b: 1, '10': 2, '9': 3, a: 4 }, cells: [] };
  expect([...formatNotebook(notebook, []).matchAll(/"(\w+)": \d/g)].map(([, key]) => key)).toEqual([
    '10',
    '9',
    'a',
    'b',
    'nbformat',
    'nbformat_minor',
  ]);
});

test('lines keep their line breaks', () => {
  expect(lines('a\n\nb')).toEqual(['a\n', '\n', 'b']);
  expect(lines('a\n')).toEqual(['a\n']);
  expect(lines('')).toEqual([]);
});

test.each([
  ['not JSON', 'print(1)', 'not JSON (a.ipynb)'],
  ['another format', '{"nbformat": 3, "cells": []}', 'format 4'],
  ['another language', text.replace('typescript', 'python'), 'got one in "python" (a.ipynb)'],
  ['a cell without a source', '{"nbformat": 4, "cells": [{"cell_type": "code"}]}', '(a.ipynb, cell 1)'],
])('a file is refused that is %s', (_, content, message) => {
  expect(() => parseNotebook(content, 'a.ipynb')).toThrow(message);
});
