import { variablesOf } from '../forms/form.js';
import { asColumn } from '../evaluation/as.js';
import { evaluate } from '../evaluation/evaluate.js';
import type { Scope } from '../evaluation/scope.js';
import type { Expression } from '../language/syntax.js';
import { type Change, changeOf } from './change-of.js';
import { levelRivals } from './rival-levels.js';
import { memberRivals } from './rival-members.js';
import { priceRivals } from './rival-prices.js';

/** Another way to read the sentence that a claim stands for. */
export interface Rival {
  readonly reading: string;
  readonly expression: Expression;
}

/**
 * The readings that words of change leave open: per cent or percentage points, times as large or times more, the growth
 * of a total or the mean of the units' growths, the members of a group at one year or the other, current or constant
 * prices, a region as the sum of its places or as printed at its own level.
 *
 * @param unit what stands behind the printed number; of a claim in words nothing
 */
export function rivalsOf(compute: Expression, unit: string, scope: Scope): Rival[] {
  const change = changeOf(compute);
  return [
    ...(change && isPercent(unit) && isShare(change.now, scope) && isShare(change.before, scope)
      ? [change.relative ? rival('in percentage points', '-', change) : rival('in per cent', '/-1', change)]
      : []),
    ...(/^(times|倍)/iu.test(unit) ? timesRival(compute, change) : []),
    ...totalRival(compute),
    ...memberRivals(compute, scope),
    ...priceRivals(compute, scope),
    ...levelRivals(compute, scope),
  ];
}

function rival(reading: string, operator: '-' | '/-1', { now, before }: Change): Rival {
  return {
    reading,
    expression: operator === '-' ? step('-', now, before) : step('-', step('/', now, before), one(now.at)),
  };
}

function timesRival(compute: Expression, change: Change | null): Rival[] {
  if (compute.kind === 'arithmetic' && compute.operator === '/')
    return [{ reading: 'times more', expression: step('-', compute, one(compute.at)) }];
  return change?.relative ? [{ reading: 'times as large', expression: step('/', change.now, change.before) }] : [];
}

function totalRival(compute: Expression): Rival[] {
  const change = changeOf(compute);
  const [now, before] = [change && sumOf(change.now), change && sumOf(change.before)];
  if (change?.relative && now && before) {
    return [{ reading: "mean of the units' growths", expression: call('mean', call('growth', now, before)) }];
  }
  const inner = compute.kind === 'call' && compute.name === 'mean' ? changeOf(compute.args[0]!) : null;
  if (!inner?.relative) return [];
  return [
    { reading: 'growth of the total', expression: call('growth', call('sum', inner.now), call('sum', inner.before)) },
  ];
}

function sumOf(expression: Expression): Expression | null {
  return expression.kind === 'call' && expression.name === 'sum' ? expression.args[0]! : null;
}

/** Whether every cell of an expression counts in per cent. */
function isShare(expression: Expression, scope: Scope): boolean {
  try {
    const forms = asColumn(evaluate(expression, scope), expression).map(({ form }) => form);
    const cells = forms.flatMap((form) => [...variablesOf(form)]).map(({ id }) => /^(.+)#[^/]+\/(.+)$/u.exec(id));
    const { tables } = scope.session.world;
    return (
      cells.length > 0 &&
      cells.every(
        (cell) => cell !== null && (tables.get(cell[1]!)?.columns.get(cell[2]!)?.size.toNumber() ?? 1) === 0.01,
      )
    );
  } catch {
    return false; // what cannot be evaluated by itself has no rival
  }
}

function isPercent(unit: string): boolean {
  return /^(%|per ?cent|pp|个?百分点)/iu.test(unit);
}

function one(at: number): Expression {
  return { kind: 'number', token: '1', percent: false, at };
}

function step(operator: '-' | '/', left: Expression, right: Expression): Expression {
  return { kind: 'arithmetic', operator, left, right, at: left.at };
}

function call(name: string, ...args: readonly Expression[]): Expression {
  return { kind: 'call', name, args, by: null, at: args[0]!.at };
}
