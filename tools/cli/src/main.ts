import { assertThat, IndexlabError } from '@indexlab/core';
import { Command, CommanderError } from 'commander';
import { holdOptions } from './hold-options.js';
import { leastCommand } from './least-command.js';
import { inWordsOfCommand } from './note-text.js';
import { processTerminal, type Terminal } from './terminal.js';
import { version } from './version.js';
import { verbs } from './verbs/index.js';
import type { Verb } from './verbs/verb.js';

/** The command did its work and a check did not hold. */
const checkFailed = 1;
/** The command or its input is unusable. */
const unusable = 2;

/**
 * Runs the `indexlab` command.
 *
 * @param args the arguments behind the command's name
 * @returns the exit status: 0 done, 1 done and a check did not hold, 2 the command or its input is unusable
 */
export async function run(args: readonly string[], terminal: Terminal = processTerminal): Promise<number> {
  let status = 0;
  const program = new Command('indexlab')
    .description('Rebuilds, checks and extends composite indices.')
    .version(version)
    .exitOverride()
    .enablePositionalOptions()
    .configureOutput({ outputError: (text, write) => write(text.replace(/^error: /, 'indexlab: ')) });
  const declare = ({ declare: declareOn, act }: Verb): void => {
    const command = declareOn(program)
      .option('--json', 'print one JSON document on standard output')
      .option('--debug', 'show the stack trace of an error')
      .exitOverride((error) => {
        if (/^commander\.missing/.test(error.code)) terminal.note(`  It requires: ${leastCommand(command)}`);
        throw error;
      });
    holdOptions(command);
    command.action(async (...given: unknown[]) => {
      requireValues(command.opts());
      // commander hands over the arguments, then the options, then the command itself.
      const holds = await act({ args: given.slice(0, -2), options: command.opts(), terminal });
      if (!holds) status = checkFailed;
    });
  };
  try {
    const asked = verbs.find(({ name }) => name === args[0] || (args[0] === 'help' && name === args[1]));
    if (asked) for (const verb of await asked.load()) declare(verb);
    else for (const { name, description } of verbs) program.command(name).description(description);
    await program.parseAsync(args, { from: 'user' });
    return status;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : unusable;
    report(error, args.includes('--debug'), terminal);
    return unusable;
  }
}

function report(error: unknown, debug: boolean, terminal: Terminal): void {
  if (debug && error instanceof Error) {
    terminal.note(error.stack ?? error.message);
  } else if (error instanceof IndexlabError) {
    terminal.note(
      `indexlab: ${inWordsOfCommand(error.message)}${error.remedy ? `\n  ${inWordsOfCommand(error.remedy)}` : ''}`,
    );
  } else {
    const message = error instanceof Error ? error.message : String(error);
    terminal.note(`indexlab: an unexpected error: ${message}\n  Run it again with --debug and report what it prints.`);
  }
}

/** An option without its value is a slip: a variable of a script that was empty. */
function requireValues(options: Readonly<Record<string, unknown>>): void {
  for (const [name, value] of Object.entries(options)) {
    assertThat(
      value !== '',
      () => `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)} requires a value, got an empty text`,
    );
  }
}
