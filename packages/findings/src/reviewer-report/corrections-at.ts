/**
 * The suspected mistakes of the cell that a reference names, by their numbers. One without a column (a row that is
 * missing behind it) belongs to every cell of its line, and so does one about a number of the text: its hedge or unit.
 */
export function correctionsAt(corrections: readonly { readonly ref: string }[]): (ref: string) => readonly number[] {
  const found = new Map<string, number[]>();
  for (const [at, { ref }] of corrections.entries()) {
    const place = ref.startsWith('text-') ? lineOf(ref) : ref;
    found.set(place, [...(found.get(place) ?? []), at + 1]);
  }
  return (ref) => {
    const line = lineOf(ref);
    return [...(found.get(ref) ?? []), ...(line === ref ? [] : (found.get(line) ?? []))];
  };
}

function lineOf(ref: string): string {
  return ref.replace(/(#\d+)\/.*$/su, '$1');
}
