import { Exact } from '@indexlab/core';

/** The largest multiple of a step that is not above a value. */
export function multipleBelow(value: Exact, step: Exact): Exact {
  const { numerator, denominator } = value.over(step);
  const quotient = numerator / denominator;
  return step.times(Exact.ratio(numerator < 0n && numerator % denominator !== 0n ? quotient - 1n : quotient));
}

/** The smallest multiple of a step that is not below a value. */
export function multipleAbove(value: Exact, step: Exact): Exact {
  return multipleBelow(value.negated(), step).negated();
}

/** Ten to a whole power, negative ones included. */
export function powerOfTen(power: number): Exact {
  return power >= 0 ? Exact.ratio(10n ** BigInt(power)) : Exact.ratio(1n, 10n ** BigInt(-power));
}

/** The number in a closed interval with the fewest significant digits if it has one only (0, 20, 0.5), else `undefined`. */
export function roundNumberIn(lower: Exact, upper: Exact): Exact | undefined {
  if (lower.sign() <= 0 && upper.sign() >= 0) return Exact.zero;
  if (upper.sign() < 0) return roundNumberIn(upper.negated(), lower.negated())?.negated();
  const largest = Math.floor(Math.log10(upper.toNumber())) + 1;
  for (let power = largest; power >= largest - 2; power -= 1) {
    const multiple = multipleAbove(lower, powerOfTen(power));
    if (multiple.compare(upper) <= 0)
      return multiple.over(powerOfTen(power)).compare(Exact.ratio(9n)) <= 0 ? multiple : undefined;
  }
  return undefined;
}
