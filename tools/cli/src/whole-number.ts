import { assertThat } from '@indexlab/core';

/**
 * The value of an option that must be a whole number of at least some size.
 *
 * @throws IndexlabError naming the option
 */
export function wholeNumber(option: string, value: unknown, least: number): number {
  const number = Number(value);
  assertThat(
    Number.isInteger(number) && number >= least,
    () => `${option} requires a whole number from ${least}, got ${JSON.stringify(value)}`,
  );
  return number;
}
