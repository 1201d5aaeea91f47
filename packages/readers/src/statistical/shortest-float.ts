/** A number stored in single precision with the shortest digits that give it back: 0.1, not 0.10000000149011612. */
export function shortestFloat(stored: number): number {
  if (Number.isInteger(stored) || !Number.isFinite(stored)) return stored;
  for (let digits = 6; digits < 9; digits += 1) {
    const short = Number(stored.toPrecision(digits));
    if (Math.fround(short) === stored) return short;
  }
  return Number(stored.toPrecision(9));
}
