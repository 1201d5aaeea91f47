import { IndexlabError } from '@indexlab/core';
import { OutputCollector } from './collect-outputs.js';
import { Kernel } from './kernel.js';
import { kernelName } from './kernel-spec.js';
import { type Cell, formatNotebook, type Json, type Notebook } from './notebook-file.js';
import { requireCleanEnding, requireCleanExecution } from './require-clean.js';

/**
 * Executes a notebook's cells in a fresh kernel and gives its text with the outputs.
 *
 * @param folder the notebook's own, where its code runs
 * @param cellSeconds how long a cell may take
 * @param onCell called before each cell, with its number from 1
 * @throws IndexlabError when a cell fails, writes to standard error, writes after it has ended, leaves a rejected
 *   promise or something running
 */
export async function executeNotebook(
  notebook: Notebook,
  folder: string,
  cellSeconds: number,
  onCell: (cell: number) => void,
): Promise<string> {
  const kernel = await Kernel.start(folder);
  const collector = new OutputCollector();
  const executed: boolean[] = [];
  try {
    let number = 0;
    for (const cell of notebook.cells) {
      executed.push(cell.type === 'code' && cell.source.trim() !== '');
      if (!executed.at(-1)) continue;
      onCell(++number);
      const execution = await kernel.execute(cell.source, cellSeconds).catch((error: Error) => {
        throw new IndexlabError(`${placeOf(cell, number)}: ${error.message}`);
      });
      requireCleanExecution(execution, placeOf(cell, number));
      collector.add(execution.outputs);
    }
    requireCleanEnding(await kernel.stop());
  } finally {
    await kernel.kill();
  }
  const outputs = collector.outputs();
  const metadata = { ...notebook.metadata, kernelspec: kernelName, language_info: kernel.languageInfo as Json };
  return formatNotebook(
    { ...notebook, metadata },
    executed.map((was) => (was ? outputs.shift() : undefined)),
  );
}

/** As in `cell 3 (const a = 1;)`; cells of texts do not count. */
function placeOf(cell: Cell, number: number): string {
  const first = cell.source.trim().split('\n')[0]!;
  return `cell ${number} (${first.length > 60 ? `${first.slice(0, 59)}…` : first})`;
}
