import { assertThat, type Data, dataSource, listNames } from '@indexlab/core';
import type { DataFrame } from 'danfojs-node';
import { missingAware } from './frames/missing-aware.js';
import { isMissing } from './frames/present.js';

/**
 * A danfojs frame with the columns of a table, of rows, or of a record of columns.
 *
 * Columns of texts stay texts, codes with leading zeros too; a missing number is `NaN`, a missing text `null`.
 * Where values are missing, the frame, its columns and the frames derived from it sort, group and describe as pandas does,
 * not as danfojs does by itself: missing values come last in either order and are skipped in groups. Frames that danfojs
 * makes of several (`concat`, `merge`) are its own again; `toFrame` of them gives this behaviour back.
 *
 * danfojs calculates element by element in single precision or not at all: use the frame to look at data and to pass them
 * on, and the packages of this workspace to calculate.
 *
 * @throws IndexlabError when a column has the name of something that a frame has itself, such as `index` or `shape`
 *
 * @example
 * const frame = await toFrame({ code: ['010000', '110000'], score: [1.5, null] });
 * [frame.shape, frame.dtypes] // => [[2, 2], ['string', 'float32']]
 */
export async function toFrame(data: Data): Promise<DataFrame> {
  const danfo = await import('danfojs-node');
  const source = dataSource(data);
  const taken = new danfo.DataFrame([[0]], { columns: ['column of a frame'] });
  const clashes = source.columns.filter((name) => name in taken);
  assertThat(
    clashes.length === 0,
    () => `toFrame requires names that a frame does not use itself, got ${listNames(clashes)}`,
    'Rename these columns first.',
  );
  const columns = source.columns.map((name) => frameColumn(source.column(name).values));
  const rows = Array.from({ length: columns[0]?.values.length ?? 0 }, (_, row) =>
    columns.map((column) => column.values[row]!),
  );
  // Left to guess, danfojs takes codes such as 010000 for numbers.
  const frame = new danfo.DataFrame(rows, {
    columns: [...source.columns],
    dtypes: columns.map((column) => column.type),
  });
  return missingAware(danfo, frame);
}

function frameColumn(column: ArrayLike<unknown>): { type: string; values: (string | number | boolean | null)[] } {
  const values = Array.from(column);
  const present = values.filter((value) => !isMissing(value));
  if (present.length > 0 && present.every((value) => typeof value === 'boolean') && present.length === values.length) {
    return { type: 'boolean', values: values as boolean[] };
  }
  if (present.every((value) => typeof value === 'number')) {
    return { type: 'float32', values: values.map((value) => (isMissing(value) ? NaN : (value as number))) };
  }
  return { type: 'string', values: values.map((value) => (isMissing(value) ? null : String(value))) };
}
