import { assertThat, requireArray } from '@indexlab/core';
import { numberColumn } from '../stages/number-column.js';

/**
 * The rows in which no column lacks a value (`NaN`), checked: columns of one length, finite, at least `least` such rows.
 *
 * @param caller the public function, for messages
 */
export function completeColumns(caller: string, given: readonly Float64Array[], least = 2): Float64Array[] {
  requireArray(given, caller);
  assertThat(given.length > 0, () => `${caller} requires at least one column, got none`);
  const columns = given.map((column, index) => numberColumn(column, caller, `column ${index + 1}`));
  const rows = columns[0]!.length;
  columns.forEach((column, index) => {
    assertThat(
      column.length === rows,
      () => `${caller} requires columns of one length, got ${rows} and ${column.length} (column ${index + 1})`,
    );
    const infinite = column.findIndex((value) => value === Infinity || value === -Infinity);
    assertThat(
      infinite === -1,
      () => `${caller} requires finite values, got ${column[infinite]} (column ${index + 1}, row ${infinite + 1})`,
    );
  });
  const complete = Array.from({ length: rows }, (_, row) => row).filter((row) =>
    columns.every((column) => !Number.isNaN(column[row])),
  );
  assertThat(
    complete.length >= least,
    () => `${caller} requires at least ${least} units without a missing value, got ${complete.length}`,
    'Impute first, or leave out the columns with most gaps.',
  );
  return columns.map((column) => Float64Array.from(complete, (row) => column[row]!));
}

/** Columns brought from 0 at their smallest to 1 at their largest value; a constant one is refused. */
export function spreadColumns(caller: string, columns: readonly Float64Array[]): Float64Array[] {
  return completeColumns(caller, columns).map((column, index) => {
    let [low, high] = [Infinity, -Infinity];
    for (const value of column) {
      if (value < low) low = value;
      if (value > high) high = value;
    }
    assertThat(
      high > low,
      () => `${caller} requires columns that vary, got only ${low} (column ${index + 1})`,
      'Leave it out: it tells no unit from another.',
    );
    return column.map((value) => (value - low) / (high - low));
  });
}

/** Refuses a column with a value that does not satisfy a requirement. */
export function requireValues(
  caller: string,
  columns: readonly Float64Array[],
  requirement: string,
  holds: (value: number) => boolean,
): void {
  columns.forEach((column, index) => {
    const wrong = column.find((value) => !holds(value));
    assertThat(wrong === undefined, () => `${caller} requires ${requirement}, got ${wrong} (column ${index + 1})`);
  });
}

/** Non-negative importances as shares of their sum. */
export function shares(caller: string, importances: readonly number[]): number[] {
  const total = importances.reduce((sum, value) => sum + value, 0);
  assertThat(total > 0, () => `${caller} requires columns of which at least one carries information, got none`);
  return importances.map((value) => value / total);
}
