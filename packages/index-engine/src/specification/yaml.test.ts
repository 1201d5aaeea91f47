import { describe, expect, test } from 'vitest';
import { readSpecification } from './read-specification.js';
import { SpecificationError } from './specification-error.js';

const plain = 'id: demo\ntitle: Demo\ntree: { id: t, title: T, children: [{ id: a, title: A }] }\n';
const mistakes = (text: string): string[] => {
  try {
    readSpecification(text, 'x.yaml');
  } catch (error) {
    if (error instanceof SpecificationError)
      return error.message.split('\n').filter((line) => line.startsWith('x.yaml'));
    throw error;
  }
  return [];
};

/** Each of the texts is ten of the one before: the last stands for more parts than there are atoms. */
const laughs = ['a: &a0 [x, x]']
  .concat(Array.from({ length: 30 }, (_, n) => `a${n + 1}: &a${n + 1} [${`*a${n}, `.repeat(10)}]`))
  .join('\n');

describe('a text that is no specification is told in one line', () => {
  test.each([
    ['nested 800 deep', `${plain}x: ${'['.repeat(800)}${']'.repeat(800)}`, 'nested deeper than 200 levels'],
    ['nested 100,000 deep', '{a: '.repeat(100_000), 'nested deeper than 200 levels'],
    ['lists in lists, 100,000 deep', '- '.repeat(100_000), 'nested deeper than 200 levels'],
    ['aliases of aliases', laughs, 'aliases make it longer than 1000000 parts'],
    ['an alias of nothing', plain.replace('id: demo', 'id: *demo'), '*demo has no anchor &demo before it'],
    ['tabs', 'id: demo\ntree:\n\tid: t', 'tab characters must not be used in indentation'],
    ['wrong indentation', 'id: demo\n  title: Demo\n', 'bad indentation of a mapping entry'],
    ['a colon in a text', 'title: Demo: again\n', 'bad indentation of a mapping entry'],
    ['bytes that are no UTF-8', plain.replace('Demo', 'Caf\uFFFD'), 'not a text in UTF-8'],
    ['nothing', '', 'there is nothing in it'],
    ['only comments', '# nothing\n', 'there is nothing in it'],
    ['a list', '- a\n- b\n', 'not a specification: requires keys'],
    ['one word', 'demo', 'not a specification: requires keys'],
    ['two documents', `${plain}---\n${plain}`, 'another one begins'],
    ['no YAML at all', '\u0000\u0001PK', 'not valid YAML'],
  ])('%s', (_, text, message) => {
    const found = mistakes(text);
    expect(found.filter((line) => line.includes('not valid YAML') || line.includes(message))[0]).toContain(message);
    expect(found.length).toBeLessThanOrEqual(2);
  });

  test('an alias inside its own anchor ends', () => {
    expect(mistakes('id: d\ntitle: D\ntree: &t { id: t, title: T, children: [*t] }')[0]).toContain('*t stands inside');
  });

  test('a key that stands twice is told with its line, and the first counts', () => {
    expect(mistakes(`${plain}title: Again\ncolour: red\n`).map((line) => line.slice(0, 9))).toEqual([
      'x.yaml:4:',
      'x.yaml:5:',
      'x.yaml: 2',
    ]);
  });
});

describe('a text may come', () => {
  const specification = readSpecification(plain);

  test.each([
    ['with a byte order mark', `\uFEFF${plain}`],
    ['with the line ends of Windows', plain.replaceAll('\n', '\r\n')],
    ['as JSON', JSON.stringify(specification)],
    ['with anchors', plain.replace('title: Demo', 'title: &d Demo').replace('title: T', 'title: T, definition: *d')],
  ])('%s', (_, text) => {
    const { tree } = readSpecification(text);
    expect({ ...tree, definition: undefined }).toEqual({ ...specification.tree, definition: undefined });
  });

  test('with the line ends of Windows, and lines count as ever', () => {
    expect(mistakes(`${plain}colour: red\n`.replaceAll('\n', '\r\n'))[0]).toMatch(/^x\.yaml:4: .*\(column 1\)$/);
  });
});
