/**
 * Whether two names of columns differ in blanks at most: headers space characters out, and `GDP 增速` is asked for as
 * `GDP增速`.
 *
 * @example
 * sameName('GDP 增速', 'GDP增速') // => true
 */
export function sameName(left: string, right: string): boolean {
  return left === right || left.replaceAll(/\s/g, '') === right.replaceAll(/\s/g, '');
}
