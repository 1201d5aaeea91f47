/**
 * The digits of a printed cell as a plain decimal: without separators of thousands, per cent sign and blanks, full width or not; `null`
 * where the cell is no number.
 *
 * @example
 * [bareToken('1,234.50'), bareToken('−3.2 %'), bareToken('n.a.')] // => ['1234.50', '-3.2', null]
 */
export function bareToken(printed: string): string | null {
  if (/^-?\d+(\.\d+)?$/.test(printed)) return printed;
  const plain = printed
    .normalize('NFKC')
    .trim()
    .replace(/\s*[%‰]$/u, '')
    .replace('−', '-')
    .replace(/^\+/, '');
  if (/^-?\d{1,3}(,\d{3})+(\.\d+)?$/.test(plain)) return plain.replaceAll(',', '');
  return /^-?\d+(\.\d+)?$/.test(plain) ? plain : null;
}
