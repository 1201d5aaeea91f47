import { assertThat } from './errors.js';

/**
 * An exact rational number, always in lowest terms with a positive denominator.
 *
 * Printed digits are decimals, and about a third of all three-digit interval ends come out wrong in
 * doubles (`0.507 - 0.0005 !== 0.5065`). Every bound in Indexlab is therefore computed in these and
 * compared exactly; a double is only what is shown.
 *
 * @example
 * Exact.parse('0.507').minus(Exact.parse('0.0005')).equals(Exact.parse('0.5065')) // => true
 * @example
 * Exact.parse('1').over(Exact.parse('3')).toNumber() // => 1 / 3
 */
export class Exact {
  static readonly zero = new Exact(0n, 1n);
  static readonly one = new Exact(1n, 1n);

  readonly numerator: bigint;
  readonly denominator: bigint;

  private constructor(numerator: bigint, denominator: bigint) {
    this.numerator = numerator;
    this.denominator = denominator;
  }

  /**
   * The number `numerator / denominator`.
   *
   * @throws IndexlabError when the denominator is zero
   * @example
   * Exact.ratio(6n, -4n).toString() // => '-1.5'
   */
  static ratio(numerator: bigint, denominator = 1n): Exact {
    assertThat(denominator !== 0n, () => `Exact.ratio requires a denominator other than zero, got ${numerator}/0`);
    if (denominator === 1n) return new Exact(numerator, denominator);
    const sign = denominator < 0n ? -1n : 1n;
    const divisor = greatestCommonDivisor(numerator, denominator) * sign;
    return divisor === 1n ? new Exact(numerator, denominator) : new Exact(numerator / divisor, denominator / divisor);
  }

  /**
   * The number that a decimal token says: an optional sign, digits, an optional fraction and exponent.
   *
   * @throws IndexlabError when the token is not a decimal number
   * @example
   * Exact.parse('-12.50').toString() // => '-12.5'
   */
  static parse(token: string): Exact {
    const match = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d+))?$/.exec(token);
    assertThat(
      match !== null && `${match[2]}${match[3] ?? ''}` !== '',
      () => `Exact.parse requires a decimal number, got ${JSON.stringify(token)}`,
    );
    const fraction = match[3] ?? '';
    const digits = BigInt(`${match[2]}${fraction}`);
    const power = Number(match[4] ?? 0) - fraction.length;
    const signed = match[1] === '-' ? -digits : digits;
    return power >= 0 ? new Exact(signed * 10n ** BigInt(power), 1n) : Exact.ratio(signed, 10n ** BigInt(-power));
  }

  /**
   * The exact value of a double; every finite double is a rational number.
   *
   * @throws IndexlabError when the value is not finite
   * @example
   * Exact.fromNumber(0.5).toString() // => '0.5'
   */
  static fromNumber(value: number): Exact {
    assertThat(Number.isFinite(value), () => `Exact.fromNumber requires a finite number, got ${value}`);
    let scaled = value;
    let power = 0n;
    while (!Number.isInteger(scaled)) {
      scaled *= 2;
      power += 1n;
    }
    return Exact.ratio(BigInt(scaled), 2n ** power);
  }

  plus(other: Exact): Exact {
    if (this.denominator === other.denominator) return Exact.ratio(this.numerator + other.numerator, this.denominator);
    return Exact.ratio(
      this.numerator * other.denominator + other.numerator * this.denominator,
      this.denominator * other.denominator,
    );
  }

  minus(other: Exact): Exact {
    return this.plus(other.negated());
  }

  times(other: Exact): Exact {
    return Exact.ratio(this.numerator * other.numerator, this.denominator * other.denominator);
  }

  /** @throws IndexlabError when the divisor is zero */
  over(other: Exact): Exact {
    return Exact.ratio(this.numerator * other.denominator, this.denominator * other.numerator);
  }

  negated(): Exact {
    return new Exact(-this.numerator, this.denominator);
  }

  /** -1, 0 or 1: the sign of `this - other`. */
  compare(other: Exact): -1 | 0 | 1 {
    if (this.denominator === other.denominator)
      return this.numerator < other.numerator ? -1 : this.numerator > other.numerator ? 1 : 0;
    const left = this.numerator * other.denominator;
    const right = other.numerator * this.denominator;
    return left < right ? -1 : left > right ? 1 : 0;
  }

  equals(other: Exact): boolean {
    return this.numerator === other.numerator && this.denominator === other.denominator;
  }

  sign(): -1 | 0 | 1 {
    return this.numerator < 0n ? -1 : this.numerator > 0n ? 1 : 0;
  }

  /** The nearest double. */
  toNumber(): number {
    const negative = this.numerator < 0n;
    const magnitude = negative ? -this.numerator : this.numerator;
    // Both parts fit a double exactly: one correctly rounded division.
    if (magnitude <= maximumInteger && this.denominator <= maximumInteger) {
      return Number(this.numerator) / Number(this.denominator);
    }
    const value = nearestDouble(magnitude, this.denominator);
    return negative ? -value : value;
  }

  /**
   * The number in decimal digits, rounded half away from zero to `decimals` places.
   *
   * @example
   * Exact.ratio(2n, 3n).toFixed(4) // => '0.6667'
   */
  toFixed(decimals: number): string {
    const scale = 10n ** BigInt(decimals);
    const negative = this.numerator < 0n;
    const magnitude = negative ? -this.numerator : this.numerator;
    const rounded = (2n * magnitude * scale + this.denominator) / (2n * this.denominator);
    const digits = rounded.toString().padStart(decimals + 1, '0');
    const whole = digits.slice(0, digits.length - decimals);
    const fraction = decimals === 0 ? '' : `.${digits.slice(digits.length - decimals)}`;
    return `${negative && rounded !== 0n ? '-' : ''}${whole}${fraction}`;
  }

  /** All digits of a terminating decimal; otherwise `numerator/denominator`. */
  toString(): string {
    for (let decimals = 0, scale = 1n; decimals <= 40; decimals += 1, scale *= 10n) {
      if (scale % this.denominator === 0n) return this.toFixed(decimals);
    }
    return `${this.numerator}/${this.denominator}`;
  }
}

