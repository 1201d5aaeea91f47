import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { indexTree, lintSpecification, readSpecification } from '@indexlab/index-engine';
import { describe, expect, test } from 'vitest';

const folder = join(import.meta.dirname, '../../data/reports');
const textOf = (report: string): string => readFileSync(join(folder, report, 'specification.yaml'), 'utf8');

describe.each(readdirSync(folder))('the specification of %s', (name) => {
  const specification = readSpecification(textOf(name), name);

  test('is named after its report', () => {
    expect(specification.id).toBe(name);
    expect(specification.report).toBe(specification.id);
  });

  test('says in our own words what each indicator is', () => {
    const leaves = indexTree(specification).filter((node) => node.specification.children === undefined);
    expect(leaves.filter((node) => node.specification.definition === undefined).map(({ id }) => id)).toEqual([]);
  });

  test('uses no input that it does not declare, and no stage that never runs', () => {
    const rules = new Set(lintSpecification(textOf(name)).map(({ rule }) => rule));
    for (const rule of ['undeclared-input', 'unused-input', 'unused-stage', 'zero-in-geometric'])
      expect(rules).not.toContain(rule);
  });
});
