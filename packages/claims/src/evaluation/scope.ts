import type { Expression } from '../language/syntax.js';
import type { Session } from './session.js';
import type { Row } from './value.js';
import type { ClaimTable } from './world.js';

/** Where an expression is evaluated: what it can see, and the row that a condition is asked of. */
export interface Scope {
  readonly session: Session;
  readonly row: { readonly table: ClaimTable; readonly row: Row } | null;
  /** Named sub-expressions of the claim. */
  readonly lets: ReadonlyMap<string, Expression>;
  /** Those of them that are being evaluated: none may need itself. */
  readonly open?: ReadonlySet<string>;
}
