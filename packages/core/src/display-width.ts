/**
 * The columns that a text takes in a terminal or any other fixed-width font: two for a Chinese or other wide
 * character, none for a combining mark, one for the rest.
 *
 * @example
 * displayWidth('北京 A') // => 6
 */
export function displayWidth(text: string): number {
  let width = 0;
  for (const character of text) width += wide.test(character) ? 2 : /[\p{M}\p{Cc}\p{Cf}]/u.test(character) ? 0 : 1;
  return width;
}

/** East Asian Width W and F of Unicode. */
const wide =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\u3247\u3250-\u4dbf\u4e00-\ua4cf\ua960-\ua97c\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6b\uff01-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u;
