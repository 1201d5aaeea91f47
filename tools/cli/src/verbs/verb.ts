import type { Command } from 'commander';
import type { Terminal } from '../terminal.js';

/** What a verb is called with. */
export interface Call {
  readonly args: readonly unknown[];
  readonly options: Readonly<Record<string, unknown>>;
  readonly terminal: Terminal;
}

/** One verb of the command: how it is declared and what it does. */
export interface Verb {
  declare(program: Command): Command;
  /** Answers whether every check held. */
  act(call: Call): Promise<boolean>;
}
