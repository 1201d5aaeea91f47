import type { LedgerRow } from '@indexlab/findings';
import type { Colour, Terminal } from './terminal.js';
import { wrapText } from './wrap-text.js';

const colours: Readonly<Record<string, Colour>> = {
  reproduced: 'green',
  consistent: 'blue',
  contradicted: 'red',
  'not-computable': 'yellow',
  out: 'grey',
};

/** The longest verdict and a blank. */
const indent = 'not-computable '.length;

/** A row of the ledger in lines of 80 columns: the verdict, the claim, printed and computed, the passage, the id last. */
export function printRow(row: LedgerRow, terminal: Terminal, passage: string | null): void {
  const verdict = row.verdict ?? 'out of scope';
  const said = [
    row.statement,
    row.unit === null && row.printed === row.statement
      ? ''
      : `printed: ${[row.printed, row.unit].filter(Boolean).join(' ')}`,
    computedLine(row),
    passage ?? '',
    row.id,
  ];
  const lines = said
    .filter((text) => text !== '')
    .flatMap((text, at) => wrapText(`${(at === 0 ? verdict : '').padEnd(indent)}${text}`, 80, ' '.repeat(indent)));
  lines.forEach((line, at) => terminal.line(line, at === 0 ? colours[verdict.split(' ')[0]!] : undefined));
}

function computedLine(row: LedgerRow): string {
  const text = row.computedText ?? computedText(row);
  return text === '' ? '' : `${row.verdict === 'not-computable' ? 'needs' : 'computed'}: ${text}`;
}

/** What was computed, with its bounds, on one line. */
export function computedText({ computed, lower, upper }: LedgerRow): string {
  if (lower === null && upper === null) return '';
  const bounds = lower === upper ? '' : ` [${shown(lower, '-inf')}, ${shown(upper, 'inf')}]`;
  return `${shown(computed, '')}${bounds}`.trim();
}

/** Eight digits, as on the page; `--json` has them all. */
function shown(value: number | null, none: string): string {
  return value === null ? none : String(Number(value.toPrecision(8)));
}
