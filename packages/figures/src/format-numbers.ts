/**
 * Prints numbers with one number of decimals, an empty text for `NaN`.
 *
 * Without decimals given, those that the numbers need, at most four. A number that would read as zero though it
 * is not, or that has more than 15 digits before the point, is printed with an exponent and three digits.
 *
 * @example
 * formatNumbers([1, 2.25, NaN]) // => ['1.00', '2.25', '']
 * @example
 * formatNumbers([0.5, 0.00000321]) // => ['0.5000', '3.21e-6']
 * @example
 * formatNumbers([2015, 2016]) // => ['2015', '2016']
 */
export function formatNumbers(values: readonly number[], decimals?: number): string[] {
  const places =
    decimals ??
    Math.min(
      4,
      values.reduce((most, value) => Math.max(most, neededDecimals(value)), 0),
    );
  return values.map((value) => {
    if (Number.isNaN(value)) return '';
    if (!Number.isFinite(value)) return String(value);
    const text = value.toFixed(places);
    const vanishes = value !== 0 && Number(text) === 0;
    if (vanishes || Math.abs(value) >= 1e15) return value.toExponential(2);
    return value === 0 ? text.replace('-', '') : text;
  });
}

function neededDecimals(value: number): number {
  if (!Number.isFinite(value)) return 0;
  const [digits, exponent = '0'] = String(value).split('e') as [string, string?];
  return Math.max(0, (digits.split('.')[1]?.length ?? 0) - Number(exponent));
}
