import type { StageOptions } from './schema.js';

/**
 * Reads each option by its own name. To read a name that stands in a variable from nodes of several shapes takes the engine
 * some 30 ns, by its own name 3 ns, and a build reads a dozen options of every node.
 */
export const optionReaders: {
  readonly [Option in keyof Required<StageOptions>]: (options: StageOptions) => StageOptions[Option];
} = {
  impute: ({ impute }) => impute,
  denominate: ({ denominate }) => denominate,
  treat: ({ treat }) => treat,
  normalise: ({ normalise }) => normalise,
  weigh: ({ weigh }) => weigh,
  aggregate: ({ aggregate }) => aggregate,
  missing: ({ missing }) => missing,
};
