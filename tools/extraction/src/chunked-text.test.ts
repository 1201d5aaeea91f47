import { describe, expect, it } from 'vitest';
import { joinChunks } from './chunked-text.js';

describe('joinChunks', () => {
  const source = '1、平均53\n2、.4分,共2\n3、42个';
  const { text, sourceOffset } = joinChunks(source);

  it('takes the marks out, also from within numbers', () => {
    expect(text).toBe('平均53.4分,共242个');
  });

  it('leads each character back to its place in the source', () => {
    expect([...text].map((_, at) => source[sourceOffset(at)]).join('')).toBe(text);
  });
});
