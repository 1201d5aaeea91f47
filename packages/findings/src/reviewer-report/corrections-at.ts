import { numberRuns } from './ranks-touched.js';

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

/** Links to suspected mistakes by their numbers, behind a word in the first; three neighbours and more as from and to. */
export function correctionLinks(numbers: readonly number[], word = ''): string {
  const runs = numberRuns(numbers).flatMap(([from, to]) => (to === from + 1 ? [[from], [to]] : [[from, to]]));
  const link = (at: number, text: string): string => `<a href="#correction-${at}">${text}</a>`;
  return runs
    .map(([from = 0, to = from], at) => {
      const first = link(from, at === 0 ? `${word} ${from}`.trim() : String(from));
      return from === to ? first : `${first}-${link(to, String(to))}`;
    })
    .join(', ');
}
