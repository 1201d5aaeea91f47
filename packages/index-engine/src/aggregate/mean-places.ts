import { Exact } from '@indexlab/core';
import type { Cost } from './whole-weights.js';

/**
 * The mean place, from 0, of each item over all orders of least cost.
 *
 * Held and Karp's recursion over subsets: the cheapest way to fill the first places with a set does not depend on how
 * the rest is ordered. Going forward it gives the least cost and the number of ways to each set, going back the number
 * of ways from it.
 *
 * @param costs `costs[a][b]`: what it costs to place a above b, in whole numbers, all of one kind
 */
export function meanPlaces(costs: readonly (readonly Cost[])[]): Exact[] {
  const size = costs.length;
  if (size === 1) return [Exact.zero];
  const all = 2 ** size - 1;
  const cost = costAbove(costs);
  const least = new Array<Cost>(all + 1).fill(Infinity);
  const waysTo = new Float64Array(all + 1);
  [least[0], waysTo[0]] = [zeroOf(costs), 1];
  for (let set = 0; set < all; set += 1) {
    for (let item = 0; item < size; item += 1) {
      if (set & (1 << item)) continue;
      const next = set | (1 << item);
      const total = plus(least[set]!, cost(item, all & ~next));
      if (total < least[next]!) [least[next], waysTo[next]] = [total, waysTo[set]!];
      else if (total === least[next]) waysTo[next]! += waysTo[set]!;
    }
  }
  const waysFrom = new Float64Array(all + 1);
  waysFrom[all] = 1;
  /** How many of the best orders have an item in a place. */
  const orders = costs.map(() => new Float64Array(size));
  for (let set = all - 1; set >= 0; set -= 1) {
    for (let item = 0; item < size; item += 1) {
      if (set & (1 << item)) continue;
      const next = set | (1 << item);
      if (plus(least[set]!, cost(item, all & ~next)) !== least[next]) continue;
      waysFrom[set]! += waysFrom[next]!;
      orders[item]![members(set)]! += waysTo[set]! * waysFrom[next]!;
    }
  }
  // Place times orders can pass what a double counts exactly; units that are alike must come out equal.
  const total = BigInt(waysFrom[0]!);
  return orders.map((counts) =>
    Exact.ratio(
      counts.reduce((sum, count, place) => sum + BigInt(count) * BigInt(place), 0n),
      total,
    ),
  );
}

/** What it costs to place an item above a set, from sums over the set's lower and upper half. */
function costAbove(costs: readonly (readonly Cost[])[]): (item: number, below: number) => Cost {
  const half = Math.ceil(costs.length / 2);
  const sums = (row: readonly Cost[]): Cost[] => {
    const table = new Array<Cost>(2 ** row.length).fill(zeroOf(costs));
    row.forEach((value, item) => {
      for (let set = 0; set < 1 << item; set += 1) table[set | (1 << item)] = plus(table[set]!, value);
    });
    return table;
  };
  const lower = costs.map((row) => sums(row.slice(0, half)));
  const upper = costs.map((row) => sums(row.slice(half)));
  return (item, below) => plus(lower[item]![below & ((1 << half) - 1)]!, upper[item]![below >> half]!);
}

/** Both are of one kind: numbers, or whole numbers of any length. */
function plus(a: Cost, b: Cost): Cost {
  return (a as number) + (b as number);
}

function zeroOf(costs: readonly (readonly Cost[])[]): Cost {
  return typeof costs[0]![0] === 'bigint' ? 0n : 0;
}

function members(set: number): number {
  let count = 0;
  for (let rest = set; rest !== 0; rest &= rest - 1) count += 1;
  return count;
}
