import { assertThat, columnNamed, IndexlabError, requireArray, requireObject, requireText } from '@indexlab/core';
import { columnsIn } from './columns-in.js';
import { type Expression, parseExpression, printExpression } from './expression.js';
import { renamed } from './renamed.js';

/** A term of a model: one factor, or several that interact. */
export interface Term {
  /** As printed: `log(population)`, `market:technology`. */
  readonly name: string;
  readonly factors: readonly Expression[];
}

/** A model as its formula says it. */
export interface Formula {
  readonly text: string;
  readonly response: Expression;
  readonly intercept: boolean;
  /** Without the intercept: single factors first, then interactions of two, and so on, each in the order written. */
  readonly terms: readonly Term[];
}

/**
 * Reads a model formula in the notation of R.
 *
 * - `a + b` both; `a:b` their interaction; `a * b` is `a + b + a:b`; `(a + b + c)^2` all of them and their pairs; `- a` takes
 *   a term out; `- 1` or `+ 0` leaves out the intercept.
 * - `a / b` is `a + a:b`, b nested in a, and `b %in% a` is `a:b`; `.` is every column that the outcome does not use.
 * - `log`, `log2`, `log10`, `log1p`, `exp`, `sqrt` and `abs` of an expression; `I(a / b)` for arithmetic; `center(x)` for x
 *   less its mean and `rank(x)` for its average ranks, over the rows used.
 * - `x^2` or `x**2` of a single column is its square, as is `I(x^2)` (R needs the `I` and otherwise reads `x`).
 * - `C(region)` for categories, `C(region, 'east')` with a base level other than the first; columns of text are categories
 *   of themselves.
 * - `poly(x, 3)` for orthogonal polynomials as R's, `poly(x, 3, raw)` for plain powers.
 * - A name with blanks or other characters stands in backticks.
 *
 * @param columns those of the data, which `.` stands for
 * @param source the data, whose columns may be named as their headers are written; see `columnNamed`
 * @throws IndexlabError with the character where the formula cannot be read
 *
 * @example
 * parseFormula('industry ~ market * technology + log(population)').terms.map((term) => term.name)
 * // => ['market', 'technology', 'log(population)', 'market:technology']
 * @example
 * parseFormula('y ~ x - 1').intercept // => false
 *
 * @see R `formula`
 */
export function parseFormula(
  text: string,
  columns?: readonly string[],
  source?: Parameters<typeof columnNamed>[0],
): Formula {
  requireText(text, 'parseFormula', 'text');
  if (columns !== undefined) requireArray(columns, 'parseFormula', 'columns');
  if (source !== undefined) requireObject(source, 'parseFormula', 'source', ['columns']);
  const written = parseExpression(text);
  const expression = source ? renamed(written, (name) => columnNamed(source, name) ?? name) : written;
  assertThat(
    expression.kind === 'operation' && expression.operator === '~' && !isFormula(expression.left),
    `A formula requires an outcome and terms, got "${text}"`,
    'Write them as in: outcome ~ first + second.',
  );
  const used = columnsIn(expression.left);
  const others = columns?.filter((name) => !used.includes(name));
  const { intercept, terms } = expand(expression.right, { text, others });
  const sorted = [...terms.values()].sort((a, b) => a.factors.length - b.factors.length);
  assertThat(
    intercept !== false || sorted.length > 0,
    `A formula requires at least one term, got "${text}"`,
    'Leave the intercept in: outcome ~ 1.',
  );
  return { text: printExpression(expression), response: expression.left, intercept: intercept ?? true, terms: sorted };
}

function isFormula(expression: Expression): boolean {
  return expression.kind === 'operation' && expression.operator === '~';
}

/** Terms by the sorted names of their factors; the intercept is null where nothing is said of it. */
interface Expansion {
  readonly intercept: boolean | null;
  readonly terms: ReadonlyMap<string, Term>;
}

/** What the parts of a formula are read in: the whole, and the columns that `.` stands for. */
interface Context {
  readonly text: string;
  readonly others: readonly string[] | undefined;
}

