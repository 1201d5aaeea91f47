import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { indexTree, readSpecification } from '@indexlab/index-engine';
import { expect, test } from 'vitest';

const folder = join(import.meta.dirname, '../../data/reports/internet-plus-2016');
const specificationIn = (path: string) => readSpecification(readFileSync(join(folder, path), 'utf8'));

test('the frame of the ten industries holds each feature of each industry as its own specification has it', () => {
  const frame = specificationIn('industries.yaml').tree.children!;
  const files = readdirSync(join(folder, 'industries'));
  expect(frame.map(({ id }) => `${id}.yaml`).toSorted()).toEqual(files.toSorted());
  for (const { id, children } of frame) {
    const own = indexTree(specificationIn(`industries/${id}.yaml`)).slice(1);
    expect(children!.map((node) => [node.id, node.title, node.definition])).toEqual(
      own.map(({ specification: node }) => [`${id}-${node.id}`, node.title, node.definition]),
    );
  }
});
