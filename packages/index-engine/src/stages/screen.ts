import { assertThat, listNames } from '@indexlab/core';
import * as z from 'zod';
import type { Rows } from './rows.js';

/** What a specification may write for screen. */
export const screenSchema = z.strictObject({
  by: z.enum(['availability', 'nonzero', 'both']).default('availability'),
  availability: z
    .number()
    .min(0)
    .max(1)
    .default(2 / 3)
    .meta({ description: 'The least share of indicators with a value.' }),
  nonzero: z.number().min(0).max(1).default(0.05).meta({ description: 'The least share of values other than zero.' }),
  groups: z
    .number()
    .min(0)
    .max(1)
    .optional()
    .meta({ description: 'The least share of indicators with a value in each group above the indicators.' }),
  include: z.array(z.string()).default([]).meta({ description: 'Units kept whatever they lack.' }),
  exclude: z.array(z.string()).default([]).meta({ description: 'Units left out whatever they have.' }),
});

export type WrittenScreen = z.input<typeof screenSchema>;

/** What data a unit has, and whether it is kept. */
export interface Availability {
  readonly unit: string;
  readonly year: number | null;
  readonly missing: number;
  readonly zeros: number;
  /** Share of indicators with a value. */
  readonly availability: number;
  /** Share of values other than zero; `NaN` for a unit without any value. */
  readonly nonzero: number;
  /** Share of indicators with a value in each group. */
  readonly groups: Readonly<Record<string, number>>;
  readonly kept: boolean;
}

/** The data availability of every row, and whether it is kept. */
export function screenRows(
  columns: Readonly<Record<string, Float64Array>>,
  groups: Readonly<Record<string, readonly string[]>>,
  rows: Rows,
  written: WrittenScreen,
): Availability[] {
  const {
    by,
    availability: least,
    nonzero: leastNonzero,
    groups: leastOfGroup,
    include,
    exclude,
  } = screenSchema.parse(written);
  const known = new Set(rows.units);
  const unknown = [...include, ...exclude].filter((unit) => !known.has(unit));
  assertThat(
    unknown.length === 0,
    () => `screen requires units of the data to include and exclude, got ${listNames(unknown)}`,
  );
  const included = new Set(include);
  const excluded = new Set(exclude);
  const names = Object.keys(columns);
  return rows.units.map((unit, row) => {
    const values = names.map((name) => columns[name]![row]!);
    const missing = values.filter(Number.isNaN).length;
    const zeros = values.filter((value) => value === 0).length;
    const availability = 1 - missing / values.length;
    const nonzero = 1 - zeros / (values.length - missing);
    const ofGroups = Object.fromEntries(
      Object.entries(groups).map(([group, members]) => [
        group,
        1 - members.filter((member) => Number.isNaN(columns[member]![row])).length / members.length,
      ]),
    );
    const enough =
      (by === 'nonzero' || availability >= least) &&
      (by === 'availability' || nonzero >= leastNonzero) &&
      Object.values(ofGroups).every((share) => share >= (leastOfGroup ?? 0));
    const kept = included.has(unit) || (enough && !excluded.has(unit));
    return { unit, year: rows.years?.[row] ?? null, missing, zeros, availability, nonzero, groups: ofGroups, kept };
  });
}
