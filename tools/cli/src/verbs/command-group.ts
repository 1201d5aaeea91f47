import type { Command } from 'commander';

/** The command that several verbs stand below, such as `init`; made by the first that asks. */
export function commandGroup(program: Command, name: string, description: string): Command {
  const known = program.commands.find((command) => command.name() === name);
  return known ?? program.command(name).description(description);
}
