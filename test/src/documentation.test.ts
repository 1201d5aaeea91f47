import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { examplesOf, functionsWithoutExample, runExample } from './documentation-examples.js';

const packages = join(import.meta.dirname, '../../packages');
const core = (await import('@indexlab/core')) as Record<string, unknown>;

describe.each(readdirSync(packages))('documentation of %s', async (room) => {
  const scope: Record<string, unknown> = { ...core, ...((await import(`@indexlab/${room}`)) as Record<string, unknown>) };
  const folder = join(packages, room);

  test('every public function has an example', () => {
    expect(functionsWithoutExample(folder, (name) => name in scope)).toEqual([]);
  });

  const examples = examplesOf(folder);
  test.runIf(examples.length > 0).each(examples.map((example) => [`${basename(example.file)} ${example.subject}`, example] as const))(
    'the example of %s gives what it says',
    async (_, example) => {
      const { value, expected } = await runExample(example, scope);
      expect(value).toEqual(expected);
    },
  );
});
