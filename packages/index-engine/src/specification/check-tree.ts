import { listNames } from '@indexlab/core';
import { suggest } from './suggest.js';
import { reservedIds } from '../build/check-ids.js';
import type { Method } from './method.js';
import { stageMethods } from './stage-methods.js';
import { type Complain, entryOf, itemsOf, textOf, type YamlMapping, type YamlPart, type YamlSequence } from './yaml.js';

/**
 * What a schema cannot say of a tree: ids are distinct, siblings have weights all or none and only where weights are
 * stated, and what names a node or a level finds it. Works on the text, so that it finds its mistakes beside others.
 */
export function checkTree(whole: YamlPart, complain: Complain): void {
  const tree = entryOf(whole, 'tree')?.value;
  if (tree?.kind !== 'mapping') return;
  const ids = new Map<string, number>();
  let depth = 0;
  const visit = (node: YamlMapping, level: number): void => {
    depth = Math.max(depth, level);
    checkId(node, ids, complain);
    const children = itemsOf(entryOf(node, 'children')?.value).filter((child) => child.kind === 'mapping');
    if (children.length > 0) {
      checkWeights(node, children, complain);
      checkPerChild(node, children.length, complain);
    }
    for (const child of children) visit(child, level + 1);
  };
  visit(tree, 0);
  checkNames(whole, ids, depth, complain);
}

function checkId(node: YamlMapping, ids: Map<string, number>, complain: Complain): void {
  const id = entryOf(node, 'id')?.value;
  const text = textOf(id);
  if (id === undefined || text === null) return;
  const before = ids.get(text) ?? 0;
  ids.set(text, before + 1);
  if (reservedIds.includes(text)) {
    complain(
      id.start,
      `a specification requires node ids other than ${reservedIds.join(', ')}, which a result needs itself, got ${text}`,
      `Give the node another id, and write column: ${text} where the data call it so.`,
    );
  }
  if (before > 0) complain(id.start, `a specification requires distinct node ids, got ${text} more than once`);
}

function checkWeights(node: YamlMapping, children: readonly YamlMapping[], complain: Complain): void {
  const name = textOf(entryOf(node, 'id')?.value) ?? '';
  const unweighted = children.filter((child) => !entryOf(child, 'weight'));
  const weighed = unweighted.length < children.length;
  const weigh = entryOf(node, 'weigh');
  const method = weigh && (textOf(weigh.value) ?? textOf(entryOf(weigh.value, 'method')?.value));
  if (weigh && typeof method === 'string' && (method === 'stated') !== weighed) {
    complain(
      weigh.value.start,
      `a specification requires weights of the children exactly where "weigh" is stated, got ${method} (node "${name}")`,
      weighed ? 'Take out weigh, or the weights.' : 'Give each child a weight, or take out weigh.',
    );
  } else if (weighed && unweighted.length > 0) {
    complain(
      unweighted[0]!.start,
      `a specification requires weights for all children of "${name}" or for none, got none for ${listNames(
        unweighted.map((child) => textOf(entryOf(child, 'id')?.value) ?? `child ${children.indexOf(child) + 1}`),
      )}`,
    );
  } else if (weighed && children.every((child) => Number(textOf(entryOf(child, 'weight')?.value)) === 0)) {
    complain(
      entryOf(children[0]!, 'weight')!.value.start,
      `a specification requires weights with a positive sum, got only 0 (children of "${name}")`,
    );
  }
}

/** Options that hold a number for each child hold as many as there are children. */
function checkPerChild(node: YamlMapping, children: number, complain: Complain): void {
  for (const option of ['weigh', 'aggregate'] as const) {
    const written = entryOf(node, option)?.value;
    const name = textOf(entryOf(written, 'method')?.value) ?? '';
    const methods: Readonly<Record<string, Method<unknown>>> = stageMethods[option];
    for (const key of Object.hasOwn(methods, name) ? (methods[name]!.traits.perChild ?? []) : []) {
      const uneven = rowsOf(entryOf(written, key)?.value).find((row) => row.items.length !== children);
      if (!uneven) continue;
      complain(
        uneven.start,
        `${option}.${key} requires a number for each of ${children} children, got ${uneven.items.length} (node "${textOf(entryOf(node, 'id')?.value) ?? '?'}")`,
      );
    }
  }
}

/** The innermost lists: of rows of numbers, each row. */
function rowsOf(part: YamlPart | undefined): YamlSequence[] {
  if (part?.kind !== 'sequence') return [];
  return part.items.some((item) => item.kind === 'sequence') ? part.items.flatMap(rowsOf) : [part];
}

function checkNames(whole: YamlPart, ids: ReadonlyMap<string, number>, depth: number, complain: Complain): void {
  for (const item of itemsOf(entryOf(entryOf(whole, 'tier')?.value, 'on')?.value)) {
    const id = textOf(item);
    if (id === null || ids.has(id)) continue;
    complain(item.start, `tier.on requires nodes of the tree, got ${id}`, suggest(id, ids.keys(), 'nodes'));
  }
  const levels = entryOf(whole, 'levels')?.value;
  for (const { key, keyStart } of levels?.kind === 'mapping' ? levels.entries : []) {
    if (/^\d+$/.test(key) && Number(key) > depth)
      complain(keyStart, `levels requires levels of the tree, 0 to ${depth}, got ${key}`);
  }
}
