import { assertThat, nearestNames } from '@indexlab/core';

/**
 * The value of an option that must be one of a list; `undefined` when the option was not given.
 *
 * @throws IndexlabError naming the option and the list
 */
export function oneOf(option: string, value: unknown, allowed: readonly string[]): string | undefined {
  if (value === undefined) return undefined;
  assertThat(
    typeof value === 'string' && allowed.includes(value),
    () => `${option} requires one of ${allowed.join(', ')}, got ${JSON.stringify(value)}`,
    () => suggestion(String(value), allowed),
  );
  return value;
}

function suggestion(value: string, allowed: readonly string[]): string | undefined {
  const near = nearestNames(value, allowed);
  // An ending of another package, such as pooling for pooled.
  if (near.length === 0) near.push(...allowed.filter((name) => name.slice(0, 4) === value.toLowerCase().slice(0, 4)));
  return near.length > 0 ? `Did you mean ${near.join(', ')}?` : undefined;
}
