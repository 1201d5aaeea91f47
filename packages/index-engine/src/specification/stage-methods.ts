import { aggregations } from '../stages/aggregate.js';
import { imputations } from '../stages/impute/imputations.js';
import { normalisations } from '../stages/normalise/normalisations.js';
import { treatments } from '../stages/treat/treat.js';
import { weighings } from '../stages/weigh.js';
import { type Method, methodParts, type MethodTraits, type WrittenMethod } from './method.js';

/** The tables of methods, by the option of a specification that chooses from them. */
export const stageMethods = {
  impute: imputations,
  treat: treatments,
  normalise: normalisations,
  weigh: weighings,
  aggregate: aggregations,
} as const satisfies Record<string, Readonly<Record<string, Method<unknown>>>>;

export type MethodOption = keyof typeof stageMethods;

/** What holds where a specification is silent. */
const silent: Record<MethodOption, string> = {
  impute: 'none',
  treat: 'none',
  normalise: 'none',
  weigh: 'stated',
  aggregate: 'arithmetic',
};

/** A method as chosen: its name, its options as they are written, and what it is like with them. */
export interface ChosenMethod {
  readonly name: string;
  readonly options: Readonly<Record<string, unknown>>;
  readonly traits: MethodTraits;
  /** The scores that it can give, where that is known. */
  range(): readonly [lowest: number, highest: number] | null;
  /** The weights that it can give to one of so many children, where that is known. */
  weightRange(children: number): readonly [smallest: number, largest: number] | null;
}

/** The method that is written, or the one that holds where none is. */
export function chosenMethod(option: MethodOption, written: WrittenMethod | undefined): ChosenMethod {
  const { name, options } = methodParts(written ?? silent[option]);
  const method = (stageMethods[option] as Readonly<Record<string, Method<unknown>>>)[name]!;
  // Options with their defaults; what every method of a stage takes is none of them.
  const own = (): never => method.options.strip().parse(options) as never;
  return {
    name,
    options,
    traits: method.traits,
    range: () => method.traits.range?.(own()) ?? null,
    weightRange: (children) => method.traits.weightRange?.(own(), children) ?? null,
  };
}
