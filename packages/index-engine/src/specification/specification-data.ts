import { assertThat, type Data, dataSource, type DataSource, IndexlabError, listNames } from '@indexlab/core';
import { type AbsentColumn, absentColumns, columnsBeside, defaultUnit, type RowColumnNames } from './absent-columns.js';
import { columnsAsWritten } from './columns-as-written.js';
import { type ReachedNodes, reachedNodes } from './given-scores.js';
import type { Specification, SpecificationNode } from './schema.js';

/**
 * Data as a specification names them: the column that a node states stands under the node's id; and the nodes that a build
 * with these columns looks at.
 *
 * @throws IndexlabError with every column that the data lack, and those that may be meant
 */
export function specificationData(
  specification: Specification,
  data: Data,
  names: RowColumnNames = {},
): { source: DataSource; reached: ReachedNodes } {
  const given = dataSource(data);
  const unit = names.unit ?? specification.data?.unit ?? defaultUnit;
  const source = asWritten(given, columnsAsWritten(specification, given, { ...names, unit }));
  const reached = reachedNodes(specification, source.columns);
  const absent = absentColumns(specification, source.columns, { ...names, unit }, reached);
  if (absent.length > 0)
    throw new IndexlabError(`buildIndex requires ${lacking(absent)}`, { remedy: remedies(absent) });
  return { source: renamed(specification, source, { ...names, unit }), reached };
}

/** The data with columns also under the names that the specification writes. */
function asWritten(source: DataSource, written: ReadonlyMap<string, string>): DataSource {
  if (written.size === 0) return source;
  const renamed = new Set(written.values());
  return {
    columns: [...source.columns.filter((name) => !renamed.has(name)), ...written.keys()],
    column: (name) => source.column(written.get(name) ?? name),
  };
}

function lacking(absent: readonly AbsentColumn[]): string {
  const [indicators, beside] = [absent.filter(({ node }) => node !== null), absent.filter(({ node }) => node === null)];
  return [
    indicators.length > 0 &&
      `a column for each indicator, got none for ${listNames(indicators.map(({ node }) => node!))}`,
    beside.length > 0 &&
      `the columns that the specification names, got none for ${listNames(beside.map(({ column }) => column))}`,
  ]
    .filter(Boolean)
    .join(', and ');
}

function remedies(absent: readonly AbsentColumn[]): string {
  const distinct = new Map<string, string[]>();
  for (const { column, node, remedy } of absent)
    distinct.set(remedy, [...(distinct.get(remedy) ?? []), node ?? column]);
  return [...distinct].map(([remedy, names]) => `${listNames(names)}: ${remedy}`).join('\n  ');
}

function renamed(specification: Specification, source: DataSource, names: RowColumnNames): DataSource {
  const columns = new Map<string, string>();
  const visit = ({ id, column, children }: SpecificationNode): void => {
    if (column !== undefined && column !== id) columns.set(id, column);
    children?.forEach(visit);
  };
  visit(specification.tree);
  if (columns.size === 0) return source;
  const beside = new Set(columnsBeside(specification, names).map(({ column }) => column));
  const hidden = [...columns.keys()].filter((id) => beside.has(id));
  assertThat(
    hidden.length === 0,
    () => `buildIndex requires node ids other than those of columns beside the indicators, got ${listNames(hidden)}`,
    'Give the node another id.',
  );
  const known = new Set(source.columns);
  const kept = source.columns.filter((name) => !columns.has(name));
  return {
    columns: [...kept, ...[...columns].flatMap(([id, column]) => (known.has(column) ? [id] : []))],
    column: (name) => source.column(columns.get(name) ?? name),
  };
}
