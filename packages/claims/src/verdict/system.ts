import { Exact, Interval } from '@indexlab/core';
import { asNumber } from '../evaluation/as.js';
import { evaluate } from '../evaluation/evaluate.js';
import type { Session } from '../evaluation/session.js';
import type { Solver } from '../evaluation/world.js';
import { type Affine, affineRange, combine, ofVariable, type Variable, wholeBox } from '../forms/affine.js';
import type { Form } from '../forms/form.js';
import { type Expression, ExpressionProblem } from '../language/syntax.js';
import { readPrinted } from '../printed/read-printed.js';
import type { Span } from '../printed/span.js';
import type { Truth } from '../evaluation/value.js';
import { decided } from '../evaluation/truth.js';
import { alikeVariablesAsOne } from './alike-variables.js';
import type { Claim } from './claim.js';

/** One statement as an inequality that is linear in printed and unknown numbers. */
interface Linear {
  readonly claim: string;
  readonly form: Affine;
  readonly span: Span;
}

/**
 * Whether claims can hold together: each is an inequality in the cells and unknown numbers that it reads, a ratio n / d
 * between l and u being n - l d >= 0 and n - u d <= 0, and all are one linear program.
 *
 * @throws ExpressionProblem when a claim is not linear
 */
export function systemTruth(claims: readonly Claim[], session: Session, solve: Solver): Truth {
  const together = claims.flatMap((claim) => linearOf(claim, session));
  const linear = together.map((one) => tied(one, claims, together, session));
  const solution = solved(linear, solve);
  if (solution.status === 'feasible') {
    const told = Object.entries(solution.bounds).map(([name, [low, high]]) => `${name} ${low} to ${high}`);
    const says = ['possible together', ...(told.length > 0 ? [`then ${told.join(', ')}`] : [])].join('; ');
    return { ...decided(true, says), holds: 'possibly', power: null };
  }
  const conflict = smallest(linear, solve).map((id) => {
    const { says, printed } = claims.find((claim) => claim.id === id)!;
    return printed === null ? `${id} (${says})` : `${id} (${printed})`;
  });
  return decided(false, `impossible together: ${conflict.join(', ')}`);
}

function linearOf(claim: Claim, session: Session): Linear[] {
  const lets = new Map([...claim.lets].map(([name, { expression }]) => [name, expression]));
  const scope = { session, row: null, lets };
  const { expression } = claim.compute!;
  if (claim.printed !== null) {
    const { span } = readPrinted(claim.printed, claim);
    return within(claim.id, asNumber(evaluate(expression, scope), expression), span, expression);
  }
  const sides = expression.kind === 'compare' && expression.first ? expression : null;
  const [link, second] = sides?.rest ?? [];
  if (!sides || !link || second || link.relation === 'in' || link.relation === '<>')
    throw new ExpressionProblem('a system takes numbers, and comparisons of two numbers', expression.at);
  const value = (side: Expression): Form => asNumber(evaluate(side, scope), side);
  const difference = combine([
    [affine(value(sides.first!), expression), Exact.one],
    [affine(value(link.right), expression), Exact.one.negated()],
  ]);
  const span = {
    lower: link.relation.startsWith('<') ? null : Exact.zero,
    upper: link.relation.startsWith('>') ? null : Exact.zero,
  };
  return [{ claim: claim.id, form: difference, span }];
}

function affine(form: Form, { at }: Expression): Affine {
  if (form.kind === 'affine') return form;
  throw new ExpressionProblem('a system takes sums and ratios of sums', at);
}

/** A number within a span, as inequalities that are linear. */
function within(claim: string, form: Form, { lower, upper }: Span, expression: Expression): Linear[] {
  if (form.kind !== 'ratio') return [{ claim, form: affine(form, expression), span: { lower, upper } }];
  const { above, below } = form;
  const [low, high] = affineRange(below, wholeBox);
  if (low.sign() < 0 && high.sign() > 0)
    throw new ExpressionProblem('a denominator of a system keeps its sign', expression.at);
  const sign = high.sign() > 0 ? Exact.one : Exact.one.negated();
  const less = (end: Exact): Affine =>
    combine([
      [above, sign],
      [below, end.times(sign).negated()],
    ]);
  return [
    ...(lower ? [{ claim, form: less(lower), span: { lower: Exact.zero, upper: null } }] : []),
    ...(upper ? [{ claim, form: less(upper), span: { lower: null, upper: Exact.zero } }] : []),
  ];
}

