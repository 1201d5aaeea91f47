import { type Data, dataSource } from '@indexlab/core';
import { suggest } from '../specification/suggest.js';
import type { TableMistakes } from './table-mistakes.js';

/** A row of iMeta: a node of the tree, or a column beside the indicators. */
export interface MetaRow {
  /** From 1. */
  readonly row: number;
  readonly code: string;
  readonly name: string;
  readonly type: string;
  readonly parent: string | null;
  readonly direction: number;
  readonly weight: number;
  readonly unit: string | null;
  readonly denominator: string | null;
  /** Parameters of normalisations: `Target`, `goalpost_lower`, `minmax_upper`, `zscore_mean` and so on. */
  readonly parameters: Readonly<Record<string, number | null>>;
}

/** The columns of iMeta that hold parameters of a normalisation. */
export const parameterColumns = [
  'Target',
  'goalpost_lower',
  'goalpost_upper',
  'goalpost_scale',
  'goalpost_trunc2posts',
  'minmax_lower',
  'minmax_upper',
  'zscore_mean',
  'zscore_sd',
] as const;

const types = ['Indicator', 'Aggregate', 'Group', 'Denominator', 'Other'];

/** The rows of iMeta; mistakes are told with their row and column, and passed over. */
export function metaRows(iMeta: Data, mistakes: TableMistakes): MetaRow[] {
  const source = dataSource(iMeta);
  const columns = new Set(source.columns);
  const cell = (column: string, row: number): unknown =>
    columns.has(column) ? source.column(column).values[row] : null;
  const text = (column: string, row: number): string | null => {
    const value = cell(column, row);
    const written = value === null || value === undefined || Number.isNaN(value) ? '' : String(value).trim();
    return written === '' || written === 'NA' ? null : written;
  };
  const number = (column: string, row: number): number | null => {
    const written = text(column, row);
    if (written === null) return null;
    const value = /^(true|false)$/i.test(written) ? Number(written.toLowerCase() === 'true') : Number(written);
    if (Number.isFinite(value)) return value;
    mistakes.add({ table: 'iMeta', row: row + 1, column }, `requires a number, got ${JSON.stringify(written)}`);
    return null;
  };
  const lacking = ['iCode', 'Parent', 'Type'].filter((column) => !columns.has(column));
  for (const column of lacking)
    mistakes.add({ table: 'iMeta' }, `requires a column ${column}, got none`, suggest(column, columns, 'columns'));
  if (lacking.includes('iCode')) return [];
  const seen = new Map<string, number>();
  return Array.from({ length: source.column('iCode').values.length }, (_, row) => row).flatMap((row): MetaRow[] => {
    const at = (column: string) => ({ table: 'iMeta', row: row + 1, column });
    const code = text('iCode', row);
    if (code === null) {
      mistakes.add(at('iCode'), 'requires a code, got none');
      return [];
    }
    const before = seen.get(code);
    if (before !== undefined) mistakes.add(at('iCode'), `requires distinct codes, got ${code} as in row ${before}`);
    seen.set(code, row + 1);
    const type = text('Type', row) ?? '';
    if (columns.has('Type') && !types.includes(type))
      mistakes.add(
        at('Type'),
        `requires one of ${types.join(', ')}, got ${type === '' ? 'none' : type}`,
        suggest(type, types, 'types'),
      );
    const direction = number('Direction', row) ?? 1;
    if (direction !== 1 && direction !== -1) mistakes.add(at('Direction'), `requires 1 or -1, got ${direction}`);
    const weight = columns.has('Weight') ? number('Weight', row) : 1;
    if (weight !== null && weight < 0) mistakes.add(at('Weight'), `requires a weight of zero or more, got ${weight}`);
    return [
      {
        row: row + 1,
        code,
        name: text('iName', row) ?? code,
        type,
        parent: text('Parent', row),
        direction,
        weight: weight ?? 0,
        unit: text('Unit', row),
        denominator: text('Denominator', row),
        parameters: Object.fromEntries(
          parameterColumns.filter((column) => columns.has(column)).map((column) => [column, number(column, row)]),
        ),
      },
    ];
  });
}
