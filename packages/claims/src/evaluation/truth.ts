import type { Holds, Truth, Value } from './value.js';

const order: readonly Holds[] = ['never', 'possibly', 'always'];

/** A truth that exact values decide. */
export function decided(holds: boolean, says: string): Truth {
  return { holds: holds ? 'always' : 'never', printed: holds, agrees: holds, partial: false, power: 1, says };
}

type TruthValue = Value & { readonly type: 'truth' };

/** Kleene's and: the least of the two. */
export function bothHold(a: Truth, b: Truth): TruthValue {
  const holds = order[Math.min(order.indexOf(a.holds), order.indexOf(b.holds))]!;
  return join(a, b, holds, a.printed && b.printed, holds !== 'never' && a.agrees && b.agrees);
}

/** Kleene's or: the most of the two. */
export function eitherHolds(a: Truth, b: Truth): TruthValue {
  const holds = order[Math.max(order.indexOf(a.holds), order.indexOf(b.holds))]!;
  return join(a, b, holds, a.printed || b.printed, a.agrees || b.agrees);
}

export function negated(a: Truth): TruthValue {
  const holds = order[2 - order.indexOf(a.holds)]!;
  return { type: 'truth', ...a, holds, printed: !a.printed, agrees: holds === 'always' };
}

function join(a: Truth, b: Truth, holds: Holds, printed: boolean, agrees: boolean): TruthValue {
  const says = a.says === b.says ? a.says : `${a.says}; ${b.says}`;
  const power = a.power === null || b.power === null ? null : (a.power + b.power) / 2;
  return {
    type: 'truth',
    holds,
    printed,
    agrees,
    partial: (a.partial || b.partial) && holds === 'possibly',
    power,
    says,
  };
}
