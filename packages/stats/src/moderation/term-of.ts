/** A column's name in backticks where it is none to a formula; any other expression as it is. */
export function termOf(name: string, columns: readonly string[]): string {
  return columns.includes(name) && !/^[\p{L}_.][\p{L}\p{M}\p{N}_.]*$/u.test(name) ? `\`${name}\`` : name;
}
