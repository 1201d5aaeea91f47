import { ExpressionProblem } from '../../language/syntax.js';
import { asList, describe } from '../as.js';
import { evaluate } from '../evaluate.js';
import { namesOf } from '../literal.js';
import { choiceOf } from '../open-rows.js';
import type { Expression } from '../../language/syntax.js';
import type { Scope } from '../scope.js';
import type { Item, List } from '../value.js';
import type { LanguageFunction } from './index.js';

export const lists: Readonly<Record<string, LanguageFunction>> = {
  members: {
    form: 'members(list), whose order does not count',
    takes: [1, 1],
    run: ({ args: [of] }, scope) => ({ ...listOf(of!, scope), single: false, ordered: false }),
  },
  which: {
    form: 'which(conditions)',
    takes: [1, 1],
    run: ({ args: [of] }, scope) => {
      const value = evaluate(of!, scope);
      if (value.type !== 'truths')
        throw new ExpressionProblem(`which takes a condition on a column, got ${describe(value)}`, of!.at);
      const items = value.entries.flatMap(({ truth, key, label, choice }): Item[] => {
        const item = { key: key ?? label, label };
        if (truth.holds === 'never') return [];
        return [{ ...item, choice: truth.holds === 'always' ? choice : choiceOf(`${label} belongs`, truth, choice) }];
      });
      return { type: 'list', items, single: false, ordered: false };
    },
  },
};

function listOf(of: Expression, scope: Scope): List {
  if (of.kind === 'list')
    return { type: 'list', items: namesOf(of.items, null, null, scope), single: false, ordered: false };
  const value = evaluate(of, scope);
  const list = asList(value, of, scope);
  // Names beside rows mean the units of their table: 海南 is the province or the prefecture.
  return value.type === 'rows' && value.table.unit
    ? { ...list, known: { table: value.table, column: value.table.unit } }
    : list;
}
