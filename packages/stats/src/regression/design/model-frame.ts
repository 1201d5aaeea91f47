import {
  assertThat,
  type Data,
  dataSource,
  IndexlabError,
  listNames,
  nearestNames,
  numbersOf,
  textCells,
  textsOf,
} from '@indexlab/core';
import { holdsText } from '../../descriptive/numeric-columns.js';
import type { DoubleColumn } from '../../linear-algebra/double-column.js';
import { columnsIn } from '../formula/evaluate.js';
import type { Formula } from '../formula/formula.js';

/** The rows of the data that a model uses. */
export interface ModelFrame {
  /** The rows used, counted from zero in the data. */
  readonly rows: Int32Array;
  /** How many rows were left out because a column of the model is missing there. */
  readonly missing: number;
  /** Whether a column holds texts, and so categories. */
  isText(name: string): boolean;
  numbers(name: string): Float64Array;
  texts(name: string): string[];
}

/**
 * The rows in which no column of the formula, nor any other the model needs, is missing.
 *
 * @param others columns of weights, clusters, entities, times
 */
export function modelFrame(formula: Formula, data: Data, others: readonly string[] = []): ModelFrame {
  const source = dataSource(data);
  const expressions = [formula.response, ...formula.terms.flatMap((term) => term.factors)];
  const inFormula = new Set(expressions.flatMap(columnsIn));
  const names = [...new Set([...inFormula, ...others])];
  const unknown = names.filter((name) => !source.columns.includes(name));
  if (unknown.length > 0) {
    const got = unknown.map(
      (name) =>
        `"${name}" (${inFormula.has(name) ? `formula "${formula.text}"` : 'a column named beside the formula'})`,
    );
    throw new IndexlabError(`A model requires columns of the data, got ${got.join(', ')}`, {
      remedy: remedyFor(unknown, source.columns),
    });
  }
  const numeric = new Map<string, Float64Array>();
  const textual = new Map<string, (string | null)[]>();
  for (const name of names) {
    if (holdsText(source.column(name).values))
      textual.set(
        name,
        textsOf(source, name).map((value) => (value === '' ? null : value)),
      );
    else numeric.set(name, numbersOf(source, name, 'A model'));
  }
  const lengths = new Map([...numeric, ...textual].map(([name, values]) => [name, values.length]));
  const count = Math.max(0, ...lengths.values());
  for (const [name, length] of lengths) {
    assertThat(
      length === count,
      () => `A model requires columns of one length, got ${length} values in "${name}" and ${count} in another`,
    );
  }
  const complete = new Uint8Array(count).fill(1);
  for (const values of numeric.values()) markMissing(values, complete);
  for (const values of textual.values())
    for (let row = 0; row < count; row++) if (values[row] === null) complete[row] = 0;
  const rows = new Int32Array(complete.reduce((sum, one) => sum + one, 0));
  for (let row = 0, index = 0; row < count; row++) if (complete[row] === 1) rows[index++] = row;
  return frameOf(numeric, textual, rows, count);
}

function markMissing(values: Float64Array, complete: Uint8Array): void {
  for (let row = 0; row < values.length; row++) if (Number.isNaN(values[row]!)) complete[row] = 0;
}

/** The frame without the rows for which `keep` is false; they do not count as missing. */
export function selectRows(frame: ModelFrame, keep: (index: number) => boolean): ModelFrame {
  const chosen = Int32Array.from(frame.rows.keys()).filter(keep);
  return {
    rows: chosen.map((index) => frame.rows[index]!),
    missing: frame.missing,
    isText: (name) => frame.isText(name),
    numbers: (name) => {
      const values = frame.numbers(name);
      return Float64Array.from(chosen, (index) => values[index]!);
    },
    texts: (name) => {
      const values = frame.texts(name);
      return Array.from(chosen, (index) => values[index]!);
    },
  };
}

function frameOf(
  numeric: ReadonlyMap<string, Float64Array>,
  textual: ReadonlyMap<string, readonly (string | null)[]>,
  rows: Int32Array,
  count: number,
): ModelFrame {
  return {
    rows,
    missing: count - rows.length,
    isText: (name) => textual.has(name),
    numbers(name) {
      const values = numeric.get(name);
      if (values === undefined) {
        throw notNumbers(textual.get(name)!, name);
      }
      return rows.length === count ? values : Float64Array.from(rows, (row) => values[row]!);
    },
    texts(name) {
      const values = textual.get(name) ?? numeric.get(name)!;
      return Array.from(rows, (row) => String(values[row]));
    },
  };
}

/** The message names the first text that is no number, the remedy all of them. */
function notNumbers(cells: readonly (string | null)[], name: string): IndexlabError {
  const { others, listed } = textCells(cells);
  const row = cells.findIndex((value) => value !== null && (others === 0 || textCells([value]).others > 0));
  const stray = others > 0 ? `No numbers: ${listed}. Mend them or declare them missing. ` : '';
  return new IndexlabError(
    `A model requires numbers, got ${JSON.stringify(cells[row])} (column "${name}") in row ${row + 1}`,
    { remedy: `${stray}A column of categories stands alone or in C(${name}).` },
  );
}

/** Squares of larger values leave the doubles, and so do those of a column of smaller ones. */
const [smallestValue, largestValue] = [1e-120, 1e140];

/**
 * Throws where a column made by the formula is not finite: a logarithm of zero is a mistake of the data, never a missing row.
 * A column that is nowhere larger than 1e-120, but not zero, is refused too: its squares would be read as zero.
 */
export function assertFinite(column: DoubleColumn, name: string, frame: ModelFrame): void {
  const { high } = column;
  let at = 0;
  let largest = 0;
  for (; at < high.length && Math.abs(high[at]!) < largestValue; at++) {
    if (Math.abs(high[at]!) > largest) largest = Math.abs(high[at]!);
  }
  assertThat(
    at === high.length,
    () =>
      `A model requires finite values (below ${largestValue}), got ${high[at]} (${name}, row ${frame.rows[at]! + 1} of the data)`,
    'Leave the row out, or use another transformation: log1p(x) takes zeros.',
  );
  assertThat(
    largest === 0 || largest > smallestValue,
    () => `A model requires columns with values above ${smallestValue}, got at most ${largest} (${name})`,
    'Take a smaller unit: multiply the column by a power of ten.',
  );
}

/** What unknown names may mean, and the columns once. */
function remedyFor(unknown: readonly string[], columns: readonly string[]): string {
  const meant = unknown.map((name) => {
    const near = nearestNames(name, columns);
    return near.length === 0 ? '' : `Did you mean ${near.join(', ')}${unknown.length > 1 ? ` for ${name}` : ''}?`;
  });
  return [...meant, `The columns are: ${listNames(columns)}.`].filter(Boolean).join(' ');
}
