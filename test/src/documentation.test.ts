import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { examplesOf, functionsWithoutExample, runExample } from './documentation-examples.js';

const packages = join(import.meta.dirname, '../../packages');

/** Rooms without files, clock or console: every public function in them can show an example that runs anywhere. */
const pureRooms = ['core', 'readers', 'audit', 'claims', 'stats', 'index-engine', 'figures'];

/** What a room's examples may name: its own exports and those of the rooms it imports. */
async function scopeOf(room: string): Promise<Record<string, unknown>> {
  const { dependencies = {} } = JSON.parse(readFileSync(join(packages, room, 'package.json'), 'utf8')) as {
    dependencies?: object;
  };
  const names = Object.keys(dependencies).filter((name) => name.startsWith('@indexlab/') && name !== '@indexlab/data');
  const modules = await Promise.all([...names, `@indexlab/${room}`].map((name) => import(name) as Promise<object>));
  return judgingOnce(Object.assign({}, ...modules) as Record<string, unknown>);
}

/** To judge a report takes seconds, and several examples start with it: each report is judged once by each function. */
function judgingOnce(scope: Record<string, unknown>): Record<string, unknown> {
  const once = (judge: unknown): ((report: string) => unknown) => {
    const judged = new Map<string, unknown>();
    return (report) => {
      if (!judged.has(report)) judged.set(report, (judge as (id: string) => unknown)(report));
      return judged.get(report);
    };
  };
  const names = ['computeLedger', 'judgeReport'].filter((name) => name in scope);
  return { ...scope, ...Object.fromEntries(names.map((name) => [name, once(scope[name])])) };
}

const rooms = readdirSync(packages).map((room) => ({
  room,
  folder: join(packages, room),
  examples: examplesOf(join(packages, room)),
}));
const documented = rooms.filter(({ room, examples }) => pureRooms.includes(room) || examples.length > 0);

describe.each(documented)('documentation of $room', async ({ room, folder, examples }) => {
  const scope = await scopeOf(room);

  if (pureRooms.includes(room)) {
    test('every public function has an example', () => {
      expect(functionsWithoutExample(folder, (name) => name in scope)).toEqual([]);
    });
  }

  test.each(examples.map((example) => [`${basename(example.file)} ${example.subject}`, example] as const))(
    'the example of %s gives what it says',
    async (_, example) => {
      const { value, expected } = await runExample(example, scope);
      expect(value).toEqual(expected);
    },
  );
});
