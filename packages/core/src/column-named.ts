import { assertThat } from './errors.js';

/** Names of columns, and what else is known of each: its unit. */
interface NamedColumns {
  readonly columns: readonly string[];
  column?(name: string): { readonly unit?: string | undefined; readonly values?: unknown };
}

/**
 * The column that a name means: the one that has it exactly, or else the only one whose header could be written so: with
 * blanks or without, with full-width brackets and letters or half-width ones, with its unit in brackets or behind a stroke.
 *
 * @returns the column's own name, `undefined` where none is meant
 * @throws IndexlabError when more than one column is meant
 *
 * @example
 * columnNamed({ columns: ['GDP 增速', '人口（万人）'] }, '人口 (万人)') // => '人口（万人）'
 * @example
 * columnNamed({ columns: ['GDP'], column: () => ({ unit: '亿元' }) }, 'GDP（亿元）') // => 'GDP'
 */
export function columnNamed(source: NamedColumns, name: string): string | undefined {
  const meant = columnsMeant(source, name);
  assertThat(
    meant.length <= 1,
    () => `A column requires a name that only one has, got ${JSON.stringify(name)}: ${meant.join(' or ')}`,
    'Write one of them exactly.',
  );
  return meant[0];
}

/** Every column that a name may mean. */
export function columnsMeant(source: NamedColumns, name: string): readonly string[] {
  if (source.columns.includes(name)) return [name];
  const wanted = plain(name);
  return source.columns.filter((column) => {
    if (plain(column) === wanted) return true;
    const unit = source.column?.(column).unit;
    return unit !== undefined && [`${column}(${unit})`, `${column}/${unit}`].some((header) => plain(header) === wanted);
  });
}

function plain(name: string): string {
  return String(name)
    .normalize('NFKC')
    .replaceAll(/\s|单位[:]/g, '')
    .replaceAll(/[[【]/g, '(')
    .replaceAll(/[\]】]/g, ')');
}
