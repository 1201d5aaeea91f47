import { computeLedger, type LedgerRow, reports } from '@indexlab/findings';
import { tableFigure, tableText } from '@indexlab/figures';
import { oneOf } from '../one-of.js';
import type { Verb } from './verb.js';

/** `findings`: the ledger, one row per published claim. */
export const findings: Verb = {
  declare: (program) =>
    program
      .command('findings')
      .description('the ledger: a verdict per published number')
      .option('--report <report>', 'only this report')
      .option('--verdict <verdict>', 'only rows with this verdict')
      .option('--kind <kind>', 'only statements, invariants or context'),
  async act({ options, terminal }) {
    const report = oneOf('--report', options.report, Object.keys(reports));
    const verdict = oneOf('--verdict', options.verdict, ['reproduced', 'consistent', 'contradicted', 'not-computable']);
    const kind = oneOf('--kind', options.kind, ['statement', 'invariant', 'context']);
    const ledgers = await Promise.all(Object.keys(reports).filter((id) => report === undefined || id === report).map((id) => computeLedger(id)));
    const rows = ledgers
      .flat()
      .filter((row) => (verdict === undefined || row.verdict === verdict) && (kind === undefined || row.kind === kind));
    if (options.json) terminal.json({ findings: rows });
    else terminal.line(tableText(tableFigure(rows.map(shortRow), { limit: Infinity })));
    return true;
  },
};

function shortRow(row: LedgerRow) {
  const printed = row.unit === null ? row.printed : `${row.printed} ${row.unit}`;
  return { id: row.id, verdict: row.verdict ?? 'out of scope', printed, computed: row.computedText ?? computedText(row) };
}

function computedText({ computed, lower, upper }: LedgerRow): string {
  if (lower === null && upper === null) return '';
  const bounds = lower === upper ? '' : ` [${lower ?? '-inf'}, ${upper ?? 'inf'}]`;
  return `${computed ?? ''}${bounds}`.trim();
}
