import { assertThat, columnNamed, type DataSource, didYouMean, type Table } from '@indexlab/core';

/** What columns are looked for in. */
type Columns = Pick<DataSource, 'columns'> | Table;

/**
 * The options among those named that were given, each as the data name the column that it means.
 *
 * @param names in camel case, as commander has them
 * @throws IndexlabError naming the option, its value and the nearest columns
 */
export function columnOptions<Name extends string>(
  options: Readonly<Record<string, unknown>>,
  names: readonly Name[],
  source: Columns,
): { readonly [name in Name]?: string } {
  const given = names.filter((name) => options[name] !== undefined);
  return Object.fromEntries(
    given.map((name) => [name, columnOption(optionNamed(name), String(options[name]), source)]),
  ) as { [name in Name]?: string };
}

/** The column that an option names, however its header is written. */
export function columnOption(option: string, column: string, source: Columns): string {
  const meant = columnNamed(source, column);
  assertThat(
    meant !== undefined,
    () => `${option} requires a column of the data, got ${JSON.stringify(column)}`,
    () => didYouMean(column, source.columns, 'columns'),
  );
  return meant;
}

/** Such a list of columns, where a name with commas in it is one column, if there is such a column. */
export function columnList(option: string, text: string, source: Columns): string[] {
  const parts = text.split(',');
  const found: string[] = [];
  for (let from = 0; from < parts.length; ) {
    let to = parts.length;
    while (to > from + 1 && columnNamed(source, parts.slice(from, to).join(',').trim()) === undefined) to -= 1;
    found.push(columnOption(option, parts.slice(from, to).join(',').trim(), source));
    from = to;
  }
  return found;
}

/** What `--se` says, with the columns of `cluster:…` as the data name them. */
export function clusterOption(se: unknown, source: Columns): string | undefined {
  const of = /^cluster:(.+)$/s.exec(String(se ?? ''))?.[1];
  if (of === undefined) return se === undefined ? undefined : String(se);
  return `cluster:${columnList('--se cluster:', of, source).join(',')}`;
}

function optionNamed(name: string): string {
  return `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}
