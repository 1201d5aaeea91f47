/**
 * A text in which nothing can steer a terminal or turn the direction of what follows: control characters other than line
 * ends and tabs, and the marks of direction, stand as their escapes.
 *
 * @example
 * visibleText('a\u001b[2J\u202e') // => 'a\\u001b[2J\\u202e'
 * @example
 * visibleText('北京\n') // => '北京\n'
 */
export function visibleText(text: string): string {
  return text.replace(steering, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** C0 without tab and line feed, a carriage return that ends no line, DEL, C1, line separators, marks of direction. */
const steering =
  // eslint-disable-next-line no-control-regex -- control characters are what is looked for
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]|\r(?!\n)/g;
