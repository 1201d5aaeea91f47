import { Exact } from '@indexlab/core';
import type { ClaimColumn, ClaimTable } from '../evaluation/world.js';
import { bareToken } from '../printed/bare-token.js';
import { unitSize } from '../printed/units.js';
import { type Field, roleOf } from './role.js';

/** Rates whose numbers count in per cent where no unit says otherwise. */
const rates = ['share', 'share of total', 'shares', 'growth'] as const;
const counts = ['rank', 'rank change', 'count', 'time'] as const;

/**
 * A table of printed cells with what the roles of its columns say: which names the units, which ranks them, which
 * count, and in what unit.
 *
 * @param fields the columns in order
 * @param rows the printed tokens, row by row; an empty text is an empty cell
 * @param keyOf what identifies the unit of a row: by default its name
 *
 * @example
 * claimTable('ports', [{ name: 'port', role: 'unit' }, { name: 'score' }], [['Arn', '82.4']]).unit // => 'port'
 */
export function claimTable(
  name: string,
  fields: readonly Field[],
  rows: readonly (readonly string[])[],
  keyOf: (name: string, row: number) => string | null = (unit) => unit,
): ClaimTable {
  const columns = fields.map((field, at) =>
    columnOf(
      field,
      rows.map((row) => row[at] ?? ''),
    ),
  );
  const unit = unitColumn(fields, columns);
  const ranked = fields.find((field) => roleOf(field, 'rank'));
  const cells = columns.find((column) => column.name === unit)?.cells ?? [];
  return {
    name,
    columns: new Map(columns.map((column) => [column.name, column])),
    rowCount: rows.length,
    unit,
    keys: rows.map((_, row) => (cells[row] === null || cells[row] === undefined ? null : keyOf(cells[row], row))),
    rank: ranked?.name ?? null,
    time: fields.find((field) => roleOf(field, 'time'))?.name ?? null,
    someOf: someOf(fields),
    population: (ranked && roleOf(ranked, 'rank')?.population) ?? null,
  };
}

/** What `population` says beside the role `unit`: how many units there are of which the table prints some. */
function someOf(fields: readonly Field[]): number | null {
  const population = fields.map((field) => roleOf(field, 'unit')?.population).find((one) => one !== undefined);
  return typeof population === 'number' ? population : null;
}

/** The column with the role `unit`; without one, the first of texts. */
function unitColumn(fields: readonly Field[], columns: readonly ClaimColumn[]): string | null {
  const stated = fields.find((field) => roleOf(field, 'unit'));
  return stated?.name ?? columns.find(({ kind }) => kind === 'text')?.name ?? null;
}

function columnOf(field: Field, tokens: readonly string[]): ClaimColumn {
  const cells = tokens.map((token) => (token.trim() === '' ? null : token.trim()));
  const printed = cells.filter((cell) => cell !== null);
  const numeric = printed.length > 0 && printed.every((cell) => bareToken(cell) !== null || isMissing(cell));
  const kind = kindOf(field, numeric);
  const plain = kind === 'number' ? cells.map((cell) => (cell !== null && isMissing(cell) ? null : cell)) : cells;
  return {
    name: field.name,
    kind,
    cells: plain,
    exact: field.exact ?? roleOf(field, ...counts) !== undefined,
    size: sizeOf(field, printed),
  };
}

function kindOf(field: Field, numeric: boolean): ClaimColumn['kind'] {
  if (roleOf(field, 'unit', 'class', 'group') || field.type === 'string') return 'text';
  return numeric || field.type === 'number' || field.type === 'integer' ? 'number' : 'text';
}

function sizeOf(field: Field, printed: readonly string[]): Exact {
  if (field.unit !== undefined) return unitSize(field.unit);
  const rate = roleOf(field, ...rates);
  if ((rate && (rate.scale ?? 100) === 100) || (printed.length > 0 && printed.every((cell) => /[%％]$/u.test(cell))))
    return Exact.ratio(1n, 100n);
  return Exact.one;
}

/** What tables print where there is no number. */
function isMissing(cell: string): boolean {
  return /^(-|–|—|\.{1,3}|…|n\.?\s?a\.?|n\/a|null|none|\/)$/iu.test(cell);
}
