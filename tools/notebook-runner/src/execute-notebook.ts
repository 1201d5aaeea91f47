import { IndexlabError } from '@indexlab/core';
import { OutputCollector } from './collect-outputs.js';
import { Kernel } from './kernel.js';
import { kernelName } from './kernel-spec.js';
import { type Cell, formatNotebook, type Json, type Notebook } from './notebook-file.js';
import { requireCleanEnding, requireCleanExecution } from './require-clean.js';

/** A notebook's text with the outputs of the cells that were executed, and what went wrong, if anything did. */
export interface ExecutedNotebook {
  readonly text: string;
  readonly error?: IndexlabError;
}

/**
 * Executes a notebook's cells in a fresh kernel and gives its text with the outputs. The first fault ends it: the cells up
 * to there, the failing one included, have their outputs, those behind it what they had before.
 *
 * @param folder the notebook's own, where its code runs
 * @param cellSeconds how long a cell may take
 * @param onCell called before each cell, with its number from 1
 * @returns an error when a cell fails, writes to standard error, writes after it has ended, leaves a rejected promise or
 *   something running
 * @throws IndexlabError when the kernel does not start
 */
export async function executeNotebook(
  notebook: Notebook,
  folder: string,
  cellSeconds: number,
  onCell: (cell: number) => void,
): Promise<ExecutedNotebook> {
  const kernel = await Kernel.start(folder);
  const collector = new OutputCollector();
  const executed: boolean[] = [];
  let failure: IndexlabError | undefined;
  try {
    let number = 0;
    for (const cell of notebook.cells) {
      executed.push(cell.type === 'code' && cell.source.trim() !== '');
      if (!executed.at(-1)) continue;
      onCell(++number);
      const execution = await kernel.execute(cell.source, cellSeconds).catch((error: Error) => {
        collector.addError(error.message);
        throw new IndexlabError(`${placeOf(cell, number)}: ${error.message}`);
      });
      collector.add(execution.outputs);
      requireCleanExecution(execution, placeOf(cell, number));
    }
    requireCleanEnding(await kernel.stop());
  } catch (error) {
    if (!(error instanceof IndexlabError)) throw error;
    failure = error;
  } finally {
    await kernel.kill();
  }
  const outputs = collector.outputs();
  const metadata = { ...notebook.metadata, kernelspec: kernelName, language_info: kernel.languageInfo as Json };
  const text = formatNotebook(
    { ...notebook, metadata },
    executed.map((was) => (was ? outputs.shift() : undefined)),
  );
  return failure ? { text, error: failure } : { text };
}

/** As in `cell 3 (const a = 1;)`; cells of texts do not count. */
function placeOf(cell: Cell, number: number): string {
  const first = cell.source.trim().split('\n')[0]!;
  return `cell ${number} (${first.length > 60 ? `${first.slice(0, 59)}…` : first})`;
}
