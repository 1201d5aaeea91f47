import type { Expression } from '../language/syntax.js';

/** What changed from one value to another. */
export interface Change {
  readonly now: Expression;
  readonly before: Expression;
  /** `now / before - 1` rather than `now - before`. */
  readonly relative: boolean;
}

/** A change written as growth(a, b), a / b - 1 or a - b. */
export function changeOf(compute: Expression): Change | null {
  if (compute.kind === 'call' && compute.name === 'growth')
    return { now: compute.args[0]!, before: compute.args[1]!, relative: true };
  if (compute.kind !== 'arithmetic' || compute.operator !== '-') return null;
  const { left, right } = compute;
  if (isOne(right))
    return left.kind === 'arithmetic' && left.operator === '/'
      ? { now: left.left, before: left.right, relative: true }
      : null;
  return { now: left, before: right, relative: false };
}

function isOne(expression: Expression): boolean {
  return expression.kind === 'number' && !expression.percent && Number(expression.token) === 1;
}
