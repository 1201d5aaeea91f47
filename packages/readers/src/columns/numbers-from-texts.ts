import { IndexlabError, type NumberColumn, type TextColumn } from '@indexlab/core';
import type { ReadOptions } from '../read-options.js';
import { statedMissing } from '../evidence/stated-missing.js';
import { missingMarks } from '../evidence/missing-marks.js';
import { type ParsedNumber, parseNumber, unknownDigits } from './parse-number.js';

/** A column of texts as the numbers that they print; `null` when one of them prints none. */
export function asNumbers({ name, values }: TextColumn, options: ReadOptions = {}): NumberColumn | null {
  const found = parsedTexts(values, options);
  return found.misfit < 0 ? numberColumn(name, found.numbers) : null;
}

/** The same for a column that the user said to be of numbers. @throws IndexlabError naming the first cell that is none */
export function numbersFromTexts(column: TextColumn, options: ReadOptions, caller: string): NumberColumn {
  const { numbers, misfit } = parsedTexts(column.values, options, true);
  if (misfit < 0) return numberColumn(column.name, numbers);
  throw new IndexlabError(
    `${caller} requires numbers, got ${JSON.stringify(column.values[misfit])} (column "${column.name}", row ${misfit + 1})`,
    { remedy: 'Leave the type out, or give what stands for a missing number with the option missing.' },
  );
}

function parsedTexts(
  values: readonly (string | null)[],
  options: ReadOptions,
  codes = false,
): { numbers: (ParsedNumber | null)[]; misfit: number } {
  const marks = new Set(['', ...missingMarks]);
  const isMissing = statedMissing(options);
  let misfit = -1;
  const numbers = values.map((text, row) => {
    if (text === null || marks.has(text.trim()) || isMissing?.(text)) return null;
    const number = parseNumber(text, options.decimalMark, codes);
    if (!number && misfit < 0) misfit = row;
    return number;
  });
  return { numbers, misfit };
}

function numberColumn(name: string, numbers: readonly (ParsedNumber | null)[]): NumberColumn {
  const known = numbers.every((number) => number === null || number.decimals !== unknownDigits);
  return {
    type: 'number',
    name,
    values: Float64Array.from(numbers, (number) => number?.value ?? NaN),
    ...(known && { decimals: Int8Array.from(numbers, (number) => number?.decimals ?? 0) }),
  };
}
