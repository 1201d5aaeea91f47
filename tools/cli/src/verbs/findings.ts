import { computeLedger, type LedgerRow, reports } from '@indexlab/findings';
import { tableFigure, tableText } from '@indexlab/figures';
import { oneOf } from '../one-of.js';
import { passages } from '../passages.js';
import type { Verb } from './verb.js';

/** `findings`: the ledger, one row per published claim. */
export const findings: Verb = {
  declare: (program) =>
    program
      .command('findings')
      .description('the ledger: a verdict per published number')
      .option('--report <report>', 'only this report')
      .option('--verdict <verdict>', 'only rows with this verdict')
      .option('--kind <kind>', 'only statements, invariants or context')
      .option('--source <report.txt>', "the report's own text: shows each passage"),
  async act({ options, terminal }) {
    const report = oneOf('--report', options.report, Object.keys(reports));
    const verdict = oneOf('--verdict', options.verdict, ['reproduced', 'consistent', 'contradicted', 'not-computable']);
    const kind = oneOf('--kind', options.kind, ['statement', 'invariant', 'context']);
    const passageOf = options.source === undefined ? undefined : passages(String(options.source));
    const chosen = passageOf?.report ?? report;
    const ledgers = await Promise.all(
      Object.keys(reports)
        .filter((id) => chosen === undefined || id === chosen)
        .map((id) => computeLedger(id)),
    );
    const rows = ledgers
      .flat()
      .filter((row) => (verdict === undefined || row.verdict === verdict) && (kind === undefined || row.kind === kind));
    if (options.json)
      terminal.json({
        findings: passageOf ? rows.map((row) => ({ ...row, passage: passageOf.at(row.locator) })) : rows,
      });
    else if (passageOf)
      terminal.line(
        rows.map((row) => `${row.id}: ${row.verdict ?? 'out of scope'}\n  ${passageOf.at(row.locator)}\n`).join('\n'),
      );
    else terminal.line(tableText(tableFigure(rows.map(shortRow), { limit: Infinity })));
    return true;
  },
};

function shortRow(row: LedgerRow) {
  const printed = row.unit === null ? row.printed : `${row.printed} ${row.unit}`;
  return {
    id: row.id,
    verdict: row.verdict ?? 'out of scope',
    printed,
    computed: row.computedText ?? computedText(row),
  };
}

function computedText({ computed, lower, upper }: LedgerRow): string {
  if (lower === null && upper === null) return '';
  const bounds = lower === upper ? '' : ` [${lower ?? '-inf'}, ${upper ?? 'inf'}]`;
  return `${computed ?? ''}${bounds}`.trim();
}
