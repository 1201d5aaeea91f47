import type { LedgerRow } from '../ledger/ledger-row.js';

/** The passage in which a row stands, by the headings above it; rows of one passage stand together. */
export function passageOf(locator: string): string {
  return locator.replace(/;?\s*offset \d+$/u, '');
}

/** The passages of rows in their order, each with the name of its place on the page. */
export function passageAnchors(rows: readonly LedgerRow[]): Map<string, string> {
  const passages = new Set(rows.map(({ locator }) => passageOf(locator)));
  return new Map([...passages].map((passage, at) => [passage, `passage-${at + 1}`]));
}
