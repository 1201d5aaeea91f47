import { relationOf, shown } from './compare-numbers.js';
import { bothHold, decided } from './truth.js';
import type { Entry, Item, List, Truth } from './value.js';

/**
 * Whether claimed items can be the leading ones by value, in this order: none may surely lie below the next, nor the
 * last below one that is left out. Values that may be equal stand in any order.
 */
export function orderTruth(list: List, claimed: readonly Item[]): Truth {
  const { candidates, least, most } = list.ordering!;
  const says = list.items.map(({ key, label }) => `${label} ${shown(find(candidates, key)!.form)}`).join(', ');
  const entries = claimed.map(({ key }) => find(candidates, key));
  const stranger = claimed.find((_, at) => entries[at] === undefined);
  if (stranger) return decided(false, `${says}; ${stranger.label} is not among them`);
  if (claimed.length < least || claimed.length > most) return decided(false, `${says}; ${claimed.length} are claimed`);
  const leading = entries as Entry[];
  const rest = candidates.filter(({ key }) => !claimed.some((item) => item.key === key));
  let result: Truth = decided(true, says);
  for (let at = 0; at < leading.length; at += 1) {
    for (const other of list.ordered ? [...leading.slice(at + 1), ...rest] : rest) {
      const pair = relationOf(leading[at]!.form, '>=', other.form);
      if (pair.holds === 'never' && !other.choice)
        return decided(
          false,
          `${says}; ${other.label} ${shown(other.form)} lies above ${leading[at]!.label} ${shown(leading[at]!.form)}`,
        );
      const isOpen = pair.holds === 'never' || leading[at]!.choice !== null;
      result = bothHold(
        result,
        isOpen ? { ...pair, holds: 'possibly', agrees: false, power: null, says } : { ...pair, says },
      );
    }
  }
  return result;
}

function find(candidates: readonly Entry[], key: string): Entry | undefined {
  return candidates.find((entry) => (entry.key ?? entry.label) === key);
}
