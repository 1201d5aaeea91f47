import { requireText } from '@indexlab/core';
import { checkColumns, type KnownColumns } from './check-columns.js';
import { checkTree } from './check-tree.js';
import { placeIn, type PlaceOf } from './place-in.js';
import { positionsIn } from './positions.js';
import { readPart, unread } from './read-part.js';
import { type Recipe, recipeSchema, type Specification, specificationSchema } from './schema.js';
import { SpecificationError, type SpecificationMistake } from './specification-error.js';
import { readYaml, type YamlPart } from './yaml.js';

/**
 * Reads an index specification from YAML.
 *
 * Numbers may stand with or without quotes; a weight keeps its printed digits either way.
 *
 * @param text the YAML text
 * @param name what the text is called in messages, such as its file name
 * @throws SpecificationError with every mistake: line and column, what is wrong, and the nearest names
 *
 * @example
 * const text = 'id: demo\ntitle: Demo\ntree: { id: total, title: Total, children: [{ id: a, title: A, weight: 2.50 }] }';
 * readSpecification(text).tree.children[0].weight // => '2.50'
 */
export function readSpecification(text: string, name = 'specification'): Specification {
  requireText(text, 'readSpecification', 'text');
  return parseSpecification(text, name).specification;
}

/**
 * Reads a recipe from YAML: a specification without its tree, for data that bring their own (`fromCoinr`).
 *
 * @throws SpecificationError as {@link readSpecification}
 *
 * @example
 * readRecipe('id: demo\ntitle: Demo\nnormalise: { method: min-max, upper: 100 }').normalise.upper // => 100
 */
export function readRecipe(text: string, name = 'recipe'): Recipe {
  requireText(text, 'readRecipe', 'text');
  return parse<Recipe>(text, name, recipeSchema, 'a recipe').value;
}

/** A specification with the place of each of its parts. */
export interface ParsedSpecification {
  readonly specification: Specification;
  /** What the text is called in messages. */
  readonly name: string;
  readonly placeOf: PlaceOf;
}

/**
 * Reads an index specification from YAML and keeps the places of its parts, so that what is said of it later (by
 * {@link lintSpecification}) has a line.
 *
 * @param data the columns of the data where they are at hand: what they lack is told beside the other mistakes of a text that
 *   cannot be read; {@link lintSpecification} tells it of one that can
 * @throws SpecificationError as {@link readSpecification}
 *
 * @example
 * const { placeOf } = parseSpecification('id: d\ntitle: D\ntree: { id: t, title: T }');
 * placeOf(['tree', 'id']) // => { line: 3, column: 13 }
 */
export function parseSpecification(text: string, name = 'specification', data?: KnownColumns): ParsedSpecification {
  requireText(text, 'parseSpecification', 'text');
  const { value, placeOf } = parse<Specification>(text, name, specificationSchema, 'a specification', checkTree, data);
  return { specification: value, name, placeOf };
}

function parse<Value>(
  text: string,
  name: string,
  schema: Parameters<typeof readPart>[1],
  what: string,
  check: typeof checkTree = () => {},
  data?: KnownColumns,
): { value: Value; placeOf: PlaceOf } {
  const mistakes: SpecificationMistake[] = [];
  const positionOf = positionsIn(text);
  const complain = (start: number, message: string, remedy?: string): void => {
    mistakes.push({ ...positionOf(start), message, ...(remedy !== undefined && { remedy }) });
  };
  const whole: YamlPart | null = readYaml(text, complain);
  const value = whole && readPart(whole, schema, what, complain);
  if (whole) check(whole, complain);
  if (mistakes.length > 0 || whole === null || value === unread) {
    if (whole && data) checkColumns(whole, data, complain);
    throw new SpecificationError(name, mistakes);
  }
  return { value: value as Value, placeOf: placeIn(whole, positionOf) };
}
