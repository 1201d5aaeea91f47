import { didYouMean, listNames, nearestNames } from '@indexlab/core';
import { columnOf, type ReachedNodes, reachedNodes } from './given-scores.js';
import type { Specification, SpecificationNode } from './schema.js';
import { usedColumns } from './used-columns.js';

/** A column that a specification needs and the data lack. */
export interface AbsentColumn {
  readonly column: string;
  /** The indicator that needs it; `null` for a column beside the indicators. */
  readonly node: string | null;
  readonly path: readonly PropertyKey[];
  /** What the data have instead. */
  readonly remedy: string;
}

/** Columns that the data name otherwise than the specification says. */
export interface RowColumnNames {
  readonly unit?: string | undefined;
  readonly time?: string | undefined;
}

/** The column of the units where nothing names another. */
export const defaultUnit = 'place';

/** Second parts of the paths of columns that count whatever is built: of the units, the years, and of groups ranked apart. */
const besideAll = new Set<PropertyKey | undefined>(['unit', 'time', 'peers']);

/** What tables call the column of their units. */
const unitWords = /^(unit|name|city|region|country|province|county|area|code|id|单位|名称|地区|城市|省份|国家|区域)$/i;

/**
 * Every column that the specification needs and the data lack, each with those that may be meant. Units are looked for
 * where a name for their column is stated or given, such as {@link defaultUnit}.
 *
 * @param reached the nodes that a build with these columns looks at, where they are known already
 */
export function absentColumns(
  specification: Specification,
  columns: readonly string[],
  names: RowColumnNames = {},
  reached: ReachedNodes = reachedNodes(specification, columns),
): AbsentColumn[] {
  const { leaves } = reached;
  const known = new Set(columns);
  // Where nothing is built from below, what stages of indicators and nodes would look at is not needed.
  const needed =
    leaves.length + reached.built.size > 0 ? () => true : (path: readonly PropertyKey[]) => besideAll.has(path[1]);
  const beside = columnsBeside(specification, names).filter(({ path }) => needed(path));
  const without = leaves.filter((leaf) => !known.has(columnOf(leaf)));
  if (without.length === 0 && beside.every(({ column }) => known.has(column))) return [];
  const nodes = new Set(leaves.map(({ id }) => id));
  const taken = new Set([...beside.map(({ column }) => column), ...leaves.map(columnOf)]);
  const free = columns.filter((column) => !taken.has(column));
  // Told where it is named first.
  const lacking = new Map<string, (typeof beside)[number]>();
  for (const part of beside)
    if (!known.has(part.column) && !nodes.has(part.column) && !lacking.has(part.column)) lacking.set(part.column, part);
  return [
    ...[...lacking.values()].map(({ column, path }) => ({
      column,
      node: null,
      path,
      remedy:
        path[1] === 'unit' && column === defaultUnit && specification.data?.unit === undefined
          ? remedyForUnit(columns)
          : didYouMean(column, columns, 'columns'),
    })),
    ...without.map((leaf) => ({
      column: columnOf(leaf),
      node: leaf.id,
      path: [],
      remedy: remedyFor(leaf, free, columns),
    })),
  ];
}

/** The columns beside the indicators that a specification names, and where it names them. */
export function columnsBeside(
  specification: Specification,
  { unit, time }: RowColumnNames,
): { column: string; path: readonly PropertyKey[] }[] {
  const { data } = specification;
  return [
    ...[unit ?? data?.unit].flatMap((column) => (column === undefined ? [] : [{ column, path: ['data', 'unit'] }])),
    ...[time ?? data?.time].flatMap((column) => (column === undefined ? [] : [{ column, path: ['data', 'time'] }])),
    ...(data?.groups ?? []).map((column, index) => ({ column, path: ['data', 'groups', index] })),
    ...(data?.denominators ?? []).map((column, index) => ({ column, path: ['data', 'denominators', index] })),
    ...usedColumns(specification),
  ];
}

function remedyForUnit(columns: readonly string[]): string {
  const near = new Set([...columns.filter((column) => unitWords.test(column)), ...nearestNames(defaultUnit, columns)]);
  const [first] = near;
  const which = `Say which column names the units: add data: { unit: ${first === undefined ? '…' : JSON.stringify(first)} }.`;
  return first === undefined
    ? `${which} The columns are: ${listNames(columns)}.`
    : `Did you mean ${[...near].join(', ')}? ${which}`;
}

/** Columns whose name is near the node's id, column or title; those that nothing takes before any other. */
function remedyFor(node: SpecificationNode, free: readonly string[], columns: readonly string[]): string {
  const names = [columnOf(node), node.id, node.title, node.titleZh].filter((name) => name !== undefined);
  const nearAmong = (among: readonly string[]): string[] => [
    ...new Set(names.flatMap((name) => nearestNames(name, among))),
  ];
  const near = [nearAmong(free), nearAmong(columns)].find(({ length }) => length > 0)?.slice(0, 3) ?? [];
  if (near.length > 0) return `Did you mean ${near.join(', ')}? Then write column: ${JSON.stringify(near[0])} there.`;
  const list = `The columns are: ${listNames(columns)}.`;
  return free.length > 0 ? `Columns that nothing takes: ${listNames(free)}. ${list}` : list;
}
