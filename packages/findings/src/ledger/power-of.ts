import { alteredTokens } from '@indexlab/claims';
import { printedNumber } from '@indexlab/core';
import type { Computed, Printed } from './statement.js';

/**
 * The share of typing slips in what is printed, one digit replaced or two neighbours swapped, that a check would
 * contradict; of a claim in words whether its opposite would be. 0 cannot fail; `null` where nothing was planted.
 *
 * @example
 * powerOf(printedNumber('5', { exact: true }), { value: Exact.one, bounds: Interval.parse('1', '2') }) // => 8 / 9
 */
export function powerOf(printed: Printed, computed: Computed | null): number | null {
  if (computed === null || 'needs' in computed) return null;
  if ('holds' in computed) return computed.holds === 'possibly' ? (computed.power ?? null) : 1;
  if (typeof printed === 'string' || !/^[-+.,~\d]+$/.test(printed.token)) return null;
  const slips = alteredTokens(printed.token).flatMap((token) => {
    const [low, high] = token.split('~').map(Number);
    // A slip that turns a range round is no range.
    return high !== undefined && high < low! ? [] : [printedNumber(token, printed)];
  });
  return slips.length === 0
    ? null
    : slips.filter(({ interval }) => !interval.meets(computed.bounds)).length / slips.length;
}
