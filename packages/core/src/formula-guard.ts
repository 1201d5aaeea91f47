// A sheet runs a text cell of a CSV file as a formula when it starts with one of these, full-width forms included; an
// apostrophe in front stops it. Texts that have apostrophes before such a start get one more, so that taking one off
// always gives the text back.
const formula = /^'*[=+\-@\t\r\n＝＋－＠]/;
const guarded = /^'+[=+\-@\t\r\n＝＋－＠]/;

/**
 * A text with an apostrophe in front where a sheet would run it as a formula.
 *
 * @example
 * guardFormula('=cmd|x') // => "'=cmd|x"
 */
export function guardFormula(text: string): string {
  return formula.test(text) ? `'${text}` : text;
}

/**
 * Whether a text carries the apostrophe of {@link guardFormula}.
 *
 * @example
 * isGuarded("'@SUM(1)") // => true
 */
export function isGuarded(text: string): boolean {
  return guarded.test(text);
}

/**
 * The text that {@link guardFormula} was given.
 *
 * @example
 * withoutGuard("'=1+1") // => '=1+1'
 */
export function withoutGuard(text: string): string {
  return isGuarded(text) ? text.slice(1) : text;
}
