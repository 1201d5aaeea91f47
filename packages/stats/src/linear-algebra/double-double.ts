/**
 * Double-double arithmetic: a number as the unevaluated sum of two doubles, about 32 digits.
 *
 * The building blocks are those of Dekker (1971) and Knuth; see Hida, Li and Bailey (2001), "Algorithms for quad-double
 * precision floating point arithmetic". Magnitudes must stay below about 1e300.
 */
export type DoubleDouble = readonly [high: number, low: number];

const splitter = 134217729; // 2^27 + 1

/** The exact sum of two doubles. */
export function twoSum(a: number, b: number): DoubleDouble {
  const sum = a + b;
  const part = sum - a;
  return [sum, a - (sum - part) + (b - part)];
}

/** The exact product of two doubles. */
export function twoProduct(a: number, b: number): DoubleDouble {
  const product = a * b;
  const aScaled = splitter * a;
  const aHigh = aScaled - (aScaled - a);
  const aLow = a - aHigh;
  const bScaled = splitter * b;
  const bHigh = bScaled - (bScaled - b);
  const bLow = b - bHigh;
  return [product, aLow * bLow - (product - aHigh * bHigh - aLow * bHigh - aHigh * bLow)];
}

function quickTwoSum(large: number, small: number): DoubleDouble {
  const sum = large + small;
  return [sum, small - (sum - large)];
}

export function add(a: DoubleDouble, b: DoubleDouble): DoubleDouble {
  const high = twoSum(a[0], b[0]);
  const low = twoSum(a[1], b[1]);
  const middle = quickTwoSum(high[0], high[1] + low[0]);
  return quickTwoSum(middle[0], middle[1] + low[1]);
}

export function negate(a: DoubleDouble): DoubleDouble {
  return [-a[0], -a[1]];
}

export function subtract(a: DoubleDouble, b: DoubleDouble): DoubleDouble {
  return add(a, negate(b));
}

export function multiply(a: DoubleDouble, b: DoubleDouble): DoubleDouble {
  const product = twoProduct(a[0], b[0]);
  return quickTwoSum(product[0], product[1] + (a[0] * b[1] + a[1] * b[0]));
}

export function divide(a: DoubleDouble, b: DoubleDouble): DoubleDouble {
  const first = a[0] / b[0];
  const rest = subtract(a, multiply(b, [first, 0]));
  const second = rest[0] / b[0];
  const third = subtract(rest, multiply(b, [second, 0]))[0] / b[0];
  return add(quickTwoSum(first, second), [third, 0]);
}

/** The square root: one Newton step from the double's. */
export function squareRoot(a: DoubleDouble): DoubleDouble {
  if (a[0] <= 0) return [Math.sqrt(a[0]), 0];
  const root = Math.sqrt(a[0]);
  const rest = subtract(a, twoProduct(root, root));
  return quickTwoSum(root, rest[0] / (2 * root));
}

const logTwo: DoubleDouble = [0.6931471805599453, 2.3190468138462996e-17];

/** The exponential: halve the argument until it is tiny, take the series, square back. */
export function exponential(a: DoubleDouble): DoubleDouble {
  const powerOfTwo = Math.round(a[0] / logTwo[0]);
  const reduced = subtract(a, multiply(logTwo, [powerOfTwo, 0]));
  const halvings = 9;
  const small: DoubleDouble = [reduced[0] / 2 ** halvings, reduced[1] / 2 ** halvings];
  let term: DoubleDouble = small;
  let less: DoubleDouble = small; // the exponential less one, which keeps its digits while it is squared
  for (let k = 2; k <= 9; k++) {
    term = divide(multiply(term, small), [k, 0]);
    less = add(less, term);
  }
  for (let k = 0; k < halvings; k++) less = add(multiply(less, less), [2 * less[0], 2 * less[1]]);
  const result = add(less, [1, 0]);
  return [scale(result[0], powerOfTwo), scale(result[1], powerOfTwo)];
}

/** The natural logarithm: one Newton step from the double's. */
export function logarithm(a: DoubleDouble): DoubleDouble {
  if (!(a[0] > 0) || a[0] === Infinity) return [Math.log(a[0]), 0];
  const powerOfTwo = Math.round(Math.log2(a[0]));
  const mantissa: DoubleDouble = [scale(a[0], -powerOfTwo), scale(a[1], -powerOfTwo)];
  const guess = Math.log(mantissa[0]);
  const step = subtract(multiply(mantissa, exponential([-guess, 0])), [1, 0]);
  const log = add([guess, 0], subtract(step, multiply(step, [step[0] / 2, 0])));
  return add(multiply(logTwo, [powerOfTwo, 0]), log);
}

/** A number times a power of two, in two factors, because the power alone may not be a double. */
function scale(value: number, powerOfTwo: number): number {
  const half = Math.trunc(powerOfTwo / 2);
  return value * 2 ** half * 2 ** (powerOfTwo - half);
}
