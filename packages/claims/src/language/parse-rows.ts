import type { Reader } from './reader.js';
import type { Expression, RowChoice, Rows } from './syntax.js';

/** Reads what stands in brackets behind a table: `1 to 50 where capital`, `last 3`, `Arn, Belm`, `all`. */
export function parseRows(reader: Reader, condition: (reader: Reader) => Expression): Rows {
  const all = reader.takeIf('all') !== null;
  const rows: RowChoice[] = [];
  if (!all && !reader.isNext('where')) {
    do rows.push(row(reader));
    while (reader.takeIf(','));
  }
  const where = reader.takeIf('where') ? condition(reader) : null;
  return { rows, all, where };
}

function row(reader: Reader): RowChoice {
  const { at } = reader.next;
  if (reader.takeIf('last')) return { kind: 'last', count: wholeNumber(reader, 'how many'), at };
  if (reader.takeIf('line')) return { kind: 'line', line: wholeNumber(reader, 'a line'), at };
  const { kind, text } = reader.next;
  if (kind === 'name' || kind === 'quoted') {
    reader.take();
    return { kind: 'name', name: text, at };
  }
  const from = wholeNumber(reader, 'a rank, a name, "last" or "where"');
  const range = reader.takeIf('to') !== null;
  const to = range ? wholeNumber(reader, 'the last rank') : from;
  if (to < from) throw reader.problem(`expected ranks in rising order instead of ${from} to ${to}`);
  return { kind: 'rank', from, to, range, at };
}

function wholeNumber(reader: Reader, expected: string): number {
  const { kind, text } = reader.next;
  if (kind !== 'number' || !/^\d+$/.test(text)) throw reader.problem(`expected ${expected}`);
  reader.take();
  return Number(text);
}
