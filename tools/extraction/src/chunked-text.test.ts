import { describe, expect, test } from 'vitest';
import { breakLines, joinChunks } from './chunked-text.js';

describe('joinChunks', () => {
  const source = '1、平均53\n2、.4分,共2\n3、42个';
  const { text, sourceOffset } = joinChunks(source);

  test('takes the marks out, also from within numbers', () => {
    expect(text).toBe('平均53.4分,共242个');
  });

  test('leads each character back to its place in the source', () => {
    expect([...text].map((_, at) => source[sourceOffset(at)]).join('')).toBe(text);
  });
});

describe('breakLines', () => {
  const joined = joinChunks('1、前言。01甲5\n2、1分。02乙');
  const { text, sourceOffset } = breakLines(joined, [joined.text.indexOf('01'), joined.text.indexOf('02')]);

  test('puts each part on a line of its own', () => {
    expect(text.split('\n')).toEqual(['前言。', '01甲51分。', '02乙']);
  });

  test('leads each character back to its place in the source', () => {
    const source = '1、前言。01甲5\n2、1分。02乙';
    for (const [at, character] of [...text].entries()) {
      if (character !== '\n') expect([at, source[sourceOffset(at)]]).toEqual([at, character]);
    }
  });
});
