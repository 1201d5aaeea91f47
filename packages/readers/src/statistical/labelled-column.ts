import type { Column } from '@indexlab/core';
import type { NoteList } from '../import-report.js';

/** A column of codes and numbers as a statistics program stores it. */
export interface LabelledColumn {
  readonly name: string;
  /** NaN where missing. */
  readonly values: Float64Array;
  /** The code of missing cells that have one of their own (`.a`, `99`), `null` elsewhere; none when there is no such cell. */
  readonly codes: readonly (string | null)[] | null;
  /** What values mean. */
  readonly labels: ReadonlyMap<number, string>;
  /** What missing codes mean. */
  readonly codeLabels: ReadonlyMap<string, string>;
}

/**
 * The columns that a labelled one becomes: texts where its values are labelled, and `<name> flag` for the codes of
 * missing cells. A value without a label keeps its number. Where most values have no label (99 is "refused", the others
 * are incomes) the column stays one of numbers, and the labels stand in the flags.
 */
export function labelledColumns(column: LabelledColumn, notes: NoteList): Column[] {
  const { name, values, labels, codes } = column;
  const note = (rule: 'label' | 'flag', value: string | null, message: string, warning = false): void =>
    notes.count({ rule, line: null, column: name, value, message, weight: warning ? 'warning' : 'note' });
  const shown = (value: number): string | null => (Number.isNaN(value) ? null : (labels.get(value) ?? String(value)));
  const distinct = new Set<number>();
  for (const value of values) if (!Number.isNaN(value)) distinct.add(value);
  const labelled = [...distinct].filter((value) => labels.has(value));
  const asText = labelled.length > 0 && 2 * labelled.length >= distinct.size;
  const flags: (string | null)[] = codes ? [...codes] : new Array<string | null>(values.length).fill(null);
  if (asText) {
    note('label', null, 'values are shown by their labels');
    if (labelled.length < distinct.size) {
      const bare = [...distinct].filter((value) => !labels.has(value)).sort((a, b) => a - b);
      note('label', String(bare[0]), `${bare.length} of its values have no label and stay numbers`, true);
    }
  } else if (labelled.length > 0) {
    values.forEach((value, row) => {
      flags[row] ??= labels.get(value) ?? null;
    });
    const what = labelled.slice(0, 3).map((value) => `${value} is ${JSON.stringify(labels.get(value))}`);
    note('label', null, `the column stays numbers, of which few have a label (${what.join(', ')})`, true);
  }
  const found = [...new Set(codes ?? [])].filter((code) => code !== null).sort();
  if (found.length > 0) {
    const meaning = found.slice(0, 5).map((code) => {
      const label = column.codeLabels.get(code);
      return label === undefined ? code : `${code} (${label})`;
    });
    note('flag', found[0]!, `codes of missing cells stand in the column "${name} flag": ${meaning.join(', ')}`);
  }
  return [
    asText ? { type: 'text', name, values: Array.from(values, shown) } : { type: 'number', name, values },
    ...(flags.some((flag) => flag !== null) ? [{ type: 'text' as const, name: `${name} flag`, values: flags }] : []),
  ];
}
