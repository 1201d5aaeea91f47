/** Rows as lines of CSV, the columns of the first row; missing is an empty cell. */
export function csvLines(rows: readonly object[]): string[] {
  const columns = Object.keys(rows[0] ?? {});
  return [
    columns.map(csvCell).join(','),
    ...rows.map((row) => columns.map((column) => csvCell((row as Record<string, unknown>)[column])).join(',')),
  ];
}

/** A value as one cell of CSV, quoted where it must be; missing is empty, a list is joined by spaces. */
export function csvCell(value: unknown): string {
  const text = value === null || value === undefined ? '' : Array.isArray(value) ? value.join(' ') : String(value);
  return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
