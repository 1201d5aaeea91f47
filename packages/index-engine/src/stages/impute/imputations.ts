import { assertThat } from '@indexlab/core';
import { mean, median } from '@indexlab/stats/descriptive';
import * as z from 'zod';
import { type Method, method } from '../../specification/method.js';
import { present } from '../normalise/summaries.js';
import type { Rows } from '../rows.js';
import { expectationMaximisation } from './expectation-maximisation.js';
import type { Filled, ImputeInput } from './impute-input.js';
import { nearestNeighbours } from './nearest-neighbours.js';
import { type PanelFill, fillPanel } from './panel.js';
import { regressionImputation } from './regression.js';

export interface Imputation {
  /** Panel methods look along the years of a unit; the others at the units of a year. */
  readonly alongYears: boolean;
  fill(input: ImputeInput): Filled;
}

const across = (fill: (input: ImputeInput) => Filled): Imputation => ({ alongYears: false, fill });
const eachColumn = (fill: (values: Float64Array, rows: Rows, name: string) => Float64Array): Imputation =>
  across(({ columns, rows }) => ({
    columns: Object.fromEntries(Object.entries(columns).map(([name, values]) => [name, fill(values, rows, name)])),
  }));
const along = (fill: PanelFill, years: number | undefined): Imputation => ({
  alongYears: true,
  fill: (input) => fillPanel(input, fill, years),
});

const by = z.string().meta({ description: 'A column of groups.' });
const years = z.int().positive().optional().meta({ description: 'How many years away a value may come from.' });

/** Every way to fill a gap. */
export const imputations = {
  none: method('As given.', {}, () => eachColumn((values) => values)),
  mean: method('The mean of the column.', {}, () => eachColumn((values) => fillWith(values, mean))),
  median: method('The median of the column.', {}, () => eachColumn((values) => fillWith(values, median))),
  value: method('A stated value.', { value: z.number() }, ({ value }) =>
    eachColumn((values) => fillWith(values, () => value)),
  ),
  'group-mean': method(
    "The mean of the unit's group.",
    { by },
    ({ by: column }) => eachColumn((values, rows) => fillGroups(values, rows.texts(column), mean)),
    { groups: ['by'] },
  ),
  'group-median': method(
    "The median of the unit's group.",
    { by },
    ({ by: column }) => eachColumn((values, rows) => fillGroups(values, rows.texts(column), median)),
    { groups: ['by'] },
  ),
  regression: method(
    'Least squares on other columns (indicators or inputs), over the rows where all are known.',
    { on: z.array(z.string()).min(1) },
    ({ on }) => across((input) => regressionImputation(input, on)),
    { columns: ['on'] },
  ),
  nearest: method(
    'The mean of the k nearest rows that have the value; distance is the root mean square over the indicators both have, each over its standard deviation.',
    { k: z.int().positive().default(5) },
    ({ k }) => across((input) => nearestNeighbours(input, k)),
  ),
  em: method(
    'Expectation-maximisation under a joint normal distribution: each gap is its expected value given what the row has.',
    { iterations: z.int().positive().default(1000), tolerance: z.number().positive().default(1e-10) },
    (options) => across((input) => expectationMaximisation(input, options)),
  ),
  latest: method("The unit's latest earlier value.", { years }, (options) => along('latest', options.years)),
  linear: method("Straight lines between the unit's years; the end values beyond them.", { years }, (options) =>
    along('linear', options.years),
  ),
  constant: method("The unit's value of the last known year before, or of the first one after.", { years }, (options) =>
    along('constant', options.years),
  ),
} satisfies Record<string, Method<Imputation>>;

/** The values, each gap filled by a statistic of those that are present; unchanged when none is. */
function fillWith(values: Float64Array, statistic: (values: Float64Array) => number): Float64Array {
  const known = present(values);
  if (known.length === 0 || known.length === values.length) return values;
  const fill = statistic(known);
  return values.map((value) => (Number.isNaN(value) ? fill : value));
}

function fillGroups(
  values: Float64Array,
  groups: readonly (string | null)[],
  statistic: (values: Float64Array) => number,
): Float64Array {
  const members = new Map<string, number[]>();
  groups.forEach((group, row) => {
    if (group !== null) members.set(group, [...(members.get(group) ?? []), row]);
  });
  assertThat(members.size > 0, 'impute requires groups, got none in any row');
  const result = values.slice();
  for (const rows of members.values()) {
    const filled = fillWith(
      Float64Array.from(rows, (row) => values[row]!),
      statistic,
    );
    rows.forEach((row, place) => (result[row] = filled[place]!));
  }
  return result;
}
