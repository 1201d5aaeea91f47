import { assertThat, didYouMean, requireArray } from '@indexlab/core';
import type { LedgerRow } from '../ledger/ledger-row.js';
import { printedFigure } from '../reviewer-report/row-output.js';
import { words } from '../reviewer-report/words.js';
import { roundedText } from './rounded-text.js';

/** A row of the ledger for readers: the claim, what is published, what was computed, the verdict, the row's name. */
export interface VerdictLine {
  readonly claim: string;
  readonly published: string;
  readonly computed: string;
  readonly verdict: string;
  readonly row: string;
}

/**
 * Rows of a ledger as a table for readers, in the order asked for; numbers with at most five digits.
 *
 * A row that is not computable says what it needs instead of what was computed; one that is contradicted says how.
 *
 * @param ledger the rows of a report
 * @param ids ids of rows, with the report's id before them or without
 * @throws IndexlabError when the ledger has no such row
 *
 * @example
 * const ledger = await computeLedger('cisi-2015');
 * verdictTable(ledger, ['total-mean'])[0].computed // => '34.029, between 33.979 and 34.079'
 */
export function verdictTable(ledger: readonly LedgerRow[], ids: readonly string[]): VerdictLine[] {
  requireArray(ids, 'verdictTable', 'ids');
  const rows = new Map(ledger.map((row) => [nameOf(row.id), row]));
  return ids.map((id) => {
    const name = nameOf(id);
    const row = rows.get(name);
    assertThat(
      row !== undefined,
      () => `verdictTable requires rows of the ledger, got "${id}"`,
      didYouMean(name, [...rows.keys()], 'rows'),
    );
    return {
      claim: row.statement,
      published: publishedOf(row),
      computed: `${row.verdict === 'not-computable' ? 'needs ' : ''}${computedOf(row)}`,
      verdict: [words.en[row.verdict ?? 'out'], row.class ?? (row.verdict === 'consistent' ? row.why : null)]
        .flatMap((term) => (term === null ? [] : [words.en.terms[term] ?? term]))
        .join(': '),
      row: name,
    };
  });
}

function nameOf(id: string): string {
  return id.slice(id.indexOf('/') + 1);
}

/** As printed; a unit that begins with a number stands in brackets, `3718 (100 million yuan)`. */
function publishedOf(row: LedgerRow): string {
  const figure = printedFigure(row, (text) => words.en.terms[text] ?? text);
  return /^\d/u.test(row.unit ?? '') ? figure.replace(` ${row.unit}`, ` (${row.unit})`) : figure;
}

function computedOf({ computedText, computed, lower, upper }: LedgerRow): string {
  if (computedText !== null) return roundedText(computedText);
  const [value, least, most] = [computed, lower, upper].map((end) => (end === null ? '' : roundedText(String(end))));
  if (least === most) return least!;
  const bounds =
    lower === null ? `at most ${most}` : upper === null ? `at least ${least}` : `between ${least} and ${most}`;
  return value === '' ? bounds : `${value}, ${bounds}`;
}
