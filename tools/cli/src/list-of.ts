/** The items of an option that takes a list separated by commas. */
export function listOf(text: string): string[] {
  return text.split(',').map((item) => item.trim());
}

/** The columns of such a list, where a name with commas in it is one column, if there is such a column. */
export function columnList(text: string, columns: readonly string[]): string[] {
  const parts = text.split(',');
  const found: string[] = [];
  for (let from = 0; from < parts.length; ) {
    let to = parts.length;
    while (to > from + 1 && !columns.includes(parts.slice(from, to).join(',').trim())) to -= 1;
    found.push(parts.slice(from, to).join(',').trim());
    from = to;
  }
  return found;
}
