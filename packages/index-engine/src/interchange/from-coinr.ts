import { assertThat, type Data, dataSource, IndexlabError, listNames, numbersOf, textsOf } from '@indexlab/core';
import type { Recipe, Specification, SpecificationNode } from '../specification/schema.js';

/**
 * A specification from COINr's two tables and a recipe.
 *
 * `iMeta` gives the tree (`iCode`, `Parent`, `Type`, and where there are such columns `iName`, `Direction`, `Weight`,
 * `Unit`, `Denominator`); `iData` are the data (`uCode`, a column per indicator, `Time` for a panel). The recipe is a
 * specification without its tree. Columns of type Group and Denominator become the specification's `data.groups` and
 * `data.denominators`; an indicator is divided by its `Denominator` unless the recipe states `stages` without
 * `denominate`.
 *
 * @returns the specification for {@link buildIndex}, which takes `iData` as it is
 * @throws IndexlabError when a column is missing, there is not one top, a parent does not exist or an aggregate has no
 * children
 *
 * @example
 * const iMeta = { iCode: ['a', 'b', 'top'], Parent: ['top', 'top', null], Type: ['Indicator', 'Indicator', 'Aggregate'], Weight: [3, 1, 1] };
 * const specification = fromCoinr({ uCode: ['x', 'y'], a: [1, 2], b: [5, 2] }, iMeta, { id: 'demo', title: 'Demo' });
 * buildIndex(specification, { uCode: ['x', 'y'], a: [1, 2], b: [5, 2] }).stages.scores.top // => new Float64Array([2, 2])
 *
 * Reference: `new_coin(iData, iMeta)` of COINr 1.1.
 */
export function fromCoinr(iData: Data, iMeta: Data, recipe: Recipe): Specification {
  const meta = readMeta(iMeta);
  const columns = new Set(dataSource(iData).columns);
  requireThat(columns.has('uCode'), 'a column uCode in iData', [...columns]);
  const indicators = meta.filter(({ type }) => type === 'Indicator');
  const lacking = indicators.filter(({ code }) => !columns.has(code));
  requireThat(
    lacking.length === 0,
    'a column in iData for each indicator, but it lacks some:',
    lacking.map(({ code }) => code),
  );
  const tops = meta.filter(({ type, parent }) => type === 'Aggregate' && parent === null);
  requireThat(
    tops.length === 1,
    'one aggregate without a parent, the index',
    tops.map(({ code }) => code),
  );
  const aggregates = new Set(meta.flatMap(({ type, code }) => (type === 'Aggregate' ? [code] : [])));
  const orphans = meta.filter(
    ({ type, code, parent }) =>
      (type === 'Indicator' || (type === 'Aggregate' && code !== tops[0]!.code)) && !aggregates.has(parent ?? ''),
  );
  requireThat(
    orphans.length === 0,
    'a Parent that is an aggregate for each indicator and aggregate:',
    orphans.map(({ code }) => code),
  );
  const children = new Map<string, MetaRow[]>([...aggregates].map((code) => [code, []]));
  for (const row of meta) if (row.parent !== null && row.type !== 'Other') children.get(row.parent)?.push(row);
  const panel = columns.has('Time') && new Set(numbersOf(iData, 'Time')).size > 1;
  const denominates = recipe.stages?.includes('denominate') ?? true;
  return {
    ...recipe,
    data: {
      unit: 'uCode',
      ...(panel && { time: 'Time' }),
      groups: meta.flatMap(({ type, code }) => (type === 'Group' ? [code] : [])),
      denominators: meta.flatMap(({ type, code }) => (type === 'Denominator' ? [code] : [])),
    },
    tree: treeOf(tops[0]!, children, denominates, []),
  };
}

interface MetaRow {
  readonly code: string;
  readonly name: string;
  readonly type: string;
  readonly parent: string | null;
  readonly direction: number;
  readonly weight: number;
  readonly unit: string | null;
  readonly denominator: string | null;
}

function readMeta(iMeta: Data): MetaRow[] {
  const columns = new Set(dataSource(iMeta).columns);
  const texts = (column: string): (string | null)[] | null =>
    columns.has(column) ? textsOf(iMeta, column).map(missingAsNull) : null;
  const needed = (column: string): (string | null)[] =>
    texts(column) ?? fail(`fromCoinr requires a column ${column} in iMeta, got ${listNames(columns)}`);
  const numbers = (column: string): Float64Array | null =>
    texts(column) &&
    Float64Array.from(texts(column)!, (text, row) => {
      const value = text === null ? NaN : Number(text);
      assertThat(
        text === null || Number.isFinite(value),
        () => `fromCoinr requires numbers, got ${JSON.stringify(text)} (iMeta, column "${column}", row ${row + 1})`,
      );
      return value;
    });
  const [parents, types, names, units, denominators] = [
    needed('Parent'),
    needed('Type'),
    texts('iName'),
    texts('Unit'),
    texts('Denominator'),
  ];
  const [directions, weights] = [numbers('Direction'), numbers('Weight')];
  return needed('iCode').map((code, row) => ({
    code: code ?? fail(`fromCoinr requires an iCode in every row of iMeta, got none (row ${row + 1})`),
    name: names?.[row] ?? code!,
    type: types[row] ?? '',
    parent: parents[row]!,
    direction: directions?.[row] ?? 1,
    weight: weights?.[row] ?? 1,
    unit: units?.[row] ?? null,
    denominator: denominators?.[row] ?? null,
  }));
}

function treeOf(
  row: MetaRow,
  children: ReadonlyMap<string, readonly MetaRow[]>,
  denominates: boolean,
  above: readonly string[],
): SpecificationNode {
  requireThat(!above.includes(row.code), 'a tree without a circle of parents', [row.code]);
  const own = children.get(row.code);
  requireThat(own === undefined || own.length > 0, 'children for each aggregate:', [row.code]);
  const turned = row.direction === -1 || row.direction === 1 || Number.isNaN(row.direction);
  requireThat(turned, `a Direction of 1 or -1 (here ${row.direction})`, [row.code]);
  return {
    id: row.code,
    title: row.name,
    ...(row.unit !== null && { unit: row.unit }),
    ...(own === undefined && row.direction === -1 && { direction: 'negative' as const }),
    ...(above.length > 0 && { weight: String(Number.isNaN(row.weight) ? 0 : row.weight) }),
    ...(own === undefined && denominates && row.denominator !== null && { denominate: row.denominator }),
    ...(own && { children: own.map((child) => treeOf(child, children, denominates, [...above, row.code])) }),
  };
}

function requireThat(condition: boolean, what: string, found: readonly string[]): void {
  assertThat(condition, () => `fromCoinr requires ${what}, got ${found.length === 0 ? 'none' : listNames(found)}`);
}

function missingAsNull(text: string | null): string | null {
  return text === null || text === '' || text === 'NA' ? null : text;
}

function fail(message: string): never {
  throw new IndexlabError(message);
}
