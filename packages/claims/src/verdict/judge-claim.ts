import { didYouMean, IndexlabError } from '@indexlab/core';
import { evaluate } from '../evaluation/evaluate.js';
import type { Scope } from '../evaluation/scope.js';
import type { Session } from '../evaluation/session.js';
import type { Truth, Value } from '../evaluation/value.js';
import { asNumber, describe } from '../evaluation/as.js';
import { type Bounds, boundsOf } from '../forms/bounds.js';
import { type Form, variablesOf } from '../forms/form.js';
import type { Range } from '../forms/range.js';
import { valueAsPrinted } from '../forms/value-at.js';
import { type Expression, ExpressionProblem, TableGap } from '../language/syntax.js';
import { type PrintedFigure, readPrinted } from '../printed/read-printed.js';
import type { Claim } from './claim.js';
import { type Judgement, judgeNumber, judgeTruth } from './judge.js';
import { powerOf } from './power.js';
import { rivalsOf } from './rivals.js';
import { type Procedure, standsUnder } from './procedures.js';
import { systemTruth } from './system.js';
import { type Repair, repairOf, type SmallestChange } from './smallest-change.js';

/** What an expression gives, held against what is printed. */
export interface Computed extends Judgement {
  /** The value from the digits as printed, in the printed unit; `null` for a truth, and where unlisted units enter it. */
  readonly value: Range | null;
  /** The bounds in the printed unit, and how they were found. */
  readonly bounds: Bounds | null;
  /** What the printed numbers say, of a truth. */
  readonly text: string | null;
  readonly power: number | null;
}

/** A claim with its verdict and the evidence behind it. */
export interface JudgedClaim extends Computed {
  readonly claim: Claim;
  readonly printed: PrintedFigure | null;
  readonly readings: readonly { readonly name: string; readonly result: Computed }[];
  readonly assumptions: readonly string[];
  readonly smallestChange: SmallestChange | null;
  /** The procedures of rounding under which the claim stands; `null` where none was tried. */
  readonly procedures?: readonly Procedure[] | null;
  /** Cells, or the claim itself, in which one slip of typing would explain a contradiction. */
  readonly suspects: readonly string[];
  /** Every cell that was read with what it prints. */
  readonly cells: readonly { readonly ref: string; readonly printed: string }[];
}

/**
 * Computes one claim over printed cells and judges it.
 *
 * @throws ExpressionProblem when the claim cannot be computed as it is written
 */
export function judgeClaim(claim: Claim, session: Session): JudgedClaim {
  session.start();
  if (claim.gap !== undefined) return undecided(claim, `the tables do not give it: ${claim.gap}`);
  const printed = claim.printed === null ? null : readPrinted(claim.printed, claim);
  if (claim.printedCell !== null) session.see(claim.printedCell, printed!.token);
  if (claim.compute === null || !isSupplied(claim, session)) return unjudged(claim, printed, session);
  const scope: Scope = {
    session,
    row: null,
    lets: new Map([...claim.lets].map(([name, { expression }]) => [name, expression])),
  };
  if (claim.needs) checkUnits(claim, session);
  const { expression } = claim.compute;
  const value = evaluate(expression, scope);
  const computed = whereIncomplete(computedOf(value, printed, expression, claim), session);
  const cells = [...session.cells].map(([ref, token]) => ({ ref, printed: token }));
  const assumptions = [...claim.assume, ...session.assumptions];
  const readings = readingsOf(claim, printed, scope);
  const repair =
    computed.verdict === 'contradicted' && printed && computed.bounds
      ? repairFor(claim, printed, asNumber(value, expression), computed.bounds, session)
      : { change: null, suspects: [] };
  const { change: smallestChange, suspects } = repair;
  const procedures = printed && computed.bounds ? standsUnder(printed, asNumber(value, expression)) : null;
  return { claim, printed, ...computed, readings, assumptions, smallestChange, suspects, procedures, cells };
}

/** Judges whether claims can hold together; each has a verdict of its own beside. */
export function judgeSystem(claim: Claim, all: readonly Claim[], session: Session): JudgedClaim {
  session.start();
  const members = claim.system!.map((id) => {
    const member = all.find((one) => one.id === id);
    if (member?.compute) return member;
    const known = all.filter(({ compute }) => compute).map((one) => one.id);
    throw new ExpressionProblem(`system names ${id}, which is no claim`, 0, didYouMean(id, known, 'claims'));
  });
  for (const { printed, printedCell, ...member } of members)
    if (printed !== null && printedCell !== null) session.see(printedCell, readPrinted(printed, member).token);
  const { solve } = session.world;
  if (!solve) return unjudged(claim, null, session);
  const computed = ofTruth(systemTruth(members, session, solve));
  const cells = [...session.cells].map(([ref, token]) => ({ ref, printed: token }));
  const assumptions = [...claim.assume, ...session.assumptions];
  return { ...notComputable(claim, null), ...computed, assumptions, cells };
}

/** What empty cells would add is not known: nothing that leaves them out is reproduced or contradicted. */
function whereIncomplete(computed: Computed, { incomplete }: Session): Computed {
  return incomplete ? { ...computed, verdict: 'consistent', why: 'partial-inputs', reading: null } : computed;
}

/** Whether the file that a claim needs is there, with every column; the first, of the units, may be called anything. */
function isSupplied({ needs }: Claim, { world: { user } }: Session): boolean {
  return needs === null || (user !== null && needs.columns.slice(1).every((column) => user.columns.has(column)));
}

