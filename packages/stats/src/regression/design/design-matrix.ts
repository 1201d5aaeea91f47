import { assertThat } from '@indexlab/core';
import { combineColumns, type DoubleColumn, exactColumn } from '../../linear-algebra/double-column.js';
import { multiply } from '../../linear-algebra/double-double.js';
import { columnsIn, evaluate, isCoding, type Rows } from '../formula/evaluate.js';
import { type Expression, printExpression } from '../formula/expression.js';
import type { Formula, Term } from '../formula/formula.js';
import { type Coded, indicatorColumns, levelsOf } from './categories.js';
import { assertFinite, type ModelFrame } from './model-frame.js';
import { polynomialColumns } from './polynomial.js';

/** A model's numbers: one column per coefficient. */
export interface DesignMatrix {
  readonly frame: ModelFrame;
  readonly response: DoubleColumn;
  readonly responseName: string;
  readonly columns: readonly DesignColumn[];
  /** Terms that have no column, because a factor of theirs has one level. */
  readonly empty: readonly EmptyTerm[];
}

/** A term without a column, and the factor and the level that leave none. */
export interface EmptyTerm {
  readonly term: string;
  readonly factor: string;
  readonly level: string;
}

export interface DesignColumn {
  /** The coefficient: `(Intercept)`, `log(population)`, `C(region)[east]`, `market:technology`, `poly(x, 2)[1]`. */
  readonly term: string;
  /** Of which term of the formula it is part. */
  readonly of: string;
  readonly values: DoubleColumn;
}

export const interceptName = '(Intercept)';

/**
 * The columns of a model: the intercept, then each term's. Categories are coded by indicators against their first level
 * (treatment coding), by a full set where the term without them is not in the model, as in R.
 */
export function designMatrix(formula: Formula, frame: ModelFrame): DesignMatrix {
  const rows = { zeros: new Float64Array(frame.rows.length), numbers: (name: string) => frame.numbers(name) };
  const full = fullCoding(formula, frame);
  const coded = new Map<string, (full: boolean) => Coded[]>();
  const columnsOf = (factor: Expression, full: boolean): Coded[] => {
    const key = printExpression(factor);
    if (!coded.has(key)) coded.set(key, prepare(factor, frame, rows));
    return coded.get(key)!(full);
  };
  const columns: DesignColumn[] = formula.intercept
    ? [
        {
          term: interceptName,
          of: interceptName,
          values: exactColumn(
            rows.zeros.map(() => 1),
            rows.zeros,
          ),
        },
      ]
    : [];
  const empty: EmptyTerm[] = [];
  for (const term of formula.terms) {
    const factors = term.factors.map((factor) => columnsOf(factor, full(term, factor)));
    const single = term.factors.find((_, i) => factors[i]!.length === 0);
    if (single !== undefined) {
      const [level] = new Set(frame.texts(columnsIn(single)[0]!));
      empty.push({ term: term.name, factor: printExpression(single), level: level! });
    }
    for (const { name, values } of products(factors)) {
      assertFinite(values, name, frame);
      columns.push({ term: name, of: term.name, values });
    }
  }
  assertThat(!isCoding(formula.response), 'A model requires an outcome of one column of numbers');
  const response = evaluate(formula.response, rows);
  const responseName = printExpression(formula.response);
  assertFinite(response, responseName, frame);
  return { frame, response, responseName, columns, empty };
}

/**
 * Whether a factor's categories need their full set in a term, as R decides: where the term without the factor is part of no
 * term before it. Without an intercept the first category of all has its full set in its first term.
 */
function fullCoding(formula: Formula, frame: ModelFrame): (term: Term, factor: Expression) => boolean {
  const { terms, intercept } = formula;
  const names = terms.map(({ factors }) => factors.map(printExpression));
  const first = intercept ? undefined : terms.find(({ factors }) => factors.some((own) => isCategory(own, frame)));
  const firstFactor = first?.factors.find((own) => isCategory(own, frame));
  return (term, factor) => {
    if (term === first && factor === firstFactor) return true;
    const margin = term.factors.filter((other) => other !== factor).map(printExpression);
    if (margin.length === 0) return false;
    return !names.slice(0, terms.indexOf(term)).some((own) => margin.every((name) => own.includes(name)));
  };
}

/** Whether a factor is one of categories: a column of texts, or `C()` of any column. */
export function isCategory(factor: Expression, frame: ModelFrame): boolean {
  return factor.kind === 'name' ? frame.isText(factor.value) : isCoding(factor) && factor.name === 'C';
}

/** A factor's columns, given whether its categories need their full set. */
export function prepare(factor: Expression, frame: ModelFrame, rows: Rows): (full: boolean) => Coded[] {
  const name = printExpression(factor);
  if (factor.kind === 'name' && frame.isText(factor.value)) {
    const levels = levelsOf(frame.texts(factor.value), false);
    return (full) => indicatorColumns(name, levels, full);
  }
  if (isCoding(factor)) {
    const [of, ...options] = factor.arguments;
    const words = options.map(wordOf);
    if (factor.name === 'poly') {
      const columns = polynomialColumns(name, evaluate(of!, rows), words);
      return () => columns;
    }
    assertThat(
      of?.kind === 'name' && words.length <= 1,
      `A formula requires C(column) or C(column, 'base'), got "${name}" (character ${factor.position})`,
    );
    const levels = levelsOf(frame.texts(of.value), !frame.isText(of.value), words[0]);
    return (full) => indicatorColumns(`C(${printExpression(of)})`, levels, full);
  }
  const columns = [{ name, values: evaluate(factor, rows) }];
  return () => columns;
}

/** An option's word: `'east'`, `east`, `2`, `base = 'east'`, `raw = TRUE`. */
function wordOf(option: Expression): string {
  if (option.kind === 'operation' && option.operator === '=') {
    const value = wordOf(option.right);
    return /^true$/i.test(value) ? wordOf(option.left) : value;
  }
  return option.kind === 'text' ? option.value : printExpression(option);
}

/** Every combination of the factors' columns, the first factor running fastest. */
function products(factors: readonly (readonly Coded[])[]): readonly Coded[] {
  return factors.reduce((all, next) =>
    next.flatMap((b) =>
      all.map((a) => ({ name: `${a.name}:${b.name}`, values: combineColumns(a.values, b.values, multiply) })),
    ),
  );
}
