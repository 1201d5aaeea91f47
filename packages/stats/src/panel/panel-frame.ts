import { assertThat, type Data, dataSource, IndexlabError, listNames, textCells } from '@indexlab/core';
import { type DesignMatrix, designMatrix } from '../regression/design/design-matrix.js';
import { type ModelFrame, modelFrame } from '../regression/design/model-frame.js';
import { type Formula, parseFormula } from '../regression/formula/formula.js';

/** The rows of a panel: which entity and which period each belongs to. */
export interface PanelFrame {
  readonly frame: ModelFrame;
  readonly design: DesignMatrix;
  readonly entityNames: readonly string[];
  readonly entity: Int32Array;
  /** The number of the period, one apart from a period to the next, so that a gap shows. */
  readonly period: Int32Array;
  readonly periodNames: readonly string[];
  /** The rows of each entity in the order of time. */
  readonly byEntity: readonly (readonly number[])[];
  /** How the times were read, where that is not plain. */
  readonly notes: readonly string[];
}

/** Reads a formula in which `.` stands for every column but the outcome's, the entities' and the times'. */
export function panelFormula(formula: string, data: Data, entity: string, time: string): Formula {
  const source = dataSource(data);
  const others = source.columns.filter((name) => name !== entity && name !== time);
  return parseFormula(formula, others, source);
}

/**
 * Reads a panel. Times that are numbers, or texts of which all are numbers, are counted in steps of their smallest distance;
 * other texts in the order of code points, each present one a step.
 *
 * @throws IndexlabError when an entity has two rows for one time
 */
export function panelFrame(
  formula: Formula,
  data: Data,
  entity: string,
  time: string,
  others: readonly string[],
): PanelFrame {
  const frame = modelFrame(formula, data, [entity, time, ...others]);
  assertThat(frame.rows.length > 0, 'A panel requires rows in which no column of the model is missing, got none');
  const entities = numbered(frame.texts(entity), (a, b) => (a < b ? -1 : 1));
  const texts = frame.isText(time) ? frame.texts(time) : null;
  const counted = texts === null || texts.every((text) => text.trim() !== '' && Number.isFinite(Number(text)));
  const times = counted ? (texts?.map(Number) ?? Array.from(frame.numbers(time))) : texts;
  const periods = periodsOf(times);
  const byEntity = entities.names.map((): number[] => []);
  entities.numbers.forEach((number, row) => byEntity[number]!.push(row));
  for (const rows of byEntity) rows.sort((a, b) => periods.numbers[a]! - periods.numbers[b]!);
  const twice = byEntity.flatMap((rows, number) =>
    rows
      .filter((row, k) => k > 0 && periods.numbers[rows[k - 1]!] === periods.numbers[row])
      .map((row) => `${entities.names[number]} ${times[row]} (row ${frame.rows[row]! + 1})`),
  );
  if (twice.length > 0) {
    throw new IndexlabError(
      `A panel requires one row per entity and time, got more for ${listNames(twice)} (columns "${entity}" and "${time}")`,
    );
  }
  return {
    frame,
    design: designMatrix(formula, frame),
    entityNames: entities.names,
    entity: entities.numbers,
    period: periods.numbers,
    periodNames: periods.names,
    byEntity,
    notes: texts === null ? [] : timesNotes(time, texts, counted),
  };
}

/** Texts that begin with a year sort as they follow one another. */
const beginsWithYear = /^\d{4}(?!\d)/;

function timesNotes(time: string, texts: readonly string[], counted: boolean): string[] {
  if (counted) return [`The times in ${time} are texts, all of them numbers, and were read as numbers.`];
  if (texts.every((text) => beginsWithYear.test(text)) && new Set(texts.map((text) => text.length)).size === 1)
    return [];
  const { numbers, others, listed } = textCells(texts);
  const order = `The times in ${time} are texts and follow one another by their characters, each a step from the one before`;
  return [numbers > others ? `${order}; no numbers: ${listed}.` : `${order}: ${listed}.`];
}

interface Numbered {
  readonly names: readonly string[];
  readonly numbers: Int32Array;
}

function numbered<T extends string | number>(values: readonly T[], order: (a: T, b: T) => number): Numbered {
  const distinct = [...new Set(values)].sort(order);
  const numbers = new Map(distinct.map((value, number) => [value, number]));
  return { names: distinct.map(String), numbers: Int32Array.from(values, (value) => numbers.get(value)!) };
}

function periodsOf(times: readonly (string | number)[]): Numbered {
  if (typeof times[0] === 'string') return numbered(times as readonly string[], (a, b) => (a < b ? -1 : 1));
  const numbers = times as readonly number[];
  const distinct = [...new Set(numbers)].sort((a, b) => a - b);
  const step = distinct.slice(1).reduce((least, value, k) => Math.min(least, value - distinct[k]!), Infinity);
  // Months as 2020.083 are a step apart only to rounding.
  return {
    names: distinct.map(String),
    numbers: Int32Array.from(numbers, (value) => Math.round((value - distinct[0]!) / (step === Infinity ? 1 : step))),
  };
}
