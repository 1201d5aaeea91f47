import type { ImportReport } from '@indexlab/readers';
import { namedIn } from './named-in.js';
import { noteText } from './note-text.js';

/** A warning is told once for each thing that it is about; so many are told one by one. */
const shown = 10;

/**
 * The warnings of a report as lines: file, row, column, value and what was assumed; at most ten, and a count.
 *
 * @param said what the user said to a verb that uses the columns so named and no others: warnings of others are only counted
 */
export function warningLines(file: string, report: ImportReport, said?: readonly unknown[]): string[] {
  const all = report.notes.filter(({ weight }) => weight === 'warning');
  const warnings = all.filter(({ column }) => column === null || said === undefined || namedIn(said, column));
  const lines = warnings.slice(0, shown).map((note) => {
    const { where, what } = noteText(note);
    return `warning: ${[file, ...where].join(', ')}: ${what}`;
  });
  const more = warnings.length - lines.length;
  const others = all.length - warnings.length;
  const count = (number: number, of: string): string => `${number} more warning${number === 1 ? '' : 's'}${of}`;
  return [
    ...lines,
    ...(more > 0 ? [`${file}: ${count(more, '')}; "indexlab load" lists them all`] : []),
    ...(others > 0
      ? [`${file}: ${count(others, ' on columns that are not used here')}; "indexlab load" lists them all`]
      : []),
  ];
}
