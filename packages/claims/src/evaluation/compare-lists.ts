import { didYouMean, Exact } from '@indexlab/core';
import type { Variable } from '../forms/affine.js';
import { type Expression, ExpressionProblem, type Name, type Relation } from '../language/syntax.js';
import { asList } from './as.js';
import { belongsTo, classNames } from './classes.js';
import { evaluate } from './evaluate.js';
import { namesOf } from './literal.js';
import { tableCalled } from './names.js';
import { orderTruth } from './order-truth.js';
import type { Scope } from './scope.js';
import { spokenName, spokenNames } from './spoken-names.js';
import { decided, negated } from './truth.js';
import type { Item, List, Truth, Value } from './value.js';
import type { Places } from './world.js';

/** Two lists or texts: equal or not. Names on the right mean what the left side holds: places, or texts of its column. */
export function compareLists(
  left: Value,
  leftAt: Pick<Expression, 'at'>,
  relation: Exclude<Relation, 'in'>,
  right: Expression,
  scope: Scope,
): Value {
  const list = asList(left, leftAt, scope);
  if (relation !== '=' && relation !== '<>')
    throw new ExpressionProblem(`${relation} compares numbers, and this is a list or a text`, leftAt.at);
  const other = rightSide(right, left, list, scope);
  const truth = list.ordering
    ? orderTruth(list, other.items)
    : maybeSame(list, other.items, list.ordered && other.ordered, scope.session.world.places);
  return { type: 'truth', ...(relation === '=' ? truth : negated(truth)) };
}

function rightSide(right: Expression, left: Value, list: List, scope: Scope): List {
  const table = left.type === 'rows' ? left.table : (list.known?.table ?? null);
  const column = left.type === 'rows' ? left.table.unit : (list.known?.column ?? null);
  if (right.kind === 'list')
    return { type: 'list', items: namesOf(right.items, table, column, scope), single: false, ordered: true };
  if (right.kind === 'name' && !isVisible(right, scope))
    return { type: 'list', items: namesOf([right], table, column, scope), single: true, ordered: true };
  return asList(evaluate(right, scope), right, scope);
}

/** A bare word beside a text is a text, unless it is a column of the row or a named expression. */
function isVisible({ name, quoted }: Extract<Expression, { kind: 'name' }>, { row, lets }: Scope): boolean {
  return !quoted && ((row?.table.columns.has(name) ?? false) || lets.has(name));
}

/** Where the digits leave open which items belong, two lists are the same for some of the digits, or for none. */
function maybeSame(list: List, claimed: readonly Item[], ordered: boolean, places: Places | null): Truth {
  const asPrinted = { ...list, items: list.items.filter(belongs) };
  const truth = sameItems(asPrinted, claimed.filter(belongs), ordered, places);
  const open = [...list.items, ...claimed].filter(({ choice }) => choice);
  if (open.length === 0) return truth;
  const has = (items: readonly Item[]) => new Set(items.map(({ key }) => key));
  const [found, wanted] = [has(list.items), has(claimed)];
  const lacks = (items: readonly Item[], others: ReadonlySet<string>): boolean =>
    items.some(({ key, choice }) => !choice && !others.has(key));
  const common = (items: readonly Item[]) =>
    items.map(({ key }) => key).filter((key) => found.has(key) && wanted.has(key));
  const [left, right] = [common(list.items), common(claimed)];
  const inOrder = !ordered || left.every((key, at) => key === right[at]);
  if (lacks(list.items, wanted) || lacks(claimed, found) || !inOrder) return truth;
  const says = `${truth.says}; the printed digits do not decide ${spokenNames(open, places)}`;
  return undecidedAs(truth, says);
}

function sameItems(list: List, claimed: readonly Item[], ordered: boolean, places: Places | null): Truth {
  const shown = spokenNames(list.items, places) || 'none';
  const keys = (items: readonly Item[]): string[] => items.map(({ key }) => key);
  const [found, wanted] = [keys(list.items), keys(claimed)];
  if (ordered) {
    const length = Math.max(found.length, wanted.length);
    const place = Array.from({ length }, (_, at) => at).find((at) => found[at] !== wanted[at]);
    if (place === undefined) return decided(true, shown);
    const named = (item: Item | undefined): string | undefined => item && spokenName(item, places);
    const difference = `place ${place + 1} is ${named(list.items[place]) ?? 'empty'}, claimed ${named(claimed[place]) ?? 'nothing'}`;
    return decided(false, list.single ? shown : `${shown}; ${difference}`);
  }
  const absent = claimed.filter(({ key }) => !found.includes(key));
  const extra = list.items.filter(({ key }) => !wanted.includes(key));
  const differences = [
    ...(absent.length > 0 ? [`claimed and not found: ${spokenNames(absent, places)}`] : []),
    ...(extra.length > 0 ? [`found and not claimed: ${spokenNames(extra, places)}`] : []),
  ];
  const same = differences.length === 0 && found.length === wanted.length;
  return decided(same, [shown, ...differences].join('; '));
}

