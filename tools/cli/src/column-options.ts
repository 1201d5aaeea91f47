import { assertThat, type DataSource, didYouMean } from '@indexlab/core';

/**
 * The options among those named that were given, each checked to be a column of the data.
 *
 * @param names in camel case, as commander has them
 * @throws IndexlabError naming the option, its value and the nearest columns
 */
export function columnOptions<Name extends string>(
  options: Readonly<Record<string, unknown>>,
  names: readonly Name[],
  { columns }: Pick<DataSource, 'columns'>,
): { readonly [name in Name]?: string } {
  const given = names.filter((name) => options[name] !== undefined);
  for (const name of given) requireColumn(optionNamed(name), String(options[name]), columns);
  return Object.fromEntries(given.map((name) => [name, String(options[name])])) as { [name in Name]?: string };
}

/** Checks that what an option names is a column. */
export function requireColumn(option: string, column: string, columns: readonly string[]): void {
  assertThat(
    columns.includes(column),
    () => `${option} requires a column of the data, got ${JSON.stringify(column)}`,
    () => didYouMean(column, columns, 'columns'),
  );
}

/** Checks the columns that `--se cluster:…` names. */
export function requireClusterColumns(se: unknown, columns: readonly string[]): void {
  const of = /^cluster:(.+)$/s.exec(String(se ?? ''))?.[1];
  if (of === undefined || columns.includes(of)) return;
  const parts = of.split(',');
  const halves = parts.slice(1).map((_, i) => [
    parts
      .slice(0, i + 1)
      .join(',')
      .trim(),
    parts
      .slice(i + 1)
      .join(',')
      .trim(),
  ]);
  if (halves.some((pair) => pair.every((name) => columns.includes(name)))) return;
  for (const part of parts) requireColumn('--se cluster:', part.trim(), columns);
}

function optionNamed(name: string): string {
  return `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}
