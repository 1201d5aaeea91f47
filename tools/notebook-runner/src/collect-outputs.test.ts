import { expect, test } from 'vitest';
import { OutputCollector } from './collect-outputs.js';
import type { Message } from './wire.js';

const message = (type: string, content: Record<string, unknown>): Message => ({
  id: '',
  type,
  parent: undefined,
  content,
});
const display = (type: string, text: string, id?: string): Message =>
  message(type, {
    data: { 'text/plain': text, 'x/y+json': { a: 'b\nc' } },
    metadata: {},
    transient: id === undefined ? {} : { display_id: id },
  });

test('texts of one stream that follow each other are joined', () => {
  const collector = new OutputCollector();
  collector.add([
    message('stream', { name: 'stdout', text: 'a' }),
    message('stream', { name: 'stdout', text: 'b\n' }),
    display('display_data', 'x\ny'),
    message('stream', { name: 'stdout', text: 'c' }),
  ]);
  expect(collector.outputs()).toEqual([
    [
      { output_type: 'stream', name: 'stdout', text: ['ab\n'] },
      { output_type: 'display_data', data: { 'text/plain': ['x\n', 'y'], 'x/y+json': { a: 'b\nc' } }, metadata: {} },
      { output_type: 'stream', name: 'stdout', text: ['c'] },
    ],
  ]);
});

test('an update takes the place of what it updates, also from a later cell, and leaves no identifier', () => {
  const collector = new OutputCollector();
  collector.add([display('display_data', 'first', 'one'), display('display_data', 'other', 'two')]);
  collector.add([display('update_display_data', 'second', 'one'), display('update_display_data', 'nothing', 'three')]);
  const [before, after] = collector.outputs();
  expect(before!.map((output) => (output['data'] as Record<string, unknown>)['text/plain'])).toEqual([
    ['second'],
    ['other'],
  ]);
  expect(after).toEqual([]);
  expect(JSON.stringify(before)).not.toContain('one');
});
