/** Values for the placeholders of one row of `each`. */
export type Filling = ReadonlyMap<string, string>;

const braces = /\{([^{}]+)\}/gu;
const placeholder = /\{([\p{L}_][\p{L}\p{M}\p{N}_ -]*|#)\}/u;

/** A text with `{x}` replaced, where x is a column of `each`; other braces stay. */
export function fill(text: string, filling: Filling): string {
  if (!text.includes('{')) return text;
  return text.replace(braces, (whole, name: string) => filling.get(name) ?? whole);
}

/** A placeholder that was left in a text. */
export function placeholderIn(text: string): RegExpMatchArray | null {
  return text.match(placeholder);
}

/** The same for an expression: a name of several words is quoted where it is not yet. Also says where a place in the result was written. */
export function fillExpression(text: string, filling: Filling): { text: string; writtenAt: (at: number) => number } {
  const shifts: { from: number; by: number }[] = [];
  let shift = 0;
  const filled = text.replace(braces, (whole, name: string, offset: number) => {
    const value = filling.get(name);
    if (value === undefined) return whole;
    const isQuoted = text[offset - 1] === '"' && text[offset + whole.length] === '"';
    const quoted = isQuoted ? value : asName(value);
    shift += whole.length - quoted.length;
    shifts.push({ from: offset + whole.length - shift, by: shift });
    return quoted;
  });
  const writtenAt = (at: number): number => at + (shifts.findLast(({ from }) => at >= from)?.by ?? 0);
  return { text: filled, writtenAt };
}

function asName(value: string): string {
  const oneWord = /^[\p{L}_](?:[\p{L}\p{M}\p{N}_]|[-'’](?=[\p{L}\p{N}]))*$/u.test(value);
  const words = /^[\p{L}][\p{L}\p{M}\p{N}_ '’.&-]*$/u.test(value);
  return !oneWord && words ? `"${value}"` : value;
}
