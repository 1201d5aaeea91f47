import type { Dossier } from '@indexlab/adapters';
import { IndexlabError, type RandomSource } from '@indexlab/core';
import { judgeDossier } from '../src/dossier/judge-dossier.js';
import type { LedgerRow } from '../src/ledger/ledger-row.js';

/** A token with one of its digits replaced by another. */
export function slipOf(token: string, random: RandomSource): string {
  const digits = [...token.matchAll(/\d/g)].map(({ index }) => index);
  const digit = digits[random.integer(digits.length)]!;
  const other = String((Number(token[digit]) + 1 + random.integer(9)) % 10);
  return token.slice(0, digit) + other + token.slice(digit + 1);
}

/**
 * The rows of a dossier with a slip; none where the digit leaves a claim without its row or turns a range round, which
 * is refused by name.
 *
 * @param refused takes the message of a refusal
 */
export function rowsUnlessRefused(spoilt: Dossier, refused: string[]): readonly LedgerRow[] {
  try {
    return judgeDossier(spoilt).rows;
  } catch (error) {
    if (!(error instanceof IndexlabError)) throw error;
    refused.push(error.message);
    return [];
  }
}
