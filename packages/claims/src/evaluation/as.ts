import type { Form } from '../forms/form.js';
import type { Scope } from './scope.js';
import { type Expression, ExpressionProblem, TableGap } from '../language/syntax.js';
import type { Entry, Item, List, Row, Truth, Value } from './value.js';

/** A value as one number: also a column of one row. */
export function asNumber(value: Value, { at }: Pick<Expression, 'at'>): Form {
  if (value.type === 'number') return value.form;
  if (value.type === 'column') {
    const [only, second] = value.entries;
    if (only && !second && !only.choice) return only.form;
    if (only && !second) throw new TableGap(`the printed digits do not decide whether ${only.label} belongs`, at);
    if (value.one !== undefined) {
      const names = value.entries.map(({ label }) => label).join(', ');
      throw new TableGap(`${value.one} stands ${value.entries.length} times (${names})`, at);
    }
    const remedy = 'Choose one row in brackets, or take the sum, mean or count.';
    throw new ExpressionProblem(`expected one number, got ${describe(value)}`, at, remedy);
  }
  throw new ExpressionProblem(`expected a number, got ${describe(value)}`, at, hint(value));
}

/** A value as numbers by row: also one number. */
export function asColumn(value: Value, { at }: Pick<Expression, 'at'>): readonly Entry[] {
  if (value.type === 'column') return value.entries;
  if (value.type === 'number') return [{ row: null, key: null, label: '', choice: null, form: value.form }];
  throw new ExpressionProblem(`expected a column of numbers, got ${describe(value)}`, at, hint(value));
}

/** A value as a condition; of a row, a column of another table means that table's row of the same unit. */
export function asTruth(value: Value, { at }: Pick<Expression, 'at'>, row: Row | null = null): Truth {
  if (value.type === 'truth') return value;
  if (value.type === 'truths' && row) return ofRow(value, row, at);
  const remedy = value.type === 'truths' ? 'all(…) or any(…) makes one of them.' : 'Compare it with something.';
  throw new ExpressionProblem(`expected a condition, got ${describe(value)}`, at, remedy);
}

function ofRow({ entries }: Extract<Value, { type: 'truths' }>, row: Row, at: number): Truth {
  const [only, second] = entries.filter(({ key }) => key !== null && key === row.key);
  if (only && !second && !only.choice) return only.truth;
  throw new TableGap(`another table has ${second ? 'several rows' : 'no row'} of ${row.label}`, at);
}

/** A value as places or texts: the units of rows, whose names are then evidence, a text, a list. */
export function asList(value: Value, { at }: Pick<Expression, 'at'>, { session }: Scope): List {
  if (value.type === 'list') return value;
  if (value.type === 'rows') {
    const unit = value.table.columns.get(value.table.unit ?? '');
    for (const { row } of value.rows) if (unit && row !== null) session.text(value.table, unit, row);
    const items = value.rows.map(itemOf);
    return { type: 'list', items, single: false, ordered: true };
  }
  throw new ExpressionProblem(`expected a list, got ${describe(value)}`, at);
}

/** A row as its unit. */
export function itemOf({ key, label, choice }: Row): Item {
  return { key: key ?? label, label, choice };
}

function hint(value: Value): string | undefined {
  return value.type === 'rows' ? 'Name a column behind a point, such as ports.score.' : undefined;
}

export function describe(value: Value): string {
  switch (value.type) {
    case 'number':
      return 'a number';
    case 'truth':
      return 'a condition';
    case 'truths':
      return `${value.entries.length} conditions`;
    case 'rows':
      return `${value.rows.length} rows of ${value.table.name}`;
    case 'column':
      return value.entries.length === 1 ? 'a number' : `${value.entries.length} numbers`;
    case 'list':
      return value.single ? `the text ${JSON.stringify(value.items[0]?.label)}` : `a list of ${value.items.length}`;
  }
}
