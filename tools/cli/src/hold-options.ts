import { assertThat } from '@indexlab/core';
import type { Command, Option } from 'commander';

/** Options whose value may be nothing but blanks: a mark between cells or digits. */
const marks = /<(mark|marks|delimiter)>/;

/**
 * Holds the options of a command to what they can mean: one that takes a single value is given once, or twice with the same,
 * and no value is blank. A shell variable that was empty, or an alias that already holds the option, is told.
 */
export function holdOptions(command: Command): void {
  for (const option of command.options) {
    if (option.required && !marks.test(option.flags)) command.on(`option:${option.name()}`, refuseBlank(option));
    if (option.required && option.parseArg === undefined && !option.variadic)
      command.on(`option:${option.name()}`, refuseSecond(option));
  }
}

function refuseBlank({ long }: Option): (value: string) => void {
  return (value) =>
    assertThat(value.trim() !== '', () => `${long} requires a value, got ${value === '' ? 'an empty text' : 'blanks'}`);
}

function refuseSecond({ long }: Option): (value: string) => void {
  const given = new Set<string>();
  return (value) => {
    given.add(value);
    assertThat(
      given.size === 1,
      () => `${long} requires one value, got ${[...given].map((one) => JSON.stringify(one)).join(' and ')}`,
      'Give it once.',
    );
  };
}
