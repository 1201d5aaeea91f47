import type { LedgerRow } from '../ledger/ledger-row.js';
import type { Page } from './page.js';

/** A check is strong when it would have caught four slips of five. */
export const strongPower = 0.8;

/** The verdicts by power: claims of the text apart from the checks that follow from the roles of columns. */
export function scoreHtml({ rows, words }: Page): string {
  const kinds: readonly (readonly [string, readonly LedgerRow[]])[] = [
    [words.text, rows.filter(({ kind }) => kind === 'statement')],
    [words.generated, rows.filter(({ kind }) => kind === 'invariant')],
    [words.outOfScope, rows.filter(({ verdict }) => verdict === null)],
  ];
  const isStrong = ({ power }: LedgerRow): boolean => power !== null && power >= strongPower;
  const columns: readonly (readonly [string, string, (row: LedgerRow) => boolean])[] = [
    ['reproduced', words.strong, (row) => row.verdict === 'reproduced' && isStrong(row)],
    ['reproduced', words.weak, (row) => row.verdict === 'reproduced' && !isStrong(row)],
    ['consistent', '', ({ verdict, why }) => verdict === 'consistent' && why !== 'untestable'],
    ['contradicted', '', ({ verdict }) => verdict === 'contradicted'],
    ['untestable', '', ({ why }) => why === 'untestable'],
    ['not-computable', '', ({ verdict }) => verdict === 'not-computable'],
  ];
  const head = columns.map(
    ([verdict, of]) =>
      `<th scope="col" class="${verdict}">${words[verdict as 'reproduced' | 'untestable']}${of === '' ? '' : `<br><small>${of}</small>`}</th>`,
  );
  const body = kinds
    .filter(([, all]) => all.length > 0)
    .map(([name, all]) => {
      const counts = columns.map(([verdict, , test]) => [verdict, all.filter(test).length] as const);
      const cells = counts.map(([verdict, count]) => `<td class="${verdict}"><b>${count || ''}</b></td>`);
      return `<tr><th scope="row">${name}</th><td><b>${all.length}</b></td>${cells.join('')}</tr>`;
    });
  return `<table class="score"><thead><tr><th></th><th scope="col">${words.all}</th>${head.join('')}</tr></thead><tbody>${body.join('\n')}</tbody></table>`;
}