/** A number that other claims of the system name is the very number that its own claim computes. */
function tied(one: Linear, claims: readonly Claim[], all: readonly Linear[], session: Session): Linear {
  const claim = claims.find((other) => other.id === one.claim);
  const ids = [`text#${one.claim}`, claim?.printedCell];
  const named = all.flatMap(({ form }) => [...form.terms.keys()]).find((variable) => ids.includes(variable.id));
  const isSum = all.filter((other) => other.claim === one.claim).length === 1;
  if (!named || !isSum || claim?.printed === undefined || claim.printed === null) return one;
  const figure = session.world.figures.get(one.claim) ?? readPrinted(claim.printed, claim);
  if (figure.hedge !== 'none' || one.span.lower === null || one.span.upper === null) return one;
  const difference = combine([
    [one.form, Exact.one],
    [ofVariable(named), figure.size.negated()],
  ]);
  return { ...one, form: difference, span: { lower: Exact.zero, upper: Exact.zero } };
}

function isUnknown({ id }: Variable): boolean {
  return id.startsWith('unknown#');
}

type Solved =
  | { readonly status: 'feasible'; readonly bounds: Readonly<Record<string, readonly [string, string]>> }
  | { readonly status: 'infeasible' };

/** Numbers are counted from the lower end of what they may be, so that none is negative. */
function solved(statements: readonly Linear[], solve: Solver): Solved {
  const forms = alikeVariablesAsOne(
    statements.map(({ form }) => form),
    isUnknown,
  );
  const linear = statements.map((statement, i) => ({ ...statement, form: forms[i]! }));
  const variables = new Set<Variable>(linear.flatMap(({ form }) => [...form.terms.keys()]));
  const open = [...variables].filter(({ lower, upper }) => !lower.equals(upper));
  const relations = [
    ...linear.map(({ claim, form, span: { lower, upper } }) => {
      const [fixed] = affineRange(form, ({ lower: low }) => [low, low]);
      const terms = [...form.terms].filter(([variable]) => open.includes(variable));
      return {
        name: claim,
        terms: Object.fromEntries(terms.map(([{ id }, coefficient]) => [id, coefficient])),
        interval: new Interval(lower && lower.minus(fixed), upper && upper.minus(fixed)),
      };
    }),
    ...open.map(({ id, lower, upper }) => ({
      name: id,
      terms: { [id]: Exact.one },
      interval: new Interval(null, upper.minus(lower)),
    })),
  ];
  if (relations.some(({ terms, interval }) => Object.keys(terms).length === 0 && !interval.contains(Exact.zero)))
    return { status: 'infeasible' };
  const testable = relations.filter(({ terms }) => Object.keys(terms).length > 0);
  if (testable.length === 0) return { status: 'feasible', bounds: {} };
  const asked = open.filter(isUnknown);
  const wanted = asked.length > 0 ? asked : open.slice(0, 1);
  const answer = solve(testable, Object.fromEntries(wanted.map(({ id }) => [id, { [id]: Exact.one }])));
  if (answer.status === 'infeasible') return { status: 'infeasible' };
  const shown = (end: Exact | null, from: Exact): string => String(Number(end!.plus(from).toNumber().toPrecision(5)));
  const bounds = asked.map(({ id, lower }) => {
    const found = answer.bounds[id]!;
    return [id.replace('#', '.'), [shown(found.lower, lower), shown(found.upper, lower)]] as const;
  });
  return { status: 'feasible', bounds: Object.fromEntries(bounds) };
}

/** The fewest claims found that cannot hold together, none of which can be spared: tried from each of them on. */
function smallest(linear: readonly Linear[], solve: Solver): string[] {
  const all = [...new Set(linear.map(({ claim }) => claim))];
  const conflicts = all.slice(0, manyStarts).map((_, start) => {
    const order = [...all.slice(start), ...all.slice(0, start)];
    return order.reduce((left, id) => {
      const others = left.filter((one) => one !== id);
      const rest = linear.filter(({ claim }) => others.includes(claim));
      return solved(rest, solve).status === 'infeasible' ? others : left;
    }, all);
  });
  return conflicts.reduce((least, one) => (one.length < least.length ? one : least));
}

const manyStarts = 12;
