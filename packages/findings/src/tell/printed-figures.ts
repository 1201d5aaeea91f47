import { loadTable } from '@indexlab/adapters';
import { assertThat, didYouMean, type PrintedNumber, printedNumber } from '@indexlab/core';

/** A number in a sentence of a report: as printed, the values that it stands for, and the number itself. */
export interface SentenceFigure extends PrintedNumber {
  readonly value: number;
  /** What the sentence says, in plain words. */
  readonly statement: string;
}

/**
 * The numbers in the sentences of a report, by their names.
 *
 * @param report the report's short id
 * @returns a function from a name in the report's `text-figures` to the number; a range has no value, `NaN`
 * @throws IndexlabError when the report or the name is unknown
 *
 * @example
 * printedFigures('internet-plus-2018')('gini-2017').value // => 0.59
 */
export function printedFigures(report: string): (name: string) => SentenceFigure {
  const { table } = loadTable(`${report}/text-figures`);
  const rows = new Map(table.toRows().map((row) => [String(row['id']), row]));
  return (name) => {
    const row = rows.get(name);
    assertThat(
      row !== undefined,
      () => `printedFigures requires the name of a figure in the text, got ${JSON.stringify(name)} (${report})`,
      didYouMean(name, rows.keys(), 'figures'),
    );
    const token = String(row['token']);
    const figure = printedNumber(token, {
      unit: String(row['unit'] ?? ''),
      exact: row['exact'] === 'true',
      ...(token.includes('~') && { qualifier: 'range' as const }),
    });
    return { ...figure, value: Number(token.replaceAll(',', '')), statement: String(row['statement']) };
  };
}
