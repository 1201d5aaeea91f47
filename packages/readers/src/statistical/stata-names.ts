/** Words that Stata keeps for itself. */
const reserved =
  /^(_all|_b|_coef|_cons|_n|_N|_pi|_pred|_rc|_skip|_weight|byte|double|float|if|in|int|long|strL|str\d+|using|with)$/;

/** Names that Stata allows, each once: letters of any script, digits and `_`, no digit first, at most 32 characters. */
export function stataNames(names: readonly string[]): string[] {
  const taken = new Set<string>();
  return names.map((name, index) => {
    const letters = name
      .normalize('NFC')
      .replaceAll(/[^\p{L}\p{N}_]+/gu, '_')
      .replaceAll(/^_+|_+$/g, '');
    const started = letters === '' ? `column_${index + 1}` : /^\p{N}/u.test(letters) ? `_${letters}` : letters;
    const allowed = reserved.test(started) ? `${started}_` : started;
    const cut = (length: number): string => [...allowed].slice(0, length).join('');
    let candidate = cut(32);
    for (let copy = 2; taken.has(candidate); copy += 1) candidate = `${cut(32 - 1 - String(copy).length)}_${copy}`;
    taken.add(candidate);
    return candidate;
  });
}
