const named = /(?:\p{Ll}{3}|\p{Script=Han}{2})\d{1,2}$/u;

/**
 * The rows whose texts end in a digit that is glued to a word (China1), where most of the others end in none: a small digit
 * that pointed to a note loses its height in a file of text. None where such names are usual (Group1, Group2).
 */
export function gluedNames(texts: readonly (string | null | undefined)[], rows: ArrayLike<number>): number[] {
  const found: number[] = [];
  let filled = 0;
  for (let index = 0; index < rows.length; index += 1) {
    const text = texts[rows[index]!]?.trim();
    if (!text) continue;
    filled += 1;
    if (named.test(text)) found.push(rows[index]!);
  }
  return 2 * found.length > filled ? [] : found;
}

/** Fewer numbers than this show no usual count of decimals. */
const fewest = 5;

/**
 * The rows whose numbers print one decimal more than nearly all others do (12.51 among 13.5 and 14.5): the last digit may be
 * a mark that points to a note. Dropped zeros leave fewer decimals, never more.
 */
export function gluedDecimals(
  values: Float64Array,
  decimals: Int8Array,
  rows: ArrayLike<number>,
): { readonly rows: readonly number[]; readonly usual: number } | null {
  const byCount = new Map<number, number[]>();
  let all = 0;
  for (let index = 0; index < rows.length; index += 1) {
    const row = rows[index]!;
    if (Number.isNaN(values[row]!)) continue;
    all += 1;
    const same = byCount.get(decimals[row]!);
    if (same) same.push(row);
    else byCount.set(decimals[row]!, [row]);
  }
  if (all < fewest || byCount.size < 2) return null;
  const most = Math.max(...byCount.keys());
  const usual = most - 1;
  const isUsual = usual >= 1 && (byCount.get(usual)?.length ?? 0) >= 0.75 * all;
  return isUsual ? { rows: byCount.get(most)!, usual } : null;
}