/**
 * The smallest of the numbers; at least one.
 *
 * @example
 * minimum(Exact.parse('0.3'), Exact.parse('0.25')).toString() // => '0.25'
 */
export function minimum(first: Exact, ...others: Exact[]): Exact {
  return others.reduce((least, value) => (value.compare(least) < 0 ? value : least), first);
}

/**
 * The largest of the numbers; at least one.
 *
 * @example
 * maximum(Exact.parse('0.3'), Exact.parse('0.25')).toString() // => '0.3'
 */
export function maximum(first: Exact, ...others: Exact[]): Exact {
  return others.reduce((most, value) => (value.compare(most) > 0 ? value : most), first);
}

/**
 * A number plus products of two numbers each, reduced once.
 *
 * @example
 * sumOfProducts(Exact.one, [[Exact.parse('0.5'), Exact.parse('3')], [Exact.parse('0.1'), Exact.parse('5')]]).toString() // => '3'
 */
export function sumOfProducts(start: Exact, products: Iterable<readonly [Exact, Exact]>): Exact {
  let { numerator, denominator } = start;
  for (const [a, b] of products) {
    const [above, below] = [a.numerator * b.numerator, a.denominator * b.denominator];
    if (below === denominator) numerator += above;
    else if (denominator % below === 0n) numerator += above * (denominator / below);
    else if (below % denominator === 0n) {
      numerator = numerator * (below / denominator) + above;
      denominator = below;
    } else {
      numerator = numerator * below + above * denominator;
      denominator *= below;
    }
  }
  return Exact.ratio(numerator, denominator);
}

const maximumInteger = BigInt(Number.MAX_SAFE_INTEGER);

/** Scales the quotient to 64 significant bits with a sticky last bit, so that one rounding remains. */
function nearestDouble(numerator: bigint, denominator: bigint): number {
  const shift = 64 - (bitLength(numerator) - bitLength(denominator));
  const scaledNumerator = shift > 0 ? numerator << BigInt(shift) : numerator;
  const scaledDenominator = shift > 0 ? denominator : denominator << BigInt(-shift);
  const quotient = scaledNumerator / scaledDenominator;
  const sticky = scaledNumerator % scaledDenominator === 0n ? 0n : 1n;
  return Number((quotient << 1n) | sticky) * 2 ** (-shift - 1);
}

function bitLength(value: bigint): number {
  return value.toString(2).length;
}

function greatestCommonDivisor(left: bigint, right: bigint): bigint {
  let a = left < 0n ? -left : left;
  let b = right < 0n ? -right : right;
  while (b !== 0n) {
    if (a <= maximumInteger && b <= maximumInteger) return BigInt(smallDivisor(Number(a), Number(b)));
    [a, b] = [b, a % b];
  }
  return a === 0n ? 1n : a;
}

/** The same of whole numbers that doubles hold exactly; the second is not zero. */
function smallDivisor(left: number, right: number): number {
  let [a, b] = [left, right];
  while (b !== 0) [a, b] = [b, a % b];
  return a;
}
