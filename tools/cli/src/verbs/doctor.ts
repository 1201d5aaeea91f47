import { tableFigure, tableText } from '@indexlab/figures';
import { doctor as examine } from '@indexlab/notebook-runner';
import type { Verb } from './verb.js';

/** `doctor`: checks what the workbench needs, and says how to mend each. */
export const doctor: Verb = {
  declare: (program) =>
    program.command('doctor').description('check Node, kernel, fonts and Jupyter, and say how to mend each'),
  async act({ options, terminal }) {
    const checks = await examine();
    if (options.json) terminal.json({ checks });
    else
      terminal.line(
        tableText(
          tableFigure(
            checks.map(({ name, ok, message, optional }) => ({
              name,
              ok: ok ? 'yes' : optional ? 'no (optional)' : 'no',
              message,
            })),
          ),
        ),
      );
    return checks.every(({ ok, optional }) => ok || optional);
  },
};
