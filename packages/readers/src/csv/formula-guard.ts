// A sheet runs a text cell of a CSV file as a formula when it starts with one of these; an apostrophe in front stops it.
// Texts that have apostrophes before such a start get one more, so that taking one off always gives the text back.
const formula = /^'*[=+\-@\t\r\n]/;
const guarded = /^'+[=+\-@\t\r\n]/;

export function guardFormula(text: string): string {
  return formula.test(text) ? `'${text}` : text;
}

export function isGuarded(text: string): boolean {
  return guarded.test(text);
}

export function withoutGuard(text: string): string {
  return isGuarded(text) ? text.slice(1) : text;
}
