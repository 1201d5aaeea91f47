import { printedNumber } from '@indexlab/core';
import { judge } from './judge.js';
import type { RivalReading } from './ledger-row.js';
import type { Computed, Printed } from './statement.js';

/** What else a printed number may stand for: of a range, its ends taken exactly. */
export function rivalReadings(printed: Printed, computed: Computed): RivalReading[] {
  if (typeof printed === 'string' || printed.qualifier !== 'range' || !('bounds' in computed)) return [];
  const { verdict } = judge(printedNumber(printed.token, { ...printed, exact: true }), computed);
  const { value, bounds } = computed;
  return [
    {
      reading: 'both ends exact',
      verdict,
      computed: value?.toNumber() ?? null,
      lower: bounds.lower?.toNumber() ?? null,
      upper: bounds.upper?.toNumber() ?? null,
    },
  ];
}
