import type { Command } from 'commander';

/** A command with all that it requires, such as `indexlab explain <spec> --data <file> --unit <unit>`. */
export function leastCommand(command: Command): string {
  const names: string[] = [];
  for (let at: Command | null = command; at !== null; at = at.parent) names.unshift(at.name());
  const required = command.registeredArguments.filter((argument) => argument.required);
  return [
    ...names,
    ...required.map((argument) => `<${argument.name()}${argument.variadic ? '…' : ''}>`),
    ...command.options.filter(({ mandatory }) => mandatory).map(({ flags }) => flags),
  ].join(' ');
}