/** @throws ExpressionProblem when the user's file counts in another unit than the claim needs */
function checkUnits({ needs }: Claim, session: Session): void {
  for (const [column, unit] of Object.entries(needs!.units)) {
    const stated = session.world.user!.units?.get(column);
    if (stated === undefined) session.assume(`${column} of the file is in ${unit}`);
    else if (stated !== unit)
      throw new ExpressionProblem(`the claim needs ${column} in ${unit}, and the file has it in ${stated}`, 0);
  }
}

/** A claim that the user's file, or a table with a gap, does not decide, and why; with the cells that it read. */
export function undecided(claim: Claim, text: string, session?: Session): JudgedClaim {
  const printed = claim.printed === null ? null : readPrinted(claim.printed, claim);
  const cells = [...(session?.cells ?? [])].map(([ref, token]) => ({ ref, printed: token }));
  return { ...notComputable(claim, printed), text, cells };
}

function unjudged(claim: Claim, printed: PrintedFigure | null, session: Session): JudgedClaim {
  const cells = [...session.cells].map(([ref, token]) => ({ ref, printed: token }));
  return { ...notComputable(claim, printed), cells };
}

function notComputable(claim: Claim, printed: PrintedFigure | null): JudgedClaim {
  const nothing = { value: null, bounds: null, text: null, power: null, why: null, reading: null, sharpness: null };
  return {
    claim,
    printed,
    ...nothing,
    verdict: 'not-computable',
    readings: [],
    assumptions: claim.assume,
    smallestChange: null,
    suspects: [],
    cells: [],
  };
}

function computedOf(value: Value, printed: PrintedFigure | null, expression: Expression, claim: Claim): Computed {
  if (value.type === 'truth') {
    if (printed === null) return ofTruth(value);
    throw new ExpressionProblem(
      'compute gives a condition, and a number is printed',
      expression.at,
      'Leave printed out, or compute the number.',
    );
  }
  if (printed === null) {
    throw new ExpressionProblem(
      `compute gives ${describe(value)}, and nothing is printed`,
      expression.at,
      'Say in printed what the report prints, or compare it with something.',
    );
  }
  return ofNumber(asNumber(value, expression), printed, claim);
}

function ofTruth(truth: Truth): Computed {
  const judgement = judgeTruth(truth);
  const untestable = judgement.verdict === 'consistent' && truth.power === 0 && !truth.partial;
  return {
    ...judgement,
    ...(untestable && { why: 'untestable' as const }),
    value: null,
    bounds: null,
    text: truth.says,
    power: truth.power,
  };
}

function ofNumber(form: Form, printed: PrintedFigure, claim: Claim): Computed {
  const [value, bounds] = [valueAsPrinted(form), boundsOf(form)];
  const partial = [...variablesOf(form)].some(({ unlisted }) => unlisted);
  const power = bounds && powerOf(claim.printed!, printed, [bounds.lower, bounds.upper], claim);
  const judgement = judgeNumber(printed, value, bounds, partial);
  const untestable = judgement.verdict === 'consistent' && power === 0;
  const scale = printed.size;
  const known = !partial || (bounds !== null && bounds.lower.equals(bounds.upper));
  return {
    ...judgement,
    ...(untestable && { why: 'untestable' as const }),
    value: value && known ? [value[0].over(scale), value[1].over(scale)] : null,
    bounds: bounds && { ...bounds, lower: bounds.lower.over(scale), upper: bounds.upper.over(scale) },
    text: null,
    power,
  };
}

/** The readings that the author names, and those that words of change leave open. */
function readingsOf(claim: Claim, printed: PrintedFigure | null, scope: Scope): JudgedClaim['readings'] {
  const named = [...claim.readings].map(([reading, { expression }]) => ({ reading, expression }));
  const generated = claim.kind === 'statement' ? rivalsOf(claim.compute!.expression, printed?.unit ?? '', scope) : [];
  return [
    ...named.flatMap(({ reading, expression }) => {
      const result = unlessGap(() => computedOf(evaluate(expression, scope), printed, expression, claim));
      return result ? [{ name: reading, result }] : [];
    }),
    ...(printed?.hedge === 'range' && !claim.bands ? [exactRange(claim, scope)] : []),
    ...generated.flatMap(({ reading, expression }) => {
      const result = attempt(() => computedOf(evaluate(expression, scope), printed, expression, claim));
      return result ? [{ name: reading, result }] : [];
    }),
  ];
}

/** A range whose ends are taken exactly, not as rounded. */
function exactRange(claim: Claim, scope: Scope): JudgedClaim['readings'][number] {
  const { expression } = claim.compute!;
  const exact = { ...claim, exact: true };
  const result = computedOf(evaluate(expression, scope), readPrinted(claim.printed!, exact), expression, exact);
  return { name: 'both ends exact', result };
}

/** A reading that meets a gap in a table is none; one that is wrongly written is a problem of the claim. */
function unlessGap(compute: () => Computed): Computed | null {
  try {
    return compute();
  } catch (error) {
    if (error instanceof TableGap) return null;
    throw error;
  }
}

/** A generated reading that cannot be computed is none. */
function attempt(compute: () => Computed): Computed | null {
  try {
    return compute();
  } catch (error) {
    if (error instanceof ExpressionProblem || error instanceof IndexlabError) return null;
    throw error;
  }
}

function repairFor(claim: Claim, printed: PrintedFigure, form: Form, bounds: Bounds, session: Session): Repair {
  const pure: Range = [bounds.lower.times(printed.size), bounds.upper.times(printed.size)];
  return repairOf(claim.printedCell ?? claim.id, claim.printed!, printed, form, pure, session.cells, claim);
}
