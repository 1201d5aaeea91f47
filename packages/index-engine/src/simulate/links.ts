import { assertThat } from '@indexlab/core';
import { methodParts, type WrittenMethod } from '../specification/method.js';

/** A mean that is a sum of changed values: `from(sum(w to(x)))`; it rises with each x. */
export interface Link {
  to(value: number): number;
  from(sum: number): number;
}

const identity: Link = { to: (value) => value, from: (sum) => sum };
const inverse: Link = { to: (value) => 1 / value, from: (sum) => (sum > 0 ? 1 / sum : Infinity) };

const power = (exponent: number): Link => ({
  to: (value) => value ** exponent,
  from: (sum) => (sum >= 0 ? sum ** (1 / exponent) : exponent > 0 ? 0 : Infinity),
});

/** The link of an aggregation, so that a parent can be parted among its children. */
export function linkOf(written: WrittenMethod, node: string): Link {
  const { name, options } = methodParts(written);
  if (name === 'arithmetic' || name === 'sum') return identity;
  if (name === 'geometric') return { to: Math.log, from: Math.exp };
  if (name === 'harmonic') return inverse;
  const exponent = Number(options.power);
  assertThat(
    name === 'power' && exponent !== 0,
    () => `simulateIndicators requires an aggregation that is a mean of changed values, got ${name} (node "${node}")`,
    'Arithmetic, sum, geometric, harmonic and power can be taken apart; the others say too little of the children.',
  );
  return power(exponent);
}
