import { assertThat, type Data, dataSource, listNames, numbersOf } from '@indexlab/core';
import { correlationMatrix } from '../correlation/correlation-matrix.js';
import { numericColumns } from '../descriptive/numeric-columns.js';
import { inScale } from '../descriptive/scale.js';
import { completeRows } from '../descriptive/values.js';

/** Columns over the rows in which none is missing, and their correlations. */
export interface CompleteColumns {
  readonly names: readonly string[];
  readonly values: readonly Float64Array[];
  readonly n: number;
  /** The rows used, from 0. */
  readonly rows: readonly number[];
  /** `correlations[i][j]`. */
  readonly correlations: number[][];
  readonly warnings: string[];
}

/** What the methods of this folder are given. */
export interface FactorColumns {
  /** All columns of numbers by default. */
  readonly columns?: readonly string[];
}

/** Reads columns that vary, without the rows in which one is missing. */
export function completeColumns(data: Data, options: FactorColumns, caller: string, least = 2): CompleteColumns {
  const { columns } = options;
  const source = dataSource(data);
  const { names, warnings } = numericColumns(source, columns);
  assertThat(names.length >= least, () => `${caller} requires at least ${least} columns, got ${names.length}`);
  const all = names.map((name) => numbersOf(source, name, caller));
  const values = completeRows(
    all,
    caller,
    3,
    names.map((name) => `column "${name}"`),
  );
  const constant = names.filter((_, i) => values[i]!.every((value) => value === values[i]![0]));
  assertThat(
    constant.length === 0,
    () => `${caller} requires columns that vary, got constant ones: ${listNames(constant)}`,
  );
  const rows = Array.from(all[0]!.keys()).filter((row) => all.every((column) => !Number.isNaN(column[row])));
  const flat = correlationMatrix(values.map(inScale));
  const missing = all[0]!.length - rows.length;
  return {
    names,
    values,
    n: rows.length,
    rows,
    correlations: names.map((_, i) => names.map((__, j) => (i === j ? 1 : flat[i * names.length + j]!))),
    warnings: [
      ...warnings,
      ...(missing > 0 ? [`${missing} of ${all[0]!.length} rows were left out: a column is missing there.`] : []),
    ],
  };
}
