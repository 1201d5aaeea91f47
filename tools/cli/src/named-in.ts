/**
 * Whether what a user said to a verb names a column: in an option, in a formula, in a specification. A formula with a point
 * for all other columns names every one. A name counts where it stands by itself, with blanks and full-width forms as
 * headers have them or without.
 *
 * @param said texts, or options with texts among them
 */
export function namedIn(said: readonly unknown[], column: string): boolean {
  const texts = said.flatMap(textsIn);
  if (texts.some((text) => /~(?:.*[\s+])?\.(?:$|[\s+|-])/.test(text))) return true;
  const name = plain(column);
  if (name === '') return true;
  return texts.some((text) => standsIn(plain(text), name));
}

function textsIn(said: unknown): string[] {
  if (typeof said === 'string') return [said];
  return typeof said === 'object' && said !== null ? Object.values(said).flatMap(textsIn) : [];
}

function plain(text: string): string {
  return text.normalize('NFKC').replaceAll(/\s/g, '');
}

/** Whether a name stands in a text with no further letter or digit of its own script beside it. */
function standsIn(text: string, name: string): boolean {
  const word = /[\p{L}\p{N}_]/u;
  const joins = (a: string, b: string): boolean => word.test(a) && word.test(b) && !/\p{Script=Han}/u.test(a + b);
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
    const end = at + name.length;
    if (!joins(text[at - 1] ?? '', name[0]!) && !joins(name.at(-1)!, text[end] ?? '')) return true;
  }
  return false;
}
