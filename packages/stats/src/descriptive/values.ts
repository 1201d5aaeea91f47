import { assertThat, numberIn, requireArray } from '@indexlab/core';

/** Beyond this a square no longer fits a double. */
const largest = 1e150;

/**
 * An array as numbers, `NaN` where missing (`null`, `undefined`, `NaN`), checked: no truth value, no text, none infinite or
 * beyond ±1e150. Arrays of doubles are returned as they are.
 *
 * @param caller the public function, for messages
 * @param name the array's name among several, for messages
 */
export function numbersIn(values: ArrayLike<number>, caller: string, name?: string): Float64Array {
  if (values instanceof Float64Array) return checked(values, values, caller, name);
  requireArray(values, caller, name);
  return checked(values, new Float64Array(values.length), caller, name);
}

function checked(
  values: ArrayLike<number>,
  numbers: Float64Array,
  caller: string,
  name: string | undefined,
): Float64Array {
  for (let row = 0; row < values.length; row += 1) {
    const value = values[row]!;
    // NaN compares false: a missing value, and all that is no number, is looked at more closely.
    const usual = typeof value === 'number' && value >= -largest && value <= largest;
    const number = usual ? value : unusual(value, row, caller, name);
    if (numbers !== values) numbers[row] = number;
  }
  return numbers;
}

function unusual(value: unknown, row: number, caller: string, name: string | undefined): number {
  const place = (): string => (name === undefined ? `row ${row + 1}` : `${name}, row ${row + 1}`);
  const number = numberIn(value, caller, place);
  assertThat(
    Number.isNaN(number),
    () => `${caller} requires numbers between -1e150 and 1e150, got ${String(value)} (${place()})`,
  );
  return number;
}

/**
 * The values that are not missing, checked like {@link numbersIn}, at least `least` of them.
 *
 * @param caller the public function, for messages
 */
export function presentValues(values: ArrayLike<number>, caller: string, least = 1, name?: string): Float64Array {
  const numbers = numbersIn(values, caller, name);
  const present = new Float64Array(numbers.length);
  let count = 0;
  for (const value of numbers) {
    if (Number.isNaN(value)) continue;
    present[count] = value;
    count += 1;
  }
  assertThat(
    count >= least,
    () =>
      `${caller} requires at least ${least} ${least === 1 ? 'value' : 'values'}, got ${count}${name === undefined ? '' : ` (${name})`}`,
  );
  return present.subarray(0, count);
}

/** The values, none of them missing, checked like {@link numbersIn}. */
export function allValues(values: ArrayLike<number>, caller: string, name?: string): Float64Array {
  const numbers = numbersIn(values, caller, name);
  const at = numbers.findIndex(Number.isNaN);
  assertThat(
    at < 0,
    () =>
      `${caller} requires finite values without a gap, got ${String(values[at])} (${name === undefined ? '' : `${name}, `}row ${at + 1})`,
  );
  return numbers;
}

/**
 * The rows in which no variable is missing, checked like {@link numbersIn}.
 *
 * @param names of the variables, for messages; counted from 1 by default
 */
export function completeRows(
  variables: readonly ArrayLike<number>[],
  caller: string,
  least = 1,
  names: readonly string[] = variables.map((_, i) => `variable ${i + 1}`),
): Float64Array[] {
  variables.forEach((values, i) => requireArray(values, caller, names[i]));
  const length = variables[0]!.length;
  for (const values of variables) {
    assertThat(
      values.length === length,
      () => `${caller} requires variables of one length, got ${length} and ${values.length}`,
    );
  }
  const numbers = variables.map((values, i) => numbersIn(values, caller, names[i]));
  const rows = Array.from({ length }, (_, row) => row).filter((row) =>
    numbers.every((values) => !Number.isNaN(values[row])),
  );
  assertThat(
    rows.length >= least,
    () => `${caller} requires at least ${least} rows without a missing value, got ${rows.length}`,
  );
  return numbers.map((values) => Float64Array.from(rows, (row) => values[row]!));
}

/** The values of one array, then of the other. */
export function joined(first: Float64Array, second: Float64Array): Float64Array {
  const both = new Float64Array(first.length + second.length);
  both.set(first);
  both.set(second, first.length);
  return both;
}

/** The values in ascending order. */
export function sorted(values: ArrayLike<number>): Float64Array {
  return Float64Array.from(values).sort();
}
