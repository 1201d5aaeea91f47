import { assertThat } from './errors.js';
import { Exact, maximum, minimum } from './exact.js';

/**
 * A closed interval with exact ends; an end that is `null` is unbounded.
 *
 * @example
 * Interval.parse('0.5065', '0.5075').contains(Exact.parse('0.507')) // => true
 * @example
 * Interval.parse('1', '2').plus(Interval.parse('0.5', '0.5')).toString() // => '[1.5, 2.5]'
 */
export class Interval {
  readonly lower: Exact | null;
  readonly upper: Exact | null;

  /** @throws IndexlabError when the lower end lies above the upper end */
  constructor(lower: Exact | null, upper: Exact | null) {
    assertThat(
      lower === null || upper === null || lower.compare(upper) <= 0,
      () => `Interval requires a lower end not above the upper end, got [${lower}, ${upper}]`,
    );
    this.lower = lower;
    this.upper = upper;
  }

  /** The interval between two decimal tokens. */
  static parse(lower: string, upper: string): Interval {
    return new Interval(Exact.parse(lower), Exact.parse(upper));
  }

  /** The interval that holds one value only. */
  static point(value: Exact): Interval {
    return new Interval(value, value);
  }

  /** The smallest interval that holds all the values; at least one. */
  static hull(first: Exact, ...others: Exact[]): Interval {
    return new Interval(minimum(first, ...others), maximum(first, ...others));
  }

  contains(value: Exact): boolean {
    return (
      (this.lower === null || this.lower.compare(value) <= 0) && (this.upper === null || this.upper.compare(value) >= 0)
    );
  }

  /** Whether the two intervals have a value in common. */
  meets(other: Interval): boolean {
    return notAbove(this.lower, other.upper) && notAbove(other.lower, this.upper);
  }

  /** Whether every value of the other interval lies in this one. */
  covers(other: Interval): boolean {
    const below = this.lower === null || (other.lower !== null && this.lower.compare(other.lower) <= 0);
    const above = this.upper === null || (other.upper !== null && this.upper.compare(other.upper) >= 0);
    return below && above;
  }

  /** Upper end minus lower end; `null` when an end is unbounded. */
  width(): Exact | null {
    return this.lower === null || this.upper === null ? null : this.upper.minus(this.lower);
  }

  plus(other: Interval): Interval {
    return new Interval(
      this.lower && other.lower && this.lower.plus(other.lower),
      this.upper && other.upper && this.upper.plus(other.upper),
    );
  }

  minus(other: Interval): Interval {
    return this.plus(other.negated());
  }

  negated(): Interval {
    return new Interval(this.upper && this.upper.negated(), this.lower && this.lower.negated());
  }

  /** @throws IndexlabError when either interval is unbounded */
  times(other: Interval): Interval {
    const [a, b] = this.ends('times');
    const [c, d] = other.ends('times');
    return Interval.hull(a.times(c), a.times(d), b.times(c), b.times(d));
  }

  /** @throws IndexlabError when either interval is unbounded or the divisor holds zero */
  over(other: Interval): Interval {
    const [a, b] = this.ends('over');
    const [c, d] = other.ends('over');
    assertThat(!other.contains(Exact.zero), () => `Interval.over requires a divisor without zero, got ${other}`);
    return Interval.hull(a.over(c), a.over(d), b.over(c), b.over(d));
  }

  /** Both ends of a bounded interval. @throws IndexlabError when an end is unbounded */
  ends(caller = 'ends'): [Exact, Exact] {
    assertThat(
      this.lower !== null && this.upper !== null,
      () => `Interval.${caller} requires a bounded interval, got ${this}`,
    );
    return [this.lower, this.upper];
  }

  toString(): string {
    return `[${this.lower ?? '-inf'}, ${this.upper ?? 'inf'}]`;
  }
}

function notAbove(lower: Exact | null, upper: Exact | null): boolean {
  return lower === null || upper === null || lower.compare(upper) <= 0;
}
