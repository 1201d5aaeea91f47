import { expect, test } from 'vitest';
import { decodeMessage, encodeRequest } from './wire.js';

test('a message is read back with the key that signed it, and refused with another', () => {
  const { id, frames } = encodeRequest('key', 'session', 'execute_request', { code: '数' });
  expect(decodeMessage('key', [Buffer.from('identity'), ...frames])).toEqual({
    id,
    type: 'execute_request',
    parent: undefined,
    content: { code: '数' },
  });
  expect(() => decodeMessage('other', frames)).toThrow('signed with the key');
  expect(() => decodeMessage('key', [...frames.slice(0, -1), Buffer.from('{}')])).toThrow('signed with the key');
  expect(() => decodeMessage('key', [])).toThrow('signed with the key');
});
