import { unknownDigits } from '../columns/parse-number.js';

/** What a sheet's number format shows of a number. */
export interface NumberFormat {
  readonly kind: 'number' | 'date' | 'text';
  /** Decimals shown; `unknownDigits` for the general format and those that are not of fixed decimals. */
  readonly decimals: number;
  /** Shown a hundred times larger, with a percent sign. */
  readonly percent: boolean;
}

/**
 * Reads the code of a number format, such as `#,##0.00`, `0.0%` or `yyyy"年"m"月"`.
 */
export function numberFormat(code: string): NumberFormat {
  const [first = ''] = code.split(';');
  const bare = first.replaceAll(/"[^"]*"|\\.|_.|\*.|\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '').trim();
  if (bare === '@') return { kind: 'text', decimals: unknownDigits, percent: false };
  if (/^general$/i.test(bare) || bare === '') return { kind: 'number', decimals: unknownDigits, percent: false };
  if (/[ymdhs]|年|月|日/i.test(bare.replaceAll(/general/gi, '')))
    return { kind: 'date', decimals: unknownDigits, percent: false };
  const percent = bare.includes('%');
  // A fixed number of decimals: digits, perhaps a point and zeros, and nothing behind that scales or varies.
  const fixed = /^[^\d.,#?/]*[#0,]*[#0](?:\.(0*))?[^\d.,#?/eE]*$/.exec(bare);
  return { kind: 'number', decimals: fixed ? (fixed[1] ?? '').length : unknownDigits, percent };
}

/** How many digits a format of zeros alone fills its numbers up to (00123); 0 for any other. */
export function filledDigits(code: string): number {
  const [first = ''] = code.split(';');
  return /^0{2,}$/.test(first.trim()) ? first.trim().length : 0;
}

/** Codes of the formats that a sheet names by number only; those it does not name are dates of East Asian versions. */
const builtIn: ReadonlyMap<number, string> = new Map([
  [0, 'General'],
  [1, '0'],
  [2, '0.00'],
  [3, '#,##0'],
  [4, '#,##0.00'],
  [9, '0%'],
  [10, '0.00%'],
  [11, '0.00E+00'],
  [12, '# ?/?'],
  [13, '# ??/??'],
  [14, 'yyyy-mm-dd'],
  [15, 'd-mmm-yy'],
  [16, 'd-mmm'],
  [17, 'mmm-yy'],
  [18, 'h:mm'],
  [19, 'h:mm:ss'],
  [20, 'h:mm'],
  [21, 'h:mm:ss'],
  [22, 'yyyy-mm-dd h:mm'],
  [37, '#,##0'],
  [38, '#,##0'],
  [39, '#,##0.00'],
  [40, '#,##0.00'],
  [45, 'mm:ss'],
  [46, '[h]:mm:ss'],
  [47, 'mm:ss.0'],
  [48, '##0.0E+0'],
  [49, '@'],
]);

export function builtInFormat(id: number): string {
  return builtIn.get(id) ?? ((id >= 27 && id <= 36) || (id >= 50 && id <= 58) ? 'yyyy-mm-dd' : 'General');
}

/**
 * The day and time of a sheet's date number: whole days since the end of 1899 (or 1904), the time as a fraction. A
 * format without days shows the month or the year only.
 */
export function dateText(value: number, code: string, from1904: boolean): string {
  const bare = code.replaceAll(/"[^"]*"|\\./g, '').toLowerCase();
  const whole = Math.floor(Math.round(value * 86_400) / 86_400);
  const seconds = Math.round(value * 86_400) - whole * 86_400;
  const clock = [seconds / 3600, (seconds / 60) % 60, seconds % 60]
    .map((part) => String(Math.floor(part)).padStart(2, '0'))
    .join(':');
  if (!/[yd]/.test(bare) && !/mmm/.test(bare) && value < 1) return clock;
  // Sheets count a 29 February 1900 that never was: before it, days are one later.
  const days = whole + (from1904 ? 1462 : 0);
  const date = new Date(Date.UTC(1899, 11, days < 61 && !from1904 ? 31 : 30) + days * 86_400_000);
  if (Number.isNaN(date.getTime())) return String(value);
  const [day = ''] = date.toISOString().split('T');
  if (!/d/.test(bare)) return /m/.test(bare.replaceAll(/[hs]+:?m+|m+:?s+/g, '')) ? day.slice(0, 7) : day.slice(0, 4);
  return seconds > 0 ? `${day} ${clock}` : day;
}
