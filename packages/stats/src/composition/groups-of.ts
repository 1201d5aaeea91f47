import { assertThat, type Data, textsOf } from '@indexlab/core';

/** The rows of each group, in the order of their first row, without those that lack the group or a value. */
export function groupsOf(
  data: Data,
  column: string,
  columns: readonly ArrayLike<number>[],
  caller: string,
): { readonly group: string; readonly rows: readonly number[] }[] {
  const names = textsOf(data, column);
  const found = new Map<string, number[]>();
  names.forEach((name, row) => {
    if (name === null || columns.some((values) => Number.isNaN(values[row]))) return;
    const rows = found.get(name);
    if (rows) rows.push(row);
    else found.set(name, [row]);
  });
  assertThat(found.size > 0, () => `${caller} requires at least one row with a group and a value, got none`);
  return [...found].map(([group, rows]) => ({ group, rows }));
}
