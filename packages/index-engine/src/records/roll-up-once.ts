import { assertThat, type Data, numbersOf, requireObject, requireOptions, textsOf } from '@indexlab/core';

/** What {@link rollUpOnce} reads: one row per place and item. */
export interface RollUpOnceOptions {
  /** The column of the larger unit, such as the province. */
  readonly parent: string;
  /** The column of the place in it: cities, counties, districts, zones. */
  readonly place: string;
  /** The column that names the item, such as a service. */
  readonly item: string;
  /** The column of what the item counts; 1 each without it. */
  readonly value?: string;
  /** The column that says how wide an item is offered, and the words that mean the whole parent. */
  readonly scope?: { readonly column: string; readonly wide: readonly string[] };
}

/** A parent with its items counted once, and what adding places up would have counted. */
export interface RolledUp {
  readonly parent: string;
  readonly places: number;
  /** Items offered by a place for itself, summed over places; and those of the whole parent, each once. */
  readonly total: number;
  /** The sum over places, in which an item of the whole parent counts in every place. */
  readonly summed: number;
  /** Items of the whole parent. */
  readonly wide: readonly string[];
}

/**
 * Rolls items of places up to their parents, an item that the whole parent offers once: a provincial service that 20 cities list is one
 * service and not twenty.
 *
 * Without a `scope` an item counts as the parent's where every place of it lists it and there are at least two places: a reading to be
 * said, as the places may each have built it. Of values that differ between places the largest is taken for a wide item.
 *
 * @throws IndexlabError for an unknown column, a missing name, or two rows of a place and item
 *
 * @example
 * const data = { province: ['p', 'p', 'p'], city: ['a', 'b', 'a'], service: ['tax', 'tax', 'bus'] };
 * rollUpOnce(data, { parent: 'province', place: 'city', item: 'service' })
 * // => [{ parent: 'p', places: 2, total: 2, summed: 3, wide: ['tax'] }]
 */
export function rollUpOnce(data: Data, options: RollUpOnceOptions): RolledUp[] {
  const caller = 'rollUpOnce';
  requireOptions(
    options,
    caller,
    { parent: 'a text', place: 'a text', item: 'a text', value: 'a text', scope: 'an object' },
    ['parent', 'place', 'item'],
  );
  if (options.scope !== undefined) requireObject(options.scope, caller, 'scope', ['column', 'wide']);
  const [parents, places, items] = [options.parent, options.place, options.item].map((column) =>
    textsOf(data, column).map((name, row) => {
      assertThat(
        name !== null,
        () => `${caller} requires a name in every row, got none (column "${column}", row ${row + 1})`,
      );
      return name!;
    }),
  ) as [string[], string[], string[]];
  const values = options.value === undefined ? places.map(() => 1) : numbersOf(data, options.value, caller);
  const scopes = options.scope && textsOf(data, options.scope.column);
  const seen = new Set<string>();
  items.forEach((item, row) => {
    const key = [parents[row], places[row], item].join('\n');
    assertThat(
      !seen.has(key),
      () => `${caller} requires one row per place and item, got two for ${places[row]}, ${item}`,
    );
    seen.add(key);
  });
  return [...new Set(parents)].map((parent) => {
    const rows = [...parents.keys()].filter((row) => parents[row] === parent);
    const own = new Set(rows.map((row) => places[row]!));
    const isWide = (item: string): boolean => {
      const listed = rows.filter((row) => items[row] === item);
      if (scopes) return listed.some((row) => options.scope!.wide.includes(scopes[row]!));
      return own.size > 1 && new Set(listed.map((row) => places[row])).size === own.size;
    };
    const wide = [...new Set(rows.map((row) => items[row]!))].filter(isWide);
    const once = wide.reduce((sum, item) => {
      const listed = rows.filter((row) => items[row] === item).map((row) => values[row]!);
      return sum + Math.max(...listed);
    }, 0);
    const summed = rows.reduce((sum, row) => sum + values[row]!, 0);
    const ownItems = rows.filter((row) => !wide.includes(items[row]!)).reduce((sum, row) => sum + values[row]!, 0);
    return { parent, places: own.size, total: ownItems + once, summed, wide };
  });
}
