import { cellInterval, cellToken, Exact, exactDigits, Interval, type NumberColumn } from '@indexlab/core';
import { asWarning, cellProblem, type Problem, type RuleName } from './problem.js';

/**
 * Compares a cell with the bounds that other cells give for it: nothing where they meet the interval of its printed
 * digits; `truncated-digits` (warning) where they only meet the values that its digits stand for when cut off instead of
 * rounded; otherwise the rule that is broken.
 *
 * @param what what the bounds are of, such as "the sum of base and industry"
 */
export function againstPrinted(
  rule: RuleName,
  column: NumberColumn,
  row: number,
  bounds: Interval,
  what: string,
): Problem[] {
  if (cellInterval(column, row).meets(bounds)) return [];
  const message = `The cell prints ${cellToken(column, row)}; ${what} is ${describe(bounds)}`;
  if (column.decimals![row] !== exactDigits && truncatedInterval(cellToken(column, row)).meets(bounds)) {
    return [asWarning(cellProblem('truncated-digits', column, row, `${message}, cut off instead of rounded.`))];
  }
  return [cellProblem(rule, column, row, `${message}.`)];
}

/** The values that a token stands for when its last digit is cut off: up to one unit further from zero. */
function truncatedInterval(token: string): Interval {
  const value = Exact.parse(token);
  const point = token.indexOf('.');
  const unit = Exact.ratio(1n, 10n ** BigInt(point < 0 ? 0 : token.length - point - 1));
  return Interval.hull(value, token.startsWith('-') ? value.minus(unit) : value.plus(unit));
}

function describe(bounds: Interval): string {
  const [lower, upper] = bounds.ends('audit');
  return lower.equals(upper) ? shown(lower) : `between ${shown(lower)} and ${shown(upper)}`;
}

function shown(value: Exact): string {
  const digits = value.toString();
  return digits.includes('/') || digits.length > 10 ? String(Number(value.toNumber().toPrecision(8))) : digits;
}
