import { denominationParts } from '../stages/denominate.js';
import { optionReaders } from './option-readers.js';
import type { Specification, StageOptions } from './schema.js';
import { chosenMethod, type MethodOption, stageMethods } from './stage-methods.js';
import { writtenOptions } from './written-options.js';

/** A column beside the indicators that a specification uses. */
export interface UsedColumn {
  readonly column: string;
  /** A group or a denominator is declared in `data`; other columns, or indicators, need not be. */
  readonly as: 'groups' | 'denominators' | 'other';
  readonly path: readonly PropertyKey[];
  readonly node: string | null;
}

const methodOptions = Object.keys(stageMethods) as MethodOption[];

/** Every column beside the indicators that a specification uses, wherever it says so. */
export function usedColumns(specification: Specification): UsedColumn[] {
  const found = writtenOptions(specification, mayUseColumns).flatMap(({ options, path, node }): UsedColumn[] => {
    const divisor = denominationParts(options.denominate ?? 'none');
    const ofMethods = methodOptions.flatMap((option) => {
      const written = options[option];
      if (written === undefined || typeof written === 'string') return [];
      const { traits, options: own } = chosenMethod(option, written);
      const names = (keys: readonly string[]): string[] => keys.flatMap((key) => (own[key] as string | string[]) ?? []);
      // Every normalisation takes peers.
      const groups = names([...(traits.groups ?? []), ...(option === 'normalise' ? ['peers'] : [])]);
      return [
        ...groups.map((column) => ({ column, as: 'groups' as const, path: [...path, option], node })),
        ...names(traits.columns ?? []).map((column) => ({
          column,
          as: 'other' as const,
          path: [...path, option],
          node,
        })),
      ];
    });
    return [
      ...(divisor ? [{ column: divisor.by, as: 'denominators' as const, path: [...path, 'denominate'], node }] : []),
      ...ofMethods,
    ];
  });
  const peers = specification.rank?.peers;
  return peers === undefined ? found : [...found, { column: peers, as: 'groups', path: ['rank', 'peers'], node: null }];
}

/** A name alone uses no column: so it is with most nodes. */
function mayUseColumns(options: StageOptions): boolean {
  if (options.denominate !== undefined) return true;
  for (const option of methodOptions) if (typeof optionReaders[option](options) === 'object') return true;
  return false;
}
