import { didYouMean } from '@indexlab/core';
import { type Expression, ExpressionProblem } from '../../language/syntax.js';
import type { Scope } from '../scope.js';
import type { Value } from '../value.js';
import { aggregates } from './aggregates.js';
import { changes } from './changes.js';
import { lists } from './lists.js';
import { orders } from './orders.js';
import { statistics } from './statistics.js';
import { truths } from './truths.js';

export type Call = Extract<Expression, { kind: 'call' }>;

/** A function of the language. */
export interface LanguageFunction {
  /** How it is called, for an error and for the documentation. */
  readonly form: string;
  /** How many arguments, least and most. */
  readonly takes: readonly [number, number];
  run(call: Call, scope: Scope): Value;
}

/** Every function of the language by its name. */
export const functions: Readonly<Record<string, LanguageFunction>> = {
  ...aggregates,
  ...changes,
  ...orders,
  ...lists,
  ...truths,
  ...statistics,
};

/** What functions are called in spreadsheets and statistics. */
const elsewhere: ReadonlyMap<string, string> = new Map([
  ['average', 'mean'],
  ['avg', 'mean'],
  ['total', 'sum'],
  ['minimum', 'min'],
  ['maximum', 'max'],
  ['percentile', 'quantile'],
  ['unique', 'distinct'],
  ['cor', 'pearson'],
  ['correl', 'pearson'],
  ['corr', 'pearson'],
  ['correlation', 'pearson'],
  ['log', 'ln'],
  ['exists', 'any'],
  ['every', 'all'],
  ['set', 'members'],
  ['sorted', 'falling'],
]);

export function callFunction(call: Call, scope: Scope): Value {
  const known = Object.hasOwn(functions, call.name) ? functions[call.name] : undefined;
  if (!known)
    throw new ExpressionProblem(
      `there is no function ${call.name}`,
      call.at,
      elsewhere.has(call.name.toLowerCase())
        ? `It is called ${elsewhere.get(call.name.toLowerCase())} here.`
        : didYouMean(call.name, Object.keys(functions), 'functions'),
    );
  const [least, most] = known.takes;
  const count = call.args.length;
  if (count < least || count > most)
    throw new ExpressionProblem(
      `${call.name} takes ${expected(least, most)}, got ${count}`,
      call.at,
      `It is called ${known.form}.`,
    );
  if (call.by && !['count', 'falling', 'rising'].includes(call.name))
    throw new ExpressionProblem(`${call.name} takes no by`, call.by.at, `It is called ${known.form}.`);
  return known.run(call, scope);
}

function expected(least: number, most: number): string {
  if (most === Infinity) return `${least} arguments or more`;
  return least === most ? `${least} argument${least === 1 ? '' : 's'}` : `${least} to ${most} arguments`;
}
