import { absentColumns, defaultUnit, type RowColumnNames } from './absent-columns.js';
import { columnsAsWritten, withUnits } from './columns-as-written.js';
import type { Specification, SpecificationNode } from './schema.js';
import { type Complain, entryOf, itemsOf, textOf, type YamlMapping, type YamlPart } from './yaml.js';

/** What is known of the data that a specification is for. */
export interface KnownColumns extends RowColumnNames {
  readonly columns: readonly string[];
  /** The units of measure that headers give, by column. */
  readonly units?: Readonly<Record<string, string | undefined>>;
}

/**
 * Columns that the data lack, told of a text that has other mistakes: of what can be read of its tree and of `data`, so that
 * all mistakes come in one round.
 */
export function checkColumns(
  whole: YamlPart,
  { columns, units = {}, ...names }: KnownColumns,
  complain: Complain,
): void {
  const tree = entryOf(whole, 'tree')?.value;
  if (tree?.kind !== 'mapping') return;
  const parts = new Map<string, YamlMapping>();
  const readable = readableNode(tree, parts);
  if (readable === null) return;
  const data = entryOf(whole, 'data')?.value;
  const [unit, time] = ['unit', 'time'].map((key) => textOf(entryOf(data, key)?.value) ?? undefined);
  const specification = { id: '', title: '', tree: readable, data: { unit, time } } as Specification;
  const rows = { ...names, unit: names.unit ?? unit ?? defaultUnit };
  const written = columnsAsWritten(specification, withUnits(columns, units), rows);
  for (const { column, node, path, remedy } of absentColumns(specification, [...columns, ...written.keys()], rows)) {
    const own = node === null ? data : parts.get(node);
    const named = entryOf(own, node === null ? String(path[1]) : 'column')?.value;
    complain(
      (named ?? own ?? whole).start,
      `${node === null ? '' : `${node}: `}the data have no column "${column}"`,
      remedy,
    );
  }
}

/** A node's names and children; those without an id, which is a mistake told elsewhere, are passed over. */
function readableNode(part: YamlMapping, parts: Map<string, YamlMapping>): SpecificationNode | null {
  const text = (key: string): string | undefined => textOf(entryOf(part, key)?.value) ?? undefined;
  const id = text('id');
  if (id === undefined) return null;
  parts.set(id, part);
  const written = entryOf(part, 'children')?.value;
  const children = itemsOf(written).flatMap((child) =>
    child.kind === 'mapping' ? (readableNode(child, parts) ?? []) : [],
  );
  return {
    id,
    title: text('title') ?? id,
    ...(text('column') !== undefined && { column: text('column') }),
    ...(text('weigh') === 'undisclosed' && { weigh: 'undisclosed' }),
    ...(written !== undefined && { children }),
  } as SpecificationNode;
}
