import { displayWidth } from '@indexlab/figures';

/**
 * A text in lines that fit a width, where a Chinese character takes two columns: broken at blanks, and within a word that
 * is too long for a line, or behind a Chinese character.
 *
 * @param indent what every line but the first begins with
 */
export function wrapText(text: string, width = 80, indent = ''): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.match(/\s*[^\s\p{Script=Han}]+|\s*\p{Script=Han}[\p{Punctuation}]*/gu) ?? []) {
    if (displayWidth(line + word) <= width) {
      line += word;
      continue;
    }
    if (line.trim() !== '') lines.push(line);
    line = indent + word.trimStart();
    while (displayWidth(line) > width) {
      const head = [...line].reduce(
        (taken, letter) => (displayWidth(taken + letter) <= width ? taken + letter : taken),
        '',
      );
      lines.push(head);
      line = indent + line.slice(head.length);
    }
  }
  return [...lines, line];
}
