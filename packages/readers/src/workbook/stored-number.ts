/**
 * The number that a file stores as a decimal text; `null` for anything else, such as `0x10`, a blank or `Infinity`.
 */
export function storedNumber(text: string): number | null {
  if (!/^\s*[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?\s*$/i.test(text)) return null;
  const number = Number(text);
  return Number.isFinite(number) ? number : null;
}
