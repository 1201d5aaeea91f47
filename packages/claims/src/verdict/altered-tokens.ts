/**
 * Every token that differs from a printed one by a typing slip: one digit replaced, or two neighbouring digits swapped.
 * A leading zero is left out where the token has several whole digits.
 *
 * @example
 * alteredTokens('12').length // => 18
 */
export function alteredTokens(token: string): string[] {
  const altered = new Set<string>();
  const digits = [...token].flatMap((sign, at) => (/\d/.test(sign) ? [at] : []));
  for (const at of digits) {
    for (let digit = 0; digit <= 9; digit += 1) altered.add(`${token.slice(0, at)}${digit}${token.slice(at + 1)}`);
  }
  digits.forEach((at, index) => {
    const next = digits[index + 1];
    if (next === undefined) return;
    const signs = [...token];
    [signs[at], signs[next]] = [signs[next]!, signs[at]!];
    altered.add(signs.join(''));
  });
  altered.delete(token);
  return [...altered].filter((one) => !/^[-−+]?0\d/.test(one) || /^[-−+]?0\d/.test(token));
}
