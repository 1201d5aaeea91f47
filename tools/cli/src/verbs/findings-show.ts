import { cellRanges, type LedgerRow, reports } from '@indexlab/findings';
import { passages } from '../passages.js';
import { computedText } from '../print-row.js';
import { wrapText } from '../wrap-text.js';
import { findings, ledgersOf, notebookPaths, rowWithId } from './findings.js';
import type { Verb } from './verb.js';

/** `findings show <id>`: one row with everything behind it. */
export const findingsShow: Verb = {
  declare: (program) =>
    (program.commands.find((command) => command.name() === 'findings') ?? findings.declare(program))
      .command('show')
      .description('one row with passage, cells, rival readings, program and command')
      .argument('<id>', 'such as internet-plus-2016/leading-four-total')
      .option('--source <report.txt>', "the report's own text: shows the passage"),
  async act({ args: [id], options, terminal }) {
    const wanted = String(id);
    const [report] = wanted.split('/');
    const ledgers = await ledgersOf(Object.keys(reports).find((known) => known === report));
    const rows = ledgers.flatMap((ledger) => ledger.rows);
    const row = rowWithId(rows, wanted);
    const passage = options.source === undefined ? null : passages(String(options.source)).at(row.locator);
    const notebook = notebookPaths([row]).get(row.id) ?? null;
    const command = `indexlab findings show ${row.id}`;
    if (options.json) {
      const { evidence, ...rest } = row;
      const inputs = cellRanges(evidence).map(({ ref }) => ref);
      terminal.json({ ...rest, inputs, cells: evidence, passage, notebook, command });
    } else terminal.line(linesOf(row, passage, notebook, command).join('\n'));
    return true;
  },
};

function linesOf(row: LedgerRow, passage: string | null, notebook: string | null, command: string): string[] {
  const lines: (readonly [string, string | null])[] = [
    ['claim', row.statement],
    [
      'verdict',
      [row.verdict ?? 'out of scope', row.why, row.class, row.cause && `cause ${row.cause}`].filter(Boolean).join(', '),
    ],
    ['printed', [row.qualifier === 'none' ? null : row.qualifier, row.printed, row.unit].filter(Boolean).join(' ')],
    ['computed', row.computedText ?? computedText(row)],
    ['power', row.power === null ? null : `${Math.round(100 * row.power)} %`],
    ['readings', row.readings.map(({ reading, verdict }) => `${reading}: ${verdict}`).join('; ')],
    ['assumes', row.assumptions.join('; ')],
    ['note', row.reason],
    ['where', [row.locator, ...row.alsoAt].join('; ')],
    ['passage', passage],
    ['program', row.program],
    [
      'cells',
      cellRanges(row.evidence)
        .map(({ ref, printed }) => `${ref}: ${printed.join(' ')}`)
        .join('\n'),
    ],
    ['notebook', notebook],
    ['command', command],
    ['id', row.id],
  ];
  return lines
    .filter(([, text]) => text)
    .flatMap(([term, text]) =>
      text!
        .split('\n')
        .flatMap((line, at) => wrapText(`${(at === 0 ? term : '').padEnd(9)} ${line}`, 80, ' '.repeat(10))),
    );
}
