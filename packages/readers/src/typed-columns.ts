import { type Column, type NumberColumn, printedDecimals, Table, type TextColumn } from '@indexlab/core';

/**
 * Turns columns of texts into columns of numbers where every cell is a number, printed decimals beside the values.
 *
 * A column stays text when it has no cell at all, when a cell is not a plain decimal number ("1,204.5" and "1e-3"
 * are), or when a cell looks like a code: a leading zero ("010000"), or an integer that a double cannot hold.
 * Decimals are left out where a value cannot give its digits back (an exponent, more digits than a double has).
 *
 * @example
 * typedColumns(readCsv('code,score\n01,25.80\n')).numbers('score').decimals // => new Int8Array([2])
 */
export function typedColumns(table: Table): Table {
  return new Table(table.columns.map((name) => typedColumn(table.column(name))));
}

function typedColumn(column: Column): Column {
  if (column.type === 'number') return column;
  const present = column.values.filter((cell) => cell !== null);
  return present.length > 0 && present.every(isNumber) ? numberColumn(column) : column;
}

function isNumber(cell: string): boolean {
  const token = plainToken(cell);
  if (!/^[+-]?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?$/.test(token)) return false;
  return Number.isFinite(Number(token)) && (/[.eE]/.test(token) || Number.isSafeInteger(Number(token)));
}

/** The cell without thousands separators and without a plus sign. */
function plainToken(cell: string): string {
  const token = /^[+-]?\d{1,3}(,\d{3})+(\.\d+)?$/.test(cell) ? cell.replaceAll(',', '') : cell;
  return token.replace(/^\+/, '');
}

function numberColumn({ name, values }: TextColumn): NumberColumn {
  const tokens = values.map((cell) => (cell === null ? null : plainToken(cell)));
  const numbers = Float64Array.from(tokens, (token) => (token === null ? NaN : Number(token)));
  const givesDigitsBack = tokens.every((token) => token === null || digitsOf(token) === token);
  return {
    type: 'number',
    name,
    values: numbers,
    ...(givesDigitsBack && { decimals: Int8Array.from(tokens, (token) => (token === null ? 0 : printedDecimals(token))) }),
  };
}

/** The token as its double prints it with as many decimals; another text where a double does not hold it. */
function digitsOf(token: string): string {
  const decimals = printedDecimals(token);
  if (decimals > 100) return '';
  const digits = Number(token).toFixed(decimals);
  return token.startsWith('-') && !digits.startsWith('-') ? `-${digits}` : digits;
}
