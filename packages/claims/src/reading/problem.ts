import { IndexlabError } from '@indexlab/core';

/** What is wrong with a claim, and where it is written. */
export interface ClaimProblem {
  readonly file: string;
  readonly line: number | null;
  readonly column: number | null;
  readonly claim: string | null;
  readonly message: string;
  readonly remedy?: string | undefined;
}

/**
 * A problem as one line: `claims.yaml:7:30 top-three: ports has no column scor. Did you mean score?`.
 *
 * @example
 * problemLine({ file: 'claims.yaml', line: 7, column: 30, claim: 'top', message: 'ports has no column scor' })
 * // => 'claims.yaml:7:30 top: ports has no column scor'
 */
export function problemLine({ file, line, column, claim, message, remedy }: ClaimProblem): string {
  const place = [file, line, column].filter((part) => part !== null).join(':');
  return `${place}${claim === null ? '' : ` ${claim}`}: ${message}${remedy ? `. ${remedy}` : ''}`;
}

/**
 * All problems as one error.
 *
 * @example
 * problemsError([{ file: 'c.yaml', line: 1, column: 2, claim: null, message: 'no list' }]).message
 * // => 'the claims have a problem:\n  c.yaml:1:2: no list'
 */
export function problemsError(problems: readonly ClaimProblem[]): IndexlabError {
  const count = problems.length === 1 ? 'a problem' : `${problems.length} problems`;
  return new IndexlabError(`the claims have ${count}:\n  ${problems.map(problemLine).join('\n  ')}`);
}
