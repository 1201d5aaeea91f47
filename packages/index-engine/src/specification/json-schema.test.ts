import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { specificationJsonSchema } from './json-schema.js';

const file = join(import.meta.dirname, '../../specification.schema.json');

test('the committed JSON Schema is that of the specification (write it with node tools/specification-schema.mjs)', () => {
  expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(specificationJsonSchema());
});

test('an editor sees the methods of each stage with their options', () => {
  const text = JSON.stringify(specificationJsonSchema());
  for (const word of ['min-max', 'expert-scores', 'ordered-weighted', 'winsorise', 'group-mean'])
    expect(text).toContain(`"${word}"`);
});
