import type { ImportReport } from '@indexlab/readers';
import { noteText } from './note-text.js';

/** A warning is told once for each thing that it is about; so many are told one by one. */
const shown = 10;

/** The warnings of a report as lines: file, row, column, value and what was assumed; at most ten, and a count. */
export function warningLines(file: string, report: ImportReport): string[] {
  const warnings = report.notes.filter(({ weight }) => weight === 'warning');
  const lines = warnings.slice(0, shown).map((note) => {
    const { where, what } = noteText(note);
    return `warning: ${[file, ...where].join(', ')}: ${what}`;
  });
  const more = warnings.length - lines.length;
  return more > 0 ? [...lines, `${file}: ${more} more warnings; "indexlab load" lists them all`] : lines;
}
