/** The items of an option that takes a list separated by commas. */
export function listOf(text: string): string[] {
  return text.split(',').map((item) => item.trim());
}