function expand(expression: Expression, context: Context): Expansion {
  const { text } = context;
  const refuse = (what: string, remedy: string): IndexlabError =>
    new IndexlabError(`A formula requires terms, got ${what} (character ${expression.position} of "${text}")`, {
      remedy,
    });
  switch (expression.kind) {
    case 'number':
      if (expression.value === 0 || expression.value === 1)
        return { intercept: expression.value === 1, terms: new Map() };
      throw refuse(
        `the number ${expression.value}`,
        `Only 0 and 1 (the intercept) stand alone; a column of that name goes in backticks, \`${expression.value}\`; arithmetic goes inside I().`,
      );
    case 'text':
      throw refuse(`the text '${expression.value}'`, 'A column with an unusual name stands in backticks.');
    case 'group':
      return expand(expression.operand, context);
    case 'negative':
      return without({ intercept: null, terms: new Map() }, expand(expression.operand, context));
    case 'name':
      if (expression.value === '.') return everyOther(expression, context);
      return { intercept: null, terms: termMap([[expression]]) };
    case 'call':
      return { intercept: null, terms: termMap([[expression]]) };
    case 'operation':
      break;
  }
  const { operator, left, right } = expression;
  if (operator === '^') return power(left, right, context, refuse, expression);
  const [a, b] = [expand(left, context), expand(right, context)];
  if (operator === '+') return { intercept: b.intercept ?? a.intercept, terms: union(a.terms, b.terms) };
  if (operator === '-') return without(a, b);
  if (operator === ':') return { intercept: null, terms: crossed(a, b) };
  if (operator === '*') return { intercept: null, terms: union(a.terms, b.terms, crossed(a, b)) };
  if (operator === '%in%') return { intercept: null, terms: crossed(b, a) };
  if (operator === '/') {
    if (a.terms.size === 0 || b.terms.size === 0)
      throw refuse('"/"', 'Nesting needs terms on both sides; write a ratio as I(a / b).');
    const all = termMap([[...a.terms.values()].flatMap(({ factors }) => factors)]);
    return { intercept: a.intercept, terms: union(a.terms, crossed({ intercept: null, terms: all }, b)) };
  }
  throw refuse(`"${operator}"`, 'An outcome stands once, on the left of "~".');
}

function everyOther(dot: Expression, { text, others }: Context): Expansion {
  assertThat(
    others !== undefined,
    () => `A formula requires the data's columns to read ".", got none (character ${dot.position} of "${text}")`,
  );
  return {
    intercept: null,
    terms: termMap(others.map((value) => [{ kind: 'name', value, position: dot.position }])),
  };
}

function power(
  base: Expression,
  exponent: Expression,
  context: Context,
  refuse: (what: string, remedy: string) => IndexlabError,
  expression: Expression,
): Expansion {
  const inner = base.kind === 'group' ? base.operand : base;
  if ((inner.kind === 'name' && inner.value !== '.') || inner.kind === 'call')
    return { intercept: null, terms: termMap([[expression]]) };
  if (exponent.kind !== 'number' || !Number.isInteger(exponent.value) || exponent.value < 1) {
    throw refuse(
      `the power ${printExpression(exponent)}`,
      'A sum of terms is crossed a whole number of times, as in (a + b)^2.',
    );
  }
  const once = expand(base, context);
  let terms = once.terms;
  for (let k = 1, before = 0; k < exponent.value && terms.size > before; k++) {
    before = terms.size;
    terms = union(terms, crossed({ intercept: null, terms }, once));
  }
  return { intercept: once.intercept, terms };
}

function without(all: Expansion, removed: Expansion): Expansion {
  const terms = new Map([...all.terms].filter(([key]) => !removed.terms.has(key)));
  return { intercept: removed.intercept === null ? all.intercept : !removed.intercept, terms };
}

function crossed(a: Expansion, b: Expansion): ReadonlyMap<string, Term> {
  return termMap(
    [...a.terms.values()].flatMap((first) =>
      [...b.terms.values()].map((second) => [...first.factors, ...second.factors]),
    ),
  );
}

const mostTerms = 2000;

/** All terms, each as it was first written. */
function union(...maps: readonly ReadonlyMap<string, Term>[]): Map<string, Term> {
  const all = new Map<string, Term>();
  for (const map of maps) for (const [key, term] of map) if (!all.has(key)) all.set(key, term);
  assertThat(all.size <= mostTerms, `A formula requires at most ${mostTerms} terms, got more`);
  return all;
}

function termMap(factorLists: readonly (readonly Expression[])[]): ReadonlyMap<string, Term> {
  return union(
    ...factorLists.map((list) => {
      const factors = new Map(list.map((factor) => [printExpression(factor), factor]));
      return new Map([
        [termKey([...factors.keys()]), { name: [...factors.keys()].join(':'), factors: [...factors.values()] }],
      ]);
    }),
  );
}

/** The same for `a:b` and `b:a`. */
function termKey(factorNames: readonly string[]): string {
  return [...factorNames].sort().join(':');
}
