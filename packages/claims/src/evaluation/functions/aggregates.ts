import { Exact } from '@indexlab/core';
import { constant, ofVariable } from '../../forms/affine.js';
import { type Form, linear, operation, over, times } from '../../forms/form.js';
import { valueAsPrinted } from '../../forms/value-at.js';
import { type Expression, ExpressionProblem } from '../../language/syntax.js';
import { asColumn, asList, asTruth, describe } from '../as.js';
import { evaluate } from '../evaluate.js';
import type { Scope } from '../scope.js';
import { type Entry, number, type Row, type Value } from '../value.js';
import { groupCounts } from './group-counts.js';
import type { LanguageFunction } from './index.js';

/** Functions of a column that give one number. */
export const aggregates: Readonly<Record<string, LanguageFunction>> = {
  sum: aggregate('sum(column)', (entries) => total(entries)),
  mean: aggregate('mean(column)', (entries, call) => {
    if (entries.length === 0) throw new ExpressionProblem('mean requires at least one row, got none', call.at);
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
      const keys =
        value.type === 'column'
          ? value.entries.map(({ form }) => String(valueAsPrinted(form)?.[0]))
          : asList(value, args[0]!, scope).items.map(({ key }) => key);
      return number(constant(Exact.fromNumber(new Set(keys).size)));
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
  const sure = rows.filter(({ choice }) => choice === null).length;
  const open = rows.flatMap(({ choice }) => (choice ? [[ofVariable(choice), Exact.one] as const] : []));
  return linear([...open, [constant(Exact.fromNumber(sure)), Exact.one]]);
}

/** The smallest or largest of a column, or of several numbers. */
function extreme(name: string, operator: 'minimum' | 'maximum'): LanguageFunction {
  return {
    form: `${name}(column) or ${name}(a, b, …)`,
    takes: [1, Infinity],
    run: ({ args, at }, scope) => {
      const forms = args.flatMap((arg) => sureForms(asColumn(evaluate(arg, scope), arg), arg));
      if (forms.length === 0) throw new ExpressionProblem(`${name} requires at least one row, got none`, at);
      return number(forms.length === 1 ? forms[0]! : operation(operator, ...forms));
    },
  };
}

function quantile(entries: readonly Entry[], share: Exact, call: Pick<Expression, 'at'>): Form {
  const forms = sureForms(entries, call);
  if (forms.length === 0) throw new ExpressionProblem('a quantile requires at least one row, got none', call.at);
  return operation('quantile', constant(share), ...forms);
}

function sureForms(entries: readonly Entry[], { at }: Pick<Expression, 'at'>): Form[] {
  const open = entries.filter(({ choice }) => choice !== null).map(({ label }) => label);
  if (open.length > 0)
    throw new ExpressionProblem(`the printed digits do not decide which rows belong (${open.join(', ')})`, at);
  return entries.map(({ form }) => form);
}

function countOf(value: Value, of: Expression): Form {
  switch (value.type) {
    case 'rows':
      return size(value.rows);
    case 'column':
      return size(value.entries);
    case 'list':
      return constant(Exact.fromNumber(value.items.length));
    case 'truth':
    case 'truths':
      return countTruths(value);
    case 'number':
      throw new ExpressionProblem(`count takes rows, a list or conditions, got ${describe(value)}`, of.at);
  }
}

function countTruths(value: Extract<Value, { type: 'truth' | 'truths' }>): Form {
  const all = value.type === 'truth' ? [asTruth(value, { at: 0 })] : value.entries.map(({ truth }) => truth);
  const open = all.filter(({ holds }) => holds === 'possibly');
  const sure = all.filter(({ holds }) => holds === 'always').length;
  const choices = open.map((truth, at) => {
    const choice = {
      id: `condition ${at}`,
      lower: Exact.zero,
      upper: Exact.one,
      printed: truth.printed ? Exact.one : Exact.zero,
      choice: true,
      ...(truth.partial && { unlisted: true }),
    };
    return [ofVariable(choice), Exact.one] as const;
  });
  return linear([...choices, [constant(Exact.fromNumber(sure)), Exact.one]]);
}