/** Whether items, or the row itself, belong to a list in braces, a region or class, or another list. */
export function membership(left: Value | null, leftAt: Pick<Expression, 'at'>, right: Expression, scope: Scope): Value {
  const { row } = scope;
  if (left === null && !row) throw new ExpressionProblem('in needs a place on its left, or a row', leftAt.at);
  const table =
    left?.type === 'rows' ? left.table : left?.type === 'list' ? (left.known?.table ?? null) : (row?.table ?? null);
  if (left?.type === 'number')
    throw new ExpressionProblem('in asks where a place belongs, and this is a number', leftAt.at);
  const asked: Value = left ?? { type: 'rows', table: row!.table, rows: [{ ...row!.row, choice: null }] };
  const { items } = asList(asked, leftAt, scope);
  const inside = insideOf(right, items, table, left, scope);
  const shownNames = (list: readonly Item[]): string => spokenNames(list, scope.session.world.places);
  const answers = items.map((item) => ({ item, inside: inside(item) }));
  const outside = answers
    .filter((one) => belongs(one.item) && !belongs({ choice: one.inside }))
    .map(({ item }) => item);
  const says = outside.length === 0 ? `${shownNames(items)}: inside` : `outside: ${shownNames(outside)}`;
  const truth = decided(outside.length === 0, says);
  const isOpen = answers.some(({ item, inside: answer }) => answer !== null && (item.choice || answer !== never));
  const isRefuted = answers.some(({ item, inside: answer }) => answer === never && !item.choice);
  return { type: 'truth', ...(isOpen && !isRefuted ? undecidedAs(truth, truth.says) : truth) };
}

function insideOf(
  right: Expression,
  items: readonly Item[],
  table: Parameters<typeof classNames>[1] | null,
  left: Value | null,
  scope: Scope,
): (item: Item) => Variable | null {
  if (right.kind === 'list') {
    const column = left?.type === 'list' ? (left.known?.column ?? null) : (table?.unit ?? null);
    const keys = new Set(namesOf(right.items, table, column, scope).map(({ key }) => key));
    return ({ key }) => (keys.has(key) ? null : never);
  }
  if (right.kind === 'name' && table) return inRegion(right, items, table, scope);
  const list = scope.session.once(right, () => evaluate(right, { ...scope, row: null }));
  const choices = new Map(asList(list, right, scope).items.map(({ key, choice = null }) => [key, choice]));
  return ({ key }) => (choices.has(key) ? choices.get(key)! : never);
}

/** Stands for what surely does not belong, as a choice that is made. */
const never: Variable = { id: 'never', lower: Exact.zero, upper: Exact.zero, printed: Exact.zero, choice: true };

/** Whether something belongs as the digits are printed. */
function belongs({ choice }: { readonly choice?: Variable | null }): boolean {
  return !choice || choice.printed.sign() > 0;
}

/** What holds at the digits as printed, and may not for others. */
function undecidedAs(truth: Truth, says: string): Truth {
  return { ...truth, holds: 'possibly', agrees: false, power: null, says };
}

function inRegion(
  { name, at }: Name,
  items: readonly Item[],
  table: NonNullable<Parameters<typeof classNames>[1]>,
  scope: Scope,
): (item: Item) => Variable | null {
  const { session } = scope;
  const rowOf = (item: Item) => {
    const line = table.keys.indexOf(item.key);
    return { row: line < 0 ? null : line, key: item.key, label: item.label, choice: null };
  };
  const answers = new Map(items.map((item) => [item.key, belongsTo(session, table, rowOf(item), name)]));
  if ([...answers.values()].every((answer) => answer !== null)) return ({ key }) => (answers.get(key)! ? null : never);
  const other = tableCalled(name, session.world);
  if (other) return ({ key }) => (other.keys.includes(key) ? null : never);
  throw new ExpressionProblem(
    `there is no region or class ${name}`,
    at,
    didYouMean(name, classNames(session, table), 'regions and classes'),
  );
}
