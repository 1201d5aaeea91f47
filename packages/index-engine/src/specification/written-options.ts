import type { Specification, SpecificationNode, StageOptions } from './schema.js';

/** Options as they stand in a specification, with where they stand. */
export interface WrittenOptions {
  readonly options: StageOptions;
  readonly path: readonly PropertyKey[];
  /** The node that states them; `null` for the index and its levels. */
  readonly node: string | null;
}

/**
 * Every place where a specification states options: the index, its levels, its nodes and what they say for those below.
 *
 * @param wanted which options to tell of; most nodes state none, and their paths need not be made
 */
export function writtenOptions(
  specification: Specification,
  wanted: (options: StageOptions) => boolean = () => true,
): WrittenOptions[] {
  const found: WrittenOptions[] = [];
  const tell = (options: StageOptions, path: () => readonly PropertyKey[], node: string | null): void => {
    if (wanted(options)) found.push({ options, path: path(), node });
  };
  tell(specification, () => [], null);
  for (const [level, options] of Object.entries(specification.levels ?? {}))
    tell(options, () => ['levels', level], null);
  const visit = (node: SpecificationNode, path: () => readonly PropertyKey[]): void => {
    tell(node, path, node.id);
    if (node.within) tell(node.within, () => [...path(), 'within'], node.id);
    node.children?.forEach((child, index) => visit(child, () => [...path(), 'children', index]));
  };
  visit(specification.tree, () => ['tree']);
  return found;
}
