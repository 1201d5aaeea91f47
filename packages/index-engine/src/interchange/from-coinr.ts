import { type Data, dataSource, numbersOf, requireObject } from '@indexlab/core';
import type { Recipe, Specification, SpecificationNode } from '../specification/schema.js';
import { suggest } from '../specification/suggest.js';
import { checkTables } from './check-tables.js';
import { metaNormalisation } from './meta-normalisation.js';
import { type MetaRow, metaRows } from './meta-rows.js';
import { TableMistakes } from './table-mistakes.js';

/**
 * A specification from COINr's two tables and a recipe.
 *
 * `iMeta` gives the tree (`iCode`, `Parent`, `Type`, and where there are such columns `iName`, `Direction`, `Weight`,
 * `Unit`, `Denominator`); `iData` are the data (`uCode`, a column per indicator, `Time` for a panel). The recipe is a
 * specification without its tree. Columns of type Group and Denominator become the specification's `data.groups` and
 * `data.denominators`; an indicator is divided by its `Denominator` unless the recipe states `stages` without
 * `denominate`.
 *
 * The recipe's `indicators` give single indicators methods of their own (COINr's `indiv_specs`). Its
 * `normaliseFromMeta` names a normalisation that takes its parameters, for each indicator, from iMeta (COINr's
 * `f_n_para = "use_iMeta"`): `min-max` from `minmax_lower` and `minmax_upper`, `z-score` from `zscore_mean` and
 * `zscore_sd`, `goalposts` from `goalpost_lower`, `goalpost_upper`, `goalpost_scale` and `goalpost_trunc2posts`,
 * `distance-to-target` from `Target`.
 *
 * @returns the specification for {@link buildIndex}, which takes `iData` as it is
 * @throws IndexlabError with every mistake in the two tables, its row and column
 *
 * @example
 * const iMeta = { iCode: ['a', 'b', 'top'], Parent: ['top', 'top', null], Type: ['Indicator', 'Indicator', 'Aggregate'], Weight: [3, 1, 1] };
 * const specification = fromCoinr({ uCode: ['x', 'y'], a: [1, 2], b: [5, 2] }, iMeta, { id: 'demo', title: 'Demo' });
 * buildIndex(specification, { uCode: ['x', 'y'], a: [1, 2], b: [5, 2] }).stages.scores.top // => new Float64Array([2, 2])
 *
 * Reference: `new_coin(iData, iMeta)` and `Normalise` of COINr 1.1.
 */
export function fromCoinr(iData: Data, iMeta: Data, recipe: Recipe): Specification {
  requireObject(recipe, 'fromCoinr', 'recipe');
  const mistakes = new TableMistakes();
  const meta = metaRows(iMeta, mistakes);
  const { columns } = dataSource(iData);
  checkTables(meta, columns, mistakes);
  const { indicators: own = {}, normaliseFromMeta, ...specification } = recipe;
  const codes = meta.filter(({ type }) => type === 'Indicator').map(({ code }) => code);
  for (const code of Object.keys(own).filter((name) => !codes.includes(name)))
    mistakes.add({ table: 'recipe' }, `requires indicators of iMeta, got ${code}`, suggest(code, codes, 'indicators'));
  const stated = (row: MetaRow): Partial<SpecificationNode> => ({
    ...(normaliseFromMeta !== undefined &&
      own[row.code]?.normalise === undefined && { normalise: metaNormalisation(normaliseFromMeta, row, mistakes) }),
    ...own[row.code],
  });
  const leaves = new Map(meta.filter(({ type }) => type === 'Indicator').map((row) => [row.code, stated(row)]));
  mistakes.throwAny('fromCoinr');
  const panel = columns.includes('Time') && new Set(numbersOf(iData, 'Time')).size > 1;
  return {
    ...specification,
    data: {
      unit: 'uCode',
      ...(panel && { time: 'Time' }),
      groups: meta.flatMap(({ type, code }) => (type === 'Group' ? [code] : [])),
      denominators: meta.flatMap(({ type, code }) => (type === 'Denominator' ? [code] : [])),
    },
    tree: treeOf(
      meta.find(({ type, parent }) => type === 'Aggregate' && parent === null)!,
      meta,
      leaves,
      recipe.stages?.includes('denominate') ?? true,
    ),
  };
}

function treeOf(
  row: MetaRow,
  meta: readonly MetaRow[],
  leaves: ReadonlyMap<string, Partial<SpecificationNode>>,
  denominates: boolean,
): SpecificationNode {
  const own = leaves.get(row.code);
  const children = meta.filter(({ parent, type }) => parent === row.code && type !== 'Other');
  return {
    id: row.code,
    title: row.name,
    ...(row.unit !== null && { unit: row.unit }),
    ...(own && row.direction === -1 && { direction: 'negative' as const }),
    ...(row.parent !== null && { weight: String(row.weight) }),
    ...(own && denominates && row.denominator !== null && { denominate: row.denominator }),
    ...own,
    ...(!own && { children: children.map((child) => treeOf(child, meta, leaves, denominates)) }),
  };
}
