export {
  type Claim,
  type ContradictionClass,
  contradictionClasses,
  type Materiality,
  materialities,
  type NeededFile,
  type Needs,
  type Place,
} from './verdict/claim.js';
export { readCauses, type ReadClaims, readClaims } from './reading/read-claims.js';
export { printedText, type TextFigure } from './reading/text-figure.js';
export type { CheckTemplate, CheckTemplates } from './reading/check-templates.js';
export { type ClaimProblem, problemLine, problemsError } from './reading/problem.js';
export { jointInvariants } from './verdict/joint-invariants.js';
export { type JudgedClaims, judgeClaims } from './verdict/judge-claims.js';
export { type Computed, type JudgedClaim } from './verdict/judge-claim.js';
export type { Judgement, Verdict, Why } from './verdict/judge.js';
export { type Procedure, procedures } from './verdict/procedures.js';
export { alteredTokens } from './verdict/altered-tokens.js';
export type { SmallestChange } from './verdict/smallest-change.js';
export type { Bounds } from './forms/bounds.js';
export type { ClaimColumn, ClaimTable, Places, Solver, World } from './evaluation/world.js';
export { parseExpression } from './language/parse.js';
export type { Expression } from './language/syntax.js';
export { countsThings, unitSize } from './printed/units.js';
export { type PrintedFigure, type PrintedOptions, readPrinted } from './printed/read-printed.js';
export type { Hedge } from './printed/hedge.js';
export { bareToken } from './printed/bare-token.js';
export { functions as languageFunctions } from './evaluation/functions/index.js';
export { claimTable } from './roles/claim-table.js';
export { checkRoles } from './roles/check-roles.js';
export { invariantsOf, type Naming, quotedName, type RoleTable } from './roles/invariants.js';
export { type Field, type Role, type RoleName, roleNames, roleOf, rolesOf } from './roles/role.js';
