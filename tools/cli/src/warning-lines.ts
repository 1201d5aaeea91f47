import type { ImportReport } from '@indexlab/readers';

/** A warning is told once for each thing that it is about; so many are told one by one. */
const shown = 10;

/** The warnings of a report as lines: file, row, column, value and what was assumed; at most ten, and a count. */
export function warningLines(file: string, report: ImportReport): string[] {
  const warnings = report.notes.filter(({ weight }) => weight === 'warning');
  const lines = warnings.slice(0, shown).map(({ row, column, value, message, count }) => {
    const where = [
      ...(row === null ? [] : [`row ${row}`]),
      ...(column === null ? [] : [`column ${quoted(column)}`]),
      ...(value === null ? [] : [quoted(value)]),
    ];
    return `warning: ${[file, ...where].join(', ')}: ${message}${count > 1 ? ` (${count} times)` : ''}`;
  });
  const more = warnings.length - lines.length;
  return more > 0 ? [...lines, `${file}: ${more} more warnings; "indexlab load" lists them all`] : lines;
}

/** A text from a file, without characters that a terminal would obey. */
function quoted(text: string): string {
  return JSON.stringify(text.length > 80 ? `${text.slice(0, 80)}…` : text);
}
