import type { Specification, SpecificationNode, StageOptions } from './schema.js';

/** Options as they stand in a specification, with where they stand. */
export interface WrittenOptions {
  readonly options: StageOptions;
  readonly path: readonly PropertyKey[];
  /** The node that states them; `null` for the index and its levels. */
  readonly node: string | null;
}

/** Every place where a specification states options: the index, its levels, its nodes and what they say for those below. */
export function writtenOptions(specification: Specification): WrittenOptions[] {
  const found: WrittenOptions[] = [{ options: specification, path: [], node: null }];
  for (const [level, options] of Object.entries(specification.levels ?? {}))
    found.push({ options, path: ['levels', level], node: null });
  const visit = (node: SpecificationNode, path: readonly PropertyKey[]): void => {
    found.push({ options: node, path, node: node.id });
    if (node.within) found.push({ options: node.within, path: [...path, 'within'], node: node.id });
    node.children?.forEach((child, index) => visit(child, [...path, 'children', index]));
  };
  visit(specification.tree, ['tree']);
  return found;
}
