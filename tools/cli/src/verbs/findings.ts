import {
  type Cause,
  causesOf,
  judgeReport,
  ledgerJson,
  type LedgerRow,
  NoRowAsks,
  reports,
  rowsOfUserFile,
} from '@indexlab/findings';
import { IndexlabError } from '@indexlab/core';
import { readDataFile } from '@indexlab/adapters';
import { type ClaimTable, contradictionClasses } from '@indexlab/claims';
import { notebooksOf } from '../notebooks-of.js';
import { oneOf } from '../one-of.js';
import { passages } from '../passages.js';
import { printRow } from '../print-row.js';
import { userClaimTable } from '../user-claim-table.js';
import type { Verb } from './verb.js';

/** `findings`: the ledger, one row per published claim, with the mistakes behind its contradictions. */
export const findings: Verb = {
  declare: (program) =>
    program
      .command('findings')
      .enablePositionalOptions()
      .description('the ledger: a verdict per published number')
      .option('--report <report>', 'only this report')
      .option('--verdict <verdict>', 'only rows with this verdict')
      .option('--kind <kind>', 'only statements, invariants or context')
      .option('--class <class>', 'only contradictions of this class')
      .option('--cause <id>', 'only rows that this mistake explains')
      .option('--search <text>', 'only rows with these words in statement, id, cells or note')
      .option('--printed <token>', 'only rows that print this token')
      .option('--with <file>', 'a table of your own: judges the rows that needed its columns')
      .option('--source <report.txt>', "the report's own text: shows each passage"),
  async act({ options, terminal }) {
    const report = oneOf('--report', options.report, Object.keys(reports));
    const passageOf = options.source === undefined ? undefined : passages(String(options.source));
    const user = options.with === undefined ? undefined : userClaimTable(await readDataFile(String(options.with)));
    const ledgers = await ledgersOf(passageOf?.report ?? report, user);
    const causes = ledgers.flatMap((ledger) => ledger.causes);
    const wanted = filterOf(options, causes);
    const rows = ledgers.flatMap((ledger) => ledger.rows).filter(wanted);
    if (options.json) {
      const notebooks = notebookPaths(rows);
      const shown = ledgerJson(rows).map((row) => ({
        ...row,
        notebook: notebooks.get(row.id) ?? null,
        ...(passageOf && { passage: passageOf.at(row.locator) }),
      }));
      const ids = new Set(rows.map(({ id }) => id));
      terminal.json({ findings: shown, causes: causes.filter((cause) => cause.findings.some((id) => ids.has(id))) });
    } else for (const row of rows) printRow(row, terminal, passageOf?.at(row.locator) ?? null);
    return true;
  },
};

/** The notebook that names a row, by the row's id. */
export function notebookPaths(rows: readonly LedgerRow[]): Map<string, string> {
  const named = [...new Set(rows.map(({ report }) => report))].flatMap((report) => [
    ...notebooksOf(
      report,
      rows.filter((row) => row.report === report),
    ),
  ]);
  return new Map(named.map(([id, { path }]) => [id, path]));
}

interface Ledger {
  readonly rows: readonly LedgerRow[];
  readonly causes: readonly Cause[];
}

/** The ledger of one report or of all, with its causes; a file of the user's is for the reports that ask for its columns. */
export async function ledgersOf(report: string | undefined, user?: ClaimTable): Promise<Ledger[]> {
  const chosen = Object.keys(reports).filter((id) => report === undefined || id === report);
  const refusals: NoRowAsks[] = [];
  const supplied = (id: string, file: ClaimTable): ReadonlyMap<string, LedgerRow> => {
    try {
      return rowsOfUserFile(id, file);
    } catch (error) {
      if (!(error instanceof NoRowAsks)) throw error;
      refusals.push(error);
      return new Map();
    }
  };
  // A file that fits no row is refused before the reports are judged, which takes seconds.
  const ofFile = new Map(user ? chosen.map((id) => [id, supplied(id, user)] as const) : []);
  if (refusals.length === chosen.length)
    throw new NoRowAsks(refusals[0]!.message, { remedy: refusals.map(({ remedy }) => remedy).join('\n') });
  const ledgers: Ledger[] = [];
  for (const id of chosen) {
    const { rows, causes, titles } = await judgeReport(id);
    const found = ofFile.get(id);
    ledgers.push(
      found
        ? causesOf(
            rows.map((row) => found.get(row.id) ?? row),
            titles,
          )
        : { rows, causes },
    );
  }
  return ledgers;
}

function filterOf(options: Readonly<Record<string, unknown>>, causes: readonly Cause[]): (row: LedgerRow) => boolean {
  const verdict = oneOf('--verdict', options.verdict, ['reproduced', 'consistent', 'contradicted', 'not-computable']);
  const kind = oneOf('--kind', options.kind, ['statement', 'invariant', 'context']);
  const of = oneOf('--class', options.class, contradictionClasses);
  const known = causes.map(({ id }) => id);
  const cause = oneOf('--cause', options.cause, known);
  const words = String(options.search ?? '')
    .toLowerCase()
    .split(/\s+/)
    .filter(Boolean);
  const printed = options.printed === undefined ? undefined : String(options.printed);
  return (row) =>
    (verdict === undefined || row.verdict === verdict) &&
    (kind === undefined || row.kind === kind) &&
    (of === undefined || row.class === of) &&
    (cause === undefined || row.cause === cause) &&
    (printed === undefined || row.printed === printed) &&
    words.every((word) => textOf(row).includes(word));
}

function textOf({ id, statement, reason, locator, inputs, computedText }: LedgerRow): string {
  return [id, statement, reason ?? '', locator, computedText ?? '', ...inputs].join(' ').toLowerCase();
}

/** The row of an id. @throws IndexlabError with the nearest when there is none */
export function rowWithId(rows: readonly LedgerRow[], id: string): LedgerRow {
  const row = rows.find((one) => one.id === id);
  if (row) return row;
  const words = id.toLowerCase();
  const found = rows.filter((one) => one.id.includes(words));
  const starts = found.filter((one) => one.id.includes(`/${words}`));
  const near = [...new Set([...starts, ...found])].slice(0, 5);
  throw new IndexlabError(`findings show requires the id of a row, got ${JSON.stringify(id)}`, {
    remedy:
      near.length > 0 ? `Did you mean ${near.map((one) => one.id).join(', ')}?` : 'indexlab findings lists the ids.',
  });
}
