import { assertThat } from '@indexlab/core';

/** Beyond this a square no longer fits a double. */
const largest = 1e150;

/**
 * The values that are not missing (`NaN`), checked: none infinite, at least `least` of them.
 *
 * @param caller the public function, for messages
 */
export function presentValues(values: ArrayLike<number>, caller: string, least = 1): Float64Array {
  const present = new Float64Array(values.length);
  let count = 0;
  for (let row = 0; row < values.length; row += 1) {
    const value = values[row]!;
    if (Number.isNaN(value)) continue;
    assertThat(
      Math.abs(value) <= largest,
      () => `${caller} requires numbers between -1e150 and 1e150, got ${value} (row ${row + 1})`,
    );
    present[count] = value;
    count += 1;
  }
  assertThat(
    count >= least,
    () => `${caller} requires at least ${least} ${least === 1 ? 'value' : 'values'}, got ${count}`,
  );
  return present.subarray(0, count);
}

/** The rows in which no variable is missing (`NaN`), checked like {@link presentValues}. */
export function completeRows(variables: readonly ArrayLike<number>[], caller: string, least = 1): Float64Array[] {
  const length = variables[0]!.length;
  for (const values of variables) {
    assertThat(
      values.length === length,
      () => `${caller} requires variables of one length, got ${length} and ${values.length}`,
    );
  }
  const rows = Array.from({ length }, (_, row) => row).filter((row) =>
    variables.every((values) => !Number.isNaN(values[row])),
  );
  assertThat(
    rows.length >= least,
    () => `${caller} requires at least ${least} rows without a missing value, got ${rows.length}`,
  );
  return variables.map((values) =>
    presentValues(
      Float64Array.from(rows, (row) => values[row]!),
      caller,
      least,
    ),
  );
}

/** The values in ascending order. */
export function sorted(values: ArrayLike<number>): Float64Array {
  return Float64Array.from(values).sort();
}
