import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { claimTable, type Field, judgeClaims, languageFunctions, readClaims, type World } from '@indexlab/claims';
import { jointBounds } from '@indexlab/index-engine/recover';
import { describe, expect, test } from 'vitest';

const page = readFileSync(join(import.meta.dirname, '../../docs/claims.md'), 'utf8');
const blocks = (language: string) =>
  [...page.matchAll(new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``, 'g'))].map(([, text]) => text!);

const rows = blocks('csv')[0]!
  .trimEnd()
  .split('\n')
  .map((line) => line.split(','));
const { resources } = JSON.parse(blocks('json')[0]!) as { resources: { schema: { fields: Field[] } }[] };
const ports = claimTable('ports', resources[0]!.schema.fields, rows.slice(1));
const world: World = {
  tables: new Map([['ports', ports]]),
  figures: new Map(),
  user: null,
  others: new Map(),
  places: null,
};
const examples = blocks('yaml').filter((yaml) => yaml.startsWith('- '));
const systems = blocks('yaml').filter((yaml) => yaml.startsWith('unknown:'));

describe('the page on the language of claims', () => {
  const read = readClaims(examples.join('\n'), 'docs/claims.md', world.tables);
  const { judged, problems } = judgeClaims(read.claims, world);

  test('has twenty examples without a problem', () => {
    expect([...read.problems, ...problems]).toEqual([]);
    expect(examples).toHaveLength(20);
  });

  test.each(examples.map((yaml) => [/id: ["']?([^"'#\n]+?)["']? #/.exec(yaml)![1]!, yaml] as const))(
    'says the verdict of %s',
    (id, yaml) => {
      const wanted = /# => (\S+)/.exec(yaml)![1];
      const form = new RegExp(`^${id.replace(/\{[^}]*\}/g, '.*')}$`);
      const verdicts = judged.filter(({ claim }) => form.test(claim.id)).map(({ verdict }) => verdict);
      expect(new Set(verdicts)).toEqual(new Set([wanted]));
    },
  );

  test.each(systems)('says the verdicts of claims that must hold together', (yaml) => {
    const { claims, unknowns, problems: own } = readClaims(yaml, 'docs/claims.md');
    const together = judgeClaims(claims, { ...world, unknowns, solve: jointBounds });
    expect([...own, ...together.problems]).toEqual([]);
    const wanted = [...yaml.matchAll(/id: (\S+) # => (\S+)/g)].map(([, id, verdict]) => [id, verdict]);
    expect(together.judged.map(({ claim, verdict }) => [claim.id, verdict])).toEqual(wanted);
  });

  test('names every function of the language', () => {
    const named = page.slice(page.indexOf('## Expressions'));
    expect(Object.keys(languageFunctions).filter((name) => !new RegExp(`\\b${name}\\b`).test(named))).toEqual([]);
  });
});
