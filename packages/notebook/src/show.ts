import type { TableFigureOptions } from '@indexlab/figures';
import { writeOutput } from './kernel.js';
import { mimeBundle } from './mime-bundle.js';

/**
 * Shows anything in a notebook's cell; in a script it prints the text.
 *
 * - a chart: interactive where the reader runs Vega-Lite (JupyterLab, VS Code), elsewhere a sharp picture;
 * - a table, a danfojs frame or series, rows, a record of columns, a table figure: a table of its first 20 rows;
 * - what `readDataFile` gives: the table, and below it what in its reading may change a result;
 * - a text as it is; a number or any other result as it is written in TypeScript.
 *
 * Always write `await show(…)`: what is not awaited can fail without a trace.
 *
 * @param options for data: title, columns, and how many rows (`limit`); see `tableFigure`
 *
 * @example
 * const table = new Table([{ type: 'text', name: 'city', values: ['北京', '上海'] }]);
 * await show(table, { title: 'Cities', limit: 1 }) // => undefined
 */
export async function show(value: unknown, options: TableFigureOptions = {}): Promise<void> {
  writeOutput(await mimeBundle(await value, options));
}
