/**
 * The number that a file stores as a decimal text; `null` for anything else, such as `0x10`, a blank or `Infinity`.
 *
 * @example
 * ['1e3', ' -.5 ', '0x10', '', '1e400'].map(storedNumber) // => [1000, -0.5, null, null, null]
 */
export function storedNumber(text: string): number | null {
  if (!/^\s*[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?\s*$/i.test(text)) return null;
  const number = Number(text);
  return Number.isFinite(number) ? number : null;
}
