import { join, relative } from 'node:path';
import {
  checkNotebooks,
  findNotebooks,
  type NotebookOptions,
  type NotebookResult,
  runNotebooks,
  workspaceRoot,
} from '@indexlab/notebook-runner';
import { tableFigure, tableText } from '@indexlab/figures';
import { commandGroup } from './command-group.js';
import type { Call, Verb } from './verb.js';

/** `notebooks run [path…]`: executes notebooks from a fresh kernel and writes their outputs. */
export const notebooksRun: Verb = {
  declare: (program) =>
    notebooksCommand(program)
      .command('run')
      .description('execute notebooks from a fresh kernel and write their outputs')
      .argument('[path...]', 'notebooks or folders'),
  act: (call) => execute(call, runNotebooks),
};

/** `notebooks check [path…]`: executes notebooks and compares them with their files. */
export const notebooksCheck: Verb = {
  declare: (program) =>
    notebooksCommand(program)
      .command('check')
      .description('execute notebooks and compare them with their files')
      .argument('[path...]', 'notebooks or folders'),
  act: (call) => execute(call, checkNotebooks),
};

function notebooksCommand(program: Parameters<Verb['declare']>[0]): Parameters<Verb['declare']>[0] {
  return commandGroup(program, 'notebooks', 'execute and check the notebooks');
}

type Run = (paths: readonly string[], options: NotebookOptions) => Promise<NotebookResult[]>;

async function execute({ args: [paths], options, terminal }: Call, run: Run): Promise<boolean> {
  const given = paths as string[];
  const found = findNotebooks(given.length > 0 ? given : [relative('.', join(workspaceRoot, 'notebooks')) || '.']);
  const notebooks = await run(found, {
    onProgress: ({ path, cell, cells }) => terminal.progress(`${path}: cell ${cell} of ${cells}`),
  });
  terminal.progress('');
  if (options.json) terminal.json({ notebooks });
  else
    terminal.line(
      tableText(
        tableFigure(
          notebooks.map(({ path, cells, seconds, ok, changed }) => ({ path, cells, seconds, ok, changed })),
          { limit: Infinity },
        ),
      ),
    );
  for (const { path, error } of notebooks)
    if (error !== undefined) terminal.note(`${path}: ${error}${remedyFor(error)}`);
  return notebooks.every(({ ok }) => ok);
}

/** Packages of this project are found from inside its folder alone. */
function remedyFor(error: string): string {
  return /Cannot find (module|package) '@indexlab\//.test(error)
    ? `\n  A notebook finds the packages of Indexlab only inside its folder: put it under ${join(workspaceRoot, 'notebooks')}.`
    : '';
}
