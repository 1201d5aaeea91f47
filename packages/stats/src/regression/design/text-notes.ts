import { textCells } from '@indexlab/core';
import { columnsIn, isCoding } from '../formula/evaluate.js';
import type { Formula } from '../formula/formula.js';
import type { ModelFrame } from './model-frame.js';

/**
 * Warnings where a column of texts was read as categories though numbers may be meant: most of its cells are numbers, or most
 * rows have a category of their own. `C(x)` says that categories are meant, and there is none.
 */
export function textNotes(formula: Formula, frame: ModelFrame): string[] {
  return categoriesRead(formula, frame).flatMap(({ name, plain, texts, levels }) => {
    if (!plain) return [];
    const { numbers, others, listed } = textCells(texts, (index) => frame.rows[index]! + 1);
    const meant = `C(${name}) says that categories are meant.`;
    if (numbers > 0 && others === 0)
      return [`${name} holds texts, all of them numbers, and was read as ${levels} categories; ${meant}`];
    if (numbers > others)
      return [
        `${name} was read as ${levels} categories, though ${numbers} of its ${texts.length} cells are numbers; no numbers: ${listed}. Mend them or declare them missing; ${meant}`,
      ];
    return levels > 2 && 2 * levels > texts.length
      ? [`${name} holds texts and was read as ${levels} categories in ${texts.length} rows: ${listed}.`]
      : [];
  });
}

/** The columns that were read as categories, for the remedy of a model with too many coefficients. */
export function categoriesRemedy(formula: Formula, frame: ModelFrame): string {
  return categoriesRead(formula, frame)
    .map(({ name, plain, texts, levels }) => {
      const { numbers, others, listed } = textCells(texts, (index) => frame.rows[index]! + 1);
      const cells = !plain || others === 0 ? '' : numbers > 0 ? `; no numbers: ${listed}` : `: ${listed}`;
      return `${name} was read as ${levels} categories${cells}. `;
    })
    .join('');
}

interface Categories {
  readonly name: string;
  /** Whether the column stands alone, not in `C()`. */
  readonly plain: boolean;
  readonly texts: readonly string[];
  readonly levels: number;
}

function categoriesRead({ terms }: Formula, frame: ModelFrame): Categories[] {
  const found = new Map<string, Categories>();
  for (const factor of terms.flatMap(({ factors }) => factors)) {
    const plain = factor.kind === 'name' && frame.isText(factor.value);
    if (!plain && !(isCoding(factor) && factor.name === 'C')) continue;
    const name = columnsIn(factor)[0]!;
    const texts = frame.texts(name);
    if (!found.get(name)?.plain) found.set(name, { name, plain, texts, levels: new Set(texts).size });
  }
  return [...found.values()];
}
