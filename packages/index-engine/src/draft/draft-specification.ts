import { assertThat, type Data, dataSource, listNames, requireOptions } from '@indexlab/core';
import { resultColumns } from '../build/check-ids.js';
import { columnRoles, type ColumnRoles } from './column-roles.js';
import { groupNames } from './group-names.js';

/** What {@link draftSpecification} is told beside the table. */
export interface DraftOptions {
  /** What the index is called; `My index` by default. */
  readonly title?: string;
  /** The column that names the units, where the guess is not meant. */
  readonly unit?: string | undefined;
  /** The column of the year. */
  readonly time?: string | undefined;
}

/**
 * A commented specification from the columns of a table, to be filled in: which column names the units and which the
 * years, every column of numbers that varies as an indicator with its direction to check, its unit, and groups where the
 * names have several levels (`base / phones`). It builds at once with the same table.
 *
 * @param data the table
 * @returns YAML for `readSpecification`
 * @throws IndexlabError when no column can be an indicator
 *
 * @example
 * const text = draftSpecification({ city: ['x', 'y'], phones: [1, 2], cars: [3, 5] });
 * buildIndex(readSpecification(text), { city: ['x', 'y'], phones: [1, 2], cars: [3, 5] }).rank // => new Float64Array([2, 1])
 */
export function draftSpecification(data: Data, options: DraftOptions = {}): string {
  requireOptions(options, 'draftSpecification', { title: 'a text', unit: 'a text', time: 'a text' });
  const roles = rolesOf(data, options);
  const { title = 'My index' } = options;
  assertThat(
    roles.indicators.length > 0,
    () =>
      `draftSpecification requires a column of numbers that vary, got none among ${listNames(dataSource(data).columns)}`,
  );
  return [
    '# A specification of an index: which indicators, how each is made comparable, how they are put together.',
    '# Lines that begin with # are notes; take the mark away to use what they say.',
    `id: ${identifier(title)}`,
    `title: ${quoted(title)}`,
    'data:',
    `  unit: ${quoted(roles.unit)} # the column that names the units`,
    roles.time === null
      ? '  # time: year # the column of the year, where there are several'
      : `  time: ${quoted(roles.time)} # the column of the year`,
    ...(roles.groups.length > 0
      ? [`  # groups: [${roles.groups.map(quoted).join(', ')}] # columns of groups that a stage uses`]
      : []),
    '# impute: median # fills gaps; also mean, nearest, { method: group-mean, by: … }',
    '# treat: outliers # moves a few extreme values, or takes logarithms of the column',
    roles.time === null
      ? 'normalise: { method: min-max, upper: 100 } # also z-score, rank, share-of-maximum, { method: goalposts, … }'
      : 'normalise: { method: min-max, upper: 100, over: pooled } # all years at once, so that years compare; or over: year',
    'aggregate: arithmetic # a weak part is made up for; geometric: less so (normalise from 1 then)',
    'missing: propagate # a unit that lacks an indicator has no score; skip: it counts with what it has',
    '# tier: { method: quantiles, k: 4 }',
    ...roles.leftOut.map(({ column, why }) => `# left out: ${oneLine(column)} (${why})`),
    'tree:',
    '  id: index',
    `  title: ${quoted(title)}`,
    '  children: # equal weights unless each of them has one, such as weight: 2.5',
    ...childrenOf(roles, data),
    '',
  ].join('\n');
}

function rolesOf(data: Data, { unit, time }: DraftOptions): ColumnRoles {
  const guessed = columnRoles(data);
  const named = { unit: unit ?? guessed.unit, time: time ?? guessed.time };
  const others = (names: readonly string[]): string[] =>
    names.filter((name) => name !== named.unit && name !== named.time);
  return { ...guessed, ...named, indicators: others(guessed.indicators), groups: others(guessed.groups) };
}

function childrenOf({ indicators, unit, time }: ColumnRoles, data: Data): string[] {
  const groups = groupNames(indicators) ?? [];
  const taken = new Set([...resultColumns, unit, time ?? '', 'index']);
  const ids = new Map(indicators.map((name) => [name, unusedName(oneLine(name), taken)]));
  // A group called like a column would be that column's score.
  for (const column of dataSource(data).columns) taken.add(column);
  const grouped = new Set(groups.flatMap(({ columns }) => columns));
  const leaf = (name: string, indent: string, title: string): string[] => {
    const { plain, measured } = splitUnit(oneLine(title), data, name);
    return [
      `${indent}- id: ${quoted(ids.get(name)!)}`,
      ...(ids.get(name) === name ? [] : [`${indent}  column: ${quoted(name)}`]),
      `${indent}  title: ${quoted(plain)}`,
      ...(measured === null ? [] : [`${indent}  unit: ${quoted(measured)}`]),
      `${indent}  direction: positive # to check: negative where less is better`,
    ];
  };
  return [
    ...groups.flatMap(({ group, columns }) => [
      `    - id: ${quoted(unusedName(oneLine(group), taken))}`,
      `      title: ${quoted(oneLine(group))}`,
      '      children:',
      ...columns.flatMap((name) => leaf(name, '        ', shortened(name, group))),
    ]),
    ...indicators.filter((name) => !grouped.has(name)).flatMap((name) => leaf(name, '    ', name)),
  ];
}

/** The unit of a column: stated with it, or in brackets behind its name. */
function splitUnit(title: string, data: Data, name: string): { plain: string; measured: string | null } {
  const { unit: beside } = dataSource(data).column(name) as { readonly unit?: unknown };
  const match = /^(.*\S)\s*[（([]\s*([^()（）[\]]+?)\s*[)）\]]$/.exec(title);
  const stated = typeof beside === 'string' && beside !== '' ? oneLine(beside) : null;
  return { plain: match?.[1] ?? title, measured: stated ?? match?.[2] ?? null };
}

function shortened(name: string, group: string): string {
  return (
    name
      .trim()
      .slice(group.length)
      .replace(/^[\s/|>:：._-]+/, '') || name
  );
}

/** A name that is not taken yet, and takes it. */
function unusedName(name: string, taken: Set<string>): string {
  let unused = name;
  for (let number = 2; taken.has(unused); number += 1) unused = `${name} (${number})`;
  taken.add(unused);
  return unused;
}

function identifier(title: string): string {
  const plain = title
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+|-+$/g, '');
  return plain === '' ? 'my-index' : plain;
}

/** A text as YAML reads it back: in quotes unless it is plain words. */
function quoted(text: string): string {
  const plain =
    /^[\p{L}][\p{L}\p{N}_-]*( [\p{L}\p{N}_-]+)*$/u.test(text) && !/^(true|false|null|yes|no|on|off|y|n)$/i.test(text);
  return plain ? text : JSON.stringify(text);
}

function oneLine(text: string): string {
  return text.trim().replace(/\s+/g, ' ');
}
