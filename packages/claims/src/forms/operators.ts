import { Exact, maximum, minimum } from '@indexlab/core';
import { correlationPValue } from './correlation-p-value.js';
import type { Operator } from './form.js';
import { hullOf, inverseOf, point, productOf, quotientOf, type Range, rising, signOf, sumOf } from './range.js';

/** What an operation gives over ranges of its operands, and how fast it moves with each of them. */
interface Rule {
  /** A range that holds every value; `null` where there is none. */
  enclose(of: readonly Range[]): Range | null;
  /** Ranges that hold the derivative by each operand; `null` where there is none. */
  slopes(of: readonly Range[]): readonly (Range | null)[];
}

const one = point(Exact.one);
const unit: Range = [Exact.zero, Exact.one];
const minus = (range: Range): Range => [range[1].negated(), range[0].negated()];
/** Stands for a slope of known sign and unknown size. */
const steep = Exact.parse('1e12');

export const operators: Readonly<Record<Operator, Rule>> = {
  plus: {
    enclose: (of) => of.reduce(sumOf),
    slopes: (of) => of.map(() => one),
  },
  times: {
    enclose: ([a, b]) => productOf(a!, b!),
    slopes: ([a, b]) => [b!, a!],
  },
  over: {
    enclose: ([a, b]) => quotientOf(a!, b!),
    slopes: ([a, b]) => [inverseOf(b!), quotientOf(minus(a!), positivePower(b!, 2))],
  },
  power: {
    enclose: ([base, exponent]) => powerOf(base!, exponent![0]),
    slopes: ([base, exponent]) => {
      const lower = powerOf(base!, exponent![0].minus(Exact.one));
      return [lower && productOf(lower, exponent!), point(Exact.zero)];
    },
  },
  minimum: {
    enclose: (of) => [minimum(of[0]![0], ...of.map(([low]) => low)), minimum(of[0]![1], ...of.map(([, high]) => high))],
    slopes: (of) => extremeSlopes(of.map(minus)),
  },
  maximum: {
    enclose: (of) => [maximum(of[0]![0], ...of.map(([low]) => low)), maximum(of[0]![1], ...of.map(([, high]) => high))],
    slopes: extremeSlopes,
  },
  absolute: {
    enclose: ([a]) => absoluteOf(a!),
    slopes: ([a]) => {
      const sign = signOf(a!);
      return [sign === null ? [Exact.one.negated(), Exact.one] : point(Exact.fromNumber(sign))];
    },
  },
  root: {
    enclose: ([a]) => (a![1].sign() < 0 ? null : rootOf(a!)),
    slopes: ([a]) => {
      const root = a![0].sign() > 0 ? rootOf(a!) : null;
      const half = root && inverseOf(productOf(root, point(Exact.fromNumber(2))));
      return [half ?? [Exact.zero, steep]];
    },
  },
  logarithm: {
    enclose: ([a]) => (a![0].sign() > 0 ? rising(Math.log, a!) : null),
    slopes: ([a]) => [inverseOf(a!)],
  },
  // The share, then the values; linear interpolation between order statistics, (n - 1) p behind the first (type 7).
  quantile: {
    enclose: ([share, ...values]) => [
      quantileOf(
        values.map(([low]) => low),
        share![0],
      ),
      quantileOf(
        values.map(([, high]) => high),
        share![0],
      ),
    ],
    slopes: ([, ...values]) => [point(Exact.zero), ...values.map(() => unit)],
  },
  pvalue: {
    enclose: ([r, n]) => {
      const size = absoluteOf(r!);
      const of = (value: Exact, count: Exact): Range | null =>
        rising(() => correlationPValue(value.toNumber(), count.toNumber()), point(value));
      const [low, high] = [of(size[1], n![1]), of(size[0], n![0])];
      return low && high && hullOf([low, high]);
    },
    slopes: ([r]) => {
      const sign = signOf(r!);
      const falls: Range = [steep.negated(), Exact.zero];
      return [sign === null ? [steep.negated(), steep] : sign > 0 ? falls : minus(falls), falls];
    },
  },
};

function absoluteOf([low, high]: Range): Range {
  if (low.sign() >= 0) return [low, high];
  if (high.sign() <= 0) return minus([low, high]);
  return [Exact.zero, maximum(low.negated(), high)];
}

/** The largest operand moves one to one; one that is surely smaller, not at all. */
function extremeSlopes(of: readonly Range[]): Range[] {
  return of.map(([low, high], at) => {
    const others = of.filter((_, index) => index !== at);
    if (others.every(([, top]) => low.compare(top) >= 0)) return one;
    return others.some(([bottom]) => bottom.compare(high) > 0) ? point(Exact.zero) : unit;
  });
}

/** Clips a range at zero from below: a sum of squares whose enclosure dips under it. */
function rootOf([low, high]: Range): Range | null {
  const bottom = low.sign() < 0 ? Exact.zero : low;
  const range = rising(Math.sqrt, [bottom, high]);
  return range && [range[0].sign() < 0 ? Exact.zero : range[0], range[1]];
}

function powerOf(base: Range, exponent: Exact): Range | null {
  if (exponent.denominator === 1n && exponent.sign() >= 0) return positivePower(base, Number(exponent.numerator));
  if (exponent.denominator === 1n) return inverseOf(positivePower(base, -Number(exponent.numerator)));
  if (base[0].sign() < 0 || (base[0].sign() === 0 && exponent.sign() < 0)) return null;
  const power = exponent.toNumber();
  if (power >= 0) return rising((value) => value ** power, base);
  return rising((value) => (1 / value) ** -power, [base[1], base[0]]);
}

function positivePower(base: Range, exponent: number): Range {
  let [low, high] = [Exact.one, Exact.one];
  for (let step = 0; step < exponent; step += 1) [low, high] = [low.times(base[0]), high.times(base[1])];
  if (exponent % 2 === 1 || base[0].sign() >= 0) return [low, high];
  if (base[1].sign() <= 0) return [high, low];
  return [Exact.zero, maximum(low, high)];
}

function quantileOf(values: readonly Exact[], share: Exact): Exact {
  const sorted = [...values].sort((a, b) => a.compare(b));
  const at = share.times(Exact.fromNumber(sorted.length - 1));
  const before = Number(at.numerator / at.denominator);
  const [low, high] = [sorted[before]!, sorted[before + 1] ?? sorted[before]!];
  return low.plus(high.minus(low).times(at.minus(Exact.fromNumber(before))));
}
