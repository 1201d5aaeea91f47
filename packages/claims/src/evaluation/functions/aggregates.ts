import { Exact } from '@indexlab/core';
import { constant, ofVariable, type Variable } from '../../forms/affine.js';
import { type Form, linear, operation, over, times } from '../../forms/form.js';
import { valueAsPrinted } from '../../forms/value-at.js';
import { type Expression, ExpressionProblem, TableGap } from '../../language/syntax.js';
import { asColumn, asList, describe } from '../as.js';
import { restsOnUnlisted } from '../compare-numbers.js';
import { evaluate } from '../evaluate.js';
import { choiceOf, eachWay } from '../open-rows.js';
import type { Scope } from '../scope.js';
import { type Entry, type Item, number, type Row, type Value } from '../value.js';
import { groupCounts } from './group-counts.js';
import type { LanguageFunction } from './index.js';

/** Functions of a column that give one number. */
export const aggregates: Readonly<Record<string, LanguageFunction>> = {
  sum: aggregate('sum(column)', (entries) => total(entries)),
  mean: aggregate('mean(column)', (entries, call) => {
    if (entries.length === 0) throw new TableGap('mean requires at least one row, got none', call.at);
    return over(total(entries), size(entries));
  }),
  min: extreme('min', 'minimum'),
  max: extreme('max', 'maximum'),
  median: aggregate('median(column)', (entries, call) => quantile(entries, Exact.ratio(1n, 2n), call)),
  quantile: {
    form: 'quantile(column, share)',
    takes: [2, 2],
    run: ({ args }, scope) => {
      const share = evaluate(args[1]!, scope);
      if (share.type !== 'number' || share.form.kind !== 'affine' || share.form.terms.size > 0)
        throw new ExpressionProblem('quantile requires a share from 0 to 1 as its second argument', args[1]!.at);
      return number(quantile(asColumn(evaluate(args[0]!, scope), args[0]!), share.form.constant, args[0]!));
    },
  },
  count: {
    form: 'count(rows), count(conditions) or count(rows by column)',
    takes: [1, 1],
    run: ({ args, by }, scope) => {
      const [of] = args as [Expression];
      const value = evaluate(of, scope);
      if (value.type === 'rows') scope.session.see(value.table.name, `${value.table.rowCount} rows`);
      return by ? groupCounts(value, by, of, scope) : number(countOf(value, of));
    },
  },
  distinct: {
    form: 'distinct(list), or distinct(column) as printed',
    takes: [1, 1],
    run: ({ args }, scope) => {
      const value = evaluate(args[0]!, scope);
      if (value.type === 'column') {
        const printed = value.entries.filter(({ form }) => !restsOnUnlisted(form));
        if (printed.length < value.entries.length)
          scope.session.leaveOut('distinct counts the values that are printed');
        const items = printed.map(({ form, choice }) => ({
          key: String(valueAsPrinted(form)?.[0]),
          label: '',
          choice,
        }));
        return number(distinct(items));
      }
      return number(distinct(asList(value, args[0]!, scope).items));
    },
  },
};

function aggregate(form: string, run: (entries: readonly Entry[], at: Expression) => Form): LanguageFunction {
  return {
    form,
    takes: [1, 1],
    run: ({ args }, scope: Scope) => number(run(asColumn(evaluate(args[0]!, scope), args[0]!), args[0]!)),
  };
}

/** The sum of a column; a row that may belong counts as often as its choice says. */
export function total(entries: readonly Entry[]): Form {
  return linear(
    entries.map(({ form, choice }) => [choice ? times(ofVariable(choice), form) : form, Exact.one] as const),
  );
}

/** How many rows there are, undecided ones as choices. */
export function size(rows: readonly Row[]): Form {
  return sizeOf(rows.map(({ choice }) => choice));
}

function sizeOf(choices: readonly (Variable | null)[]): Form {
  const sure = choices.filter((choice) => choice === null).length;
  const open = choices.flatMap((choice) => (choice ? [[ofVariable(choice), Exact.one] as const] : []));
  return linear([...open, [constant(Exact.fromNumber(sure)), Exact.one]]);
}

/** How many keys there are; one that stands on undecided rows only is a choice. */
function distinct(items: readonly Item[]): Form {
  const byKey = new Map<string, Item>();
  for (const item of items) if (!byKey.has(item.key) || !item.choice) byKey.set(item.key, item);
  return sizeOf([...byKey.values()].map(({ choice }) => choice ?? null));
}

/** The smallest or largest of a column, or of several numbers. */
function extreme(name: string, operator: 'minimum' | 'maximum'): LanguageFunction {
  return {
    form: `${name}(column) or ${name}(a, b, …)`,
    takes: [1, Infinity],
    run: ({ args, at }, scope) => {
      const entries = args.flatMap((arg) => asColumn(evaluate(arg, scope), arg));
      if (entries.length === 0) throw new TableGap(`${name} requires at least one row, got none`, at);
      return number(
        eachWay(entries, { at }, (rows) =>
          rows.length === 1 ? rows[0]!.form : operation(operator, ...rows.map(({ form }) => form)),
        ),
      );
    },
  };
}

function quantile(entries: readonly Entry[], share: Exact, call: Pick<Expression, 'at'>): Form {
  if (entries.length === 0) throw new TableGap('a quantile requires at least one row, got none', call.at);
  return eachWay(entries, call, (rows) => operation('quantile', constant(share), ...rows.map(({ form }) => form)));
}

function countOf(value: Value, of: Expression): Form {
  switch (value.type) {
    case 'rows':
      return size(value.rows);
    case 'column':
      return size(value.entries);
    case 'list':
      return sizeOf(value.items.map(({ choice }) => choice ?? null));
    case 'truth':
    case 'truths':
      return countTruths(value);
    case 'number':
      throw new ExpressionProblem(`count takes rows, a list or conditions, got ${describe(value)}`, of.at);
  }
}

/** How many conditions hold; one that the digits leave open, or on a row that may not belong, is a choice. */
function countTruths(value: Extract<Value, { type: 'truth' | 'truths' }>): Form {
  const all = value.type === 'truth' ? [{ truth: value, choice: null }] : value.entries;
  const choices = all.flatMap(({ truth, choice }, at): (Variable | null)[] => {
    if (truth.holds === 'never') return [];
    if (truth.holds === 'always') return [choice];
    return [choiceOf(`condition ${at}`, truth, choice)];
  });
  return sizeOf(choices);
}
