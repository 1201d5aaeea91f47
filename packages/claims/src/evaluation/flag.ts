const yes = new Set(['yes', 'true', '1', 'x', '✓', '是']);
const no = new Set(['no', 'false', '0', '', '-', '否']);

/** What a cell of a column of yes and no says; `null` where it is neither. */
export function flagOf(text: string): boolean | null {
  const plain = text.toLowerCase();
  return yes.has(plain) ? true : no.has(plain) ? false : null;
}
