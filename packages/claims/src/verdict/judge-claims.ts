import { type PrintedFigure, readPrinted } from '../printed/read-printed.js';
import { Session } from '../evaluation/session.js';
import type { World } from '../evaluation/world.js';
import { ExpressionProblem, TableGap } from '../language/syntax.js';
import { type ClaimProblem } from '../reading/problem.js';
import type { Claim } from './claim.js';
import { fullFile } from './full-file.js';
import { type JudgedClaim, judgeClaim, judgeSystem, undecided } from './judge-claim.js';

/** The claims that could be judged, and what is wrong with the others, all at once. */
export interface JudgedClaims {
  readonly judged: readonly JudgedClaim[];
  readonly problems: readonly ClaimProblem[];
}

/**
 * Judges every claim over the tables of a dossier. What one claim prints is a figure that others may use as `text.id`.
 * A claim that a user's file cannot decide, where another file could, or that a gap in a table leaves without a value, is
 * not computable and says why.
 *
 * @param wanted which claims to judge; the figures of all are known
 *
 * @example
 * const ports = claimTable('ports', [{ name: 'port' }, { name: 'score' }], [['Arn', '82.4'], ['Belm', '77.0']]);
 * const { claims } = readClaims('- id: sum\n  says: They sum to 159.4\n  printed: 159.4\n  compute: sum(ports.score)\n', 'c.yaml');
 * const world = { tables: new Map([['ports', ports]]), figures: new Map(), user: null, others: new Map(), places: null };
 * judgeClaims(claims, world).judged[0].verdict // => 'reproduced'
 */
export function judgeClaims(
  claims: readonly Claim[],
  world: World,
  wanted: (claim: Claim) => boolean = () => true,
): JudgedClaims {
  const figures = new Map<string, PrintedFigure>(world.figures);
  for (const claim of claims)
    if (claim.printed !== null && !figures.has(claim.id)) figures.set(claim.id, readPrinted(claim.printed, claim));
  const session = new Session({ ...world, figures });
  const judged: JudgedClaim[] = [];
  const problems: ClaimProblem[] = [];
  for (const claim of claims) {
    if (claim.kind === 'context' || !wanted(claim)) continue;
    try {
      judged.push(claim.system ? judgeSystem(claim, claims, session) : judgeClaim(claim, session));
    } catch (error) {
      if (!(error instanceof ExpressionProblem)) throw error;
      if (isOfFile(claim, session.world))
        judged.push(undecided(claim, `the file does not decide it: ${error.message}`));
      else if (error instanceof TableGap)
        judged.push(undecided(claim, `the tables do not give it: ${error.message}`, session));
      else problems.push(problemOf(claim, error));
    }
  }
  return { judged, problems };
}

/** Whether a claim fails over the user's file alone: over a file of the same columns with every unit it can be computed. */
function isOfFile(claim: Claim, world: World): boolean {
  if (claim.needs === null || world.user === null) return false;
  try {
    judgeClaim(claim, new Session({ ...world, user: fullFile(world.user, world) }));
    return true;
  } catch (error) {
    if (error instanceof ExpressionProblem) return false;
    throw error;
  }
}

function problemOf({ id, source, computeAt }: Claim, { message, at, remedy }: ExpressionProblem): ClaimProblem {
  const place = computeAt
    ? { file: source.replace(/(:\d+){1,2}$/, ''), line: computeAt.line, column: computeAt.column + at }
    : { file: source, line: null, column: null };
  return { ...place, claim: id, message, remedy };
}
