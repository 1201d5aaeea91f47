import { Reader } from './reader.js';
import { parseRows } from './parse-rows.js';
import { type Comparison, type Expression, ExpressionProblem, type Name, type Relation } from './syntax.js';

const relations = ['=', '<>', '<', '<=', '>', '>=', 'in'];

/**
 * Reads an expression of the claim language.
 *
 * @throws ExpressionProblem with the offset of what is wrong
 *
 * @example
 * parseExpression('sum(ports.score)').kind // => 'call'
 */
export function parseExpression(text: string): Expression {
  requireShallow(text);
  const reader = new Reader(text);
  const expression = either(reader);
  if (reader.next.kind !== 'end') throw reader.problem('expected an operator or the end');
  return expression;
}

/** Brackets within brackets, at most. */
const deepest = 100;

function requireShallow(text: string): void {
  let depth = 0;
  for (let at = 0; at < text.length; at += 1) {
    if ('([{'.includes(text[at]!)) depth += 1;
    if (')]}'.includes(text[at]!)) depth -= 1;
    if (depth > deepest)
      throw new ExpressionProblem(
        `brackets stand within brackets more than ${deepest} deep`,
        at,
        'Name the parts with let.',
      );
  }
}

function either(reader: Reader): Expression {
  let left = both(reader);
  while (reader.takeIf('or')) left = { kind: 'logic', operator: 'or', left, right: both(reader), at: left.at };
  return left;
}

function both(reader: Reader): Expression {
  let left = negation(reader);
  while (reader.takeIf('and')) left = { kind: 'logic', operator: 'and', left, right: negation(reader), at: left.at };
  return left;
}

function negation(reader: Reader): Expression {
  const not = reader.takeIf('not');
  return not ? { kind: 'not', of: negation(reader), at: not.at } : comparison(reader);
}

function comparison(reader: Reader): Expression {
  const { at } = reader.next;
  const first = reader.isNext('in') ? null : sum(reader);
  const rest: Comparison[] = [];
  for (let sign = reader.takeIf(...relations); sign; sign = reader.takeIf(...relations)) {
    rest.push({ relation: sign.text as Relation, right: sum(reader) });
  }
  return first !== null && rest.length === 0 ? first : { kind: 'compare', first, rest, at };
}

function sum(reader: Reader): Expression {
  let left = product(reader);
  for (let sign = reader.takeIf('+', '-'); sign; sign = reader.takeIf('+', '-')) {
    left = { kind: 'arithmetic', operator: sign.text as '+', left, right: product(reader), at: left.at };
  }
  return left;
}

function product(reader: Reader): Expression {
  let left = signed(reader);
  for (let sign = reader.takeIf('*', '/'); sign; sign = reader.takeIf('*', '/')) {
    left = { kind: 'arithmetic', operator: sign.text as '*', left, right: signed(reader), at: left.at };
  }
  return left;
}

/** A minus binds less than a power: -2 ^ 2 is -4, as in mathematics. */
function signed(reader: Reader): Expression {
  const minus = reader.takeIf('-');
  return minus ? { kind: 'negative', of: signed(reader), at: minus.at } : power(reader);
}

function power(reader: Reader): Expression {
  const left = path(reader);
  if (!reader.takeIf('^')) return left;
  return { kind: 'arithmetic', operator: '^', left, right: signed(reader), at: left.at };
}

function path(reader: Reader): Expression {
  let of = atom(reader);
  for (;;) {
    if (reader.isNext('[')) {
      const bracket = reader.take();
      const rows = parseRows(reader, either);
      reader.expect(']', bracket);
      of = { kind: 'rows', of, ...rows, at: of.at };
    } else if (reader.takeIf('.')) {
      of = { kind: 'column', of, column: name(reader, 'a column'), at: of.at };
    } else return of;
  }
}

function atom(reader: Reader): Expression {
  const { kind, text, at } = reader.next;
  if (kind === 'number') {
    reader.take();
    return { kind: 'number', token: text, percent: reader.takeIf('%') !== null, at };
  }
  if (text === 'all' && reader.after.text === '(') {
    reader.take();
    return call(reader, text, at);
  }
  if (kind === 'name' || kind === 'quoted') {
    reader.take();
    if (kind === 'name' && reader.isNext('(')) return call(reader, text, at);
    return { kind: 'name', name: text, quoted: kind === 'quoted', at };
  }
  const bracket = reader.takeIf('(', '{');
  if (bracket?.text === '(') {
    const inner = either(reader);
    reader.expect(')', bracket);
    return inner;
  }
  if (bracket) return { kind: 'list', items: names(reader, bracket), at };
  throw reader.problem('expected a number, a name or a bracket');
}

function call(reader: Reader, called: string, at: number): Expression {
  const bracket = reader.take();
  const args: Expression[] = [];
  while (!reader.isNext(')', 'by')) {
    args.push(either(reader));
    if (!reader.takeIf(',')) break;
  }
  const by = reader.takeIf('by') ? name(reader, 'a column') : null;
  reader.expect(')', bracket);
  return { kind: 'call', name: called, args, by, at };
}

function names(reader: Reader, bracket: ReturnType<Reader['take']>): Name[] {
  const items: Name[] = [];
  while (!reader.isNext('}')) {
    items.push(name(reader, 'a name'));
    if (!reader.takeIf(',')) break;
  }
  reader.expect('}', bracket);
  return items;
}

function name(reader: Reader, expected: string): Name {
  const { kind, text, at } = reader.next;
  if (kind !== 'name' && kind !== 'quoted' && kind !== 'number') throw reader.problem(`expected ${expected}`);
  reader.take();
  return { name: text, at };
}
