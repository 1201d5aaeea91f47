import type { LedgerRow } from '../ledger/ledger-row.js';
import type { Page } from './page.js';
import { causeTitle } from './cause-title.js';
import { roundingLine } from './rounding-line.js';
import { strongPower } from './score-html.js';
import { transcriptionLine } from './transcription.js';

/** The figures of the summary. */
export function summaryFigures(page: Page) {
  const { rows, causes, dossier } = page;
  const judged = rows.filter(({ verdict }) => verdict !== null);
  const of = (all: readonly LedgerRow[], test: (row: LedgerRow) => boolean): number => all.filter(test).length;
  const statements = judged.filter(({ kind }) => kind === 'statement');
  const generated = judged.filter(({ kind }) => kind !== 'statement');
  const is = (verdict: LedgerRow['verdict']) => (row: LedgerRow) => row.verdict === verdict;
  const untestable = ({ why }: LedgerRow): boolean => why === 'untestable';
  const needing = (who: LedgerRow['needs']): number => of(judged, ({ needs }) => needs === who);
  const material = (one: string): number => causes.filter(({ materiality }) => materiality === one).length;
  const known = new Set(causes.map(({ id }) => id));
  const redone = dossier.redone.filter(({ cause }) => known.has(cause));
  return {
    text: {
      all: statements.length,
      reproduced: of(statements, is('reproduced')),
      strong: of(statements, (row) => row.verdict === 'reproduced' && (row.power ?? 0) >= strongPower),
      consistent: of(statements, (row) => row.verdict === 'consistent' && !untestable(row)),
      contradicted: of(statements, is('contradicted')),
      untestable: of(statements, untestable),
      notComputable: of(statements, is('not-computable')),
      words: of(statements, ({ exact }) => exact === null),
    },
    generated: { all: generated.length, contradicted: of(generated, is('contradicted')) },
    mistakes: {
      all: causes.length,
      rows: of(judged, is('contradicted')),
      headline: material('headline'),
      rank: material('rank'),
      digit: material('digit'),
      none: material('none'),
      required: causes.filter(({ action }) => action === 'required').length,
      first: causes[0] ? causeTitle(causes[0], page) : null,
      truncated: of(judged, ({ reading }) => reading === 'truncated' || reading === 'rounded up'),
      rivals: of(judged, (row) => row.readings.some(({ verdict }) => verdict !== row.verdict)),
    },
    needs: {
      all: of(judged, is('not-computable')),
      public: needing('public'),
      private: needing('private'),
      undisclosed: needing('undisclosed'),
      missing: needing('not-in-our-text'),
    },
    rounding: roundingLine(page),
    keyed: transcriptionLine(page),
    redone: redone.length === 0 ? null : { all: redone.length, agreeing: redone.filter(({ agrees }) => agrees).length },
  };
}
