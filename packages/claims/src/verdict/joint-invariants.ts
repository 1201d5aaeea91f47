import { asNumber } from '../evaluation/as.js';
import { evaluate } from '../evaluation/evaluate.js';
import { Session } from '../evaluation/session.js';
import type { World } from '../evaluation/world.js';
import type { Variable } from '../forms/affine.js';
import { variablesOf } from '../forms/form.js';
import { valueAsPrinted } from '../forms/value-at.js';
import type { Claim } from './claim.js';
import { type JudgedClaim, judgeSystem } from './judge-claim.js';

/** More relations than these are not solved together. */
const manyTogether = 40;

/** A relation that a role makes, with the cells that it reads and prints. */
interface RelationOfRole {
  readonly claim: Claim;
  readonly cells: readonly string[];
  /** Whether it holds with every cell exactly as printed. */
  readonly isPlain: boolean;
}

/**
 * The relations that the roles of a table make, each of which holds alone, solved together where they share cells: sums
 * down and across, shares beside their totals, means between parts. A claim for each group that no numbers satisfy.
 *
 * @param judged every claim of the dossier with its verdict; of these the checks of roles are taken
 *
 * @example
 * jointInvariants([], { tables: new Map(), figures: new Map(), user: null, others: new Map(), places: null }) // => []
 */
export function jointInvariants(judged: readonly JudgedClaim[], world: World): JudgedClaim[] {
  const holding = judged.filter(
    ({ claim, verdict }) =>
      claim.kind === 'invariant' && claim.source.startsWith('the role of') && /^(reproduced|consistent)$/.test(verdict),
  );
  const session = new Session(world);
  const relations = holding.flatMap(({ claim, bounds }) => (bounds ? relationOf(claim, session) : []));
  const joint = groupsOf(relations).filter(
    (group) => group.length > 1 && group.length <= manyTogether && group.some(({ isPlain }) => !isPlain),
  );
  const claims = holding.map(({ claim }) => claim);
  return joint
    .map((group, at) => judgeSystem(systemOf(group, at), claims, session))
    .filter(({ verdict }) => verdict === 'contradicted');
}

function relationOf(claim: Claim, session: Session): RelationOfRole[] {
  const { expression } = claim.compute!;
  const form = asNumber(evaluate(expression, { session, row: null, lets: new Map() }), expression);
  const variables = [...variablesOf(form)];
  if (form.kind === 'operation' || variables.some(isOpen)) return [];
  const own = claim.printedCell;
  const value = valueAsPrinted(form)?.[0];
  const printed = own === null ? undefined : printedValue(own, session);
  const isPlain = value !== undefined && printed !== undefined && value.equals(printed);
  return [{ claim, cells: [...variables.map(({ id }) => id), ...(own === null ? [] : [own])], isPlain }];
}

function isOpen({ choice, unlisted }: Variable): boolean {
  return (choice ?? false) || (unlisted ?? false);
}

/** What a cell prints, in pure units. */
function printedValue(cell: string, session: Session) {
  const [, name, row, column] = /^(.*)#(\d+)\/(.*)$/su.exec(cell) ?? [];
  const table = session.world.tables.get(name ?? '');
  const known = table?.columns.get(column ?? '');
  const form = table && known && session.number(table, known, Number(row) - 1);
  return form ? valueAsPrinted(form)?.[0] : undefined;
}

/** Relations that share a cell, directly or through others. */
function groupsOf(relations: readonly RelationOfRole[]): RelationOfRole[][] {
  const groupOf = new Map<string, RelationOfRole[]>();
  for (const relation of relations) {
    const touched = new Set(relation.cells.map((cell) => groupOf.get(cell)).filter((group) => group !== undefined));
    const merged = [...[...touched].flat(), relation];
    for (const { cells } of merged) for (const cell of cells) groupOf.set(cell, merged);
  }
  return [...new Set(groupOf.values())];
}

/** The claim that a group of relations can hold together. */
function systemOf(group: readonly RelationOfRole[], at: number): Claim {
  const [{ claim }] = group as [RelationOfRole];
  const table = claim.at?.table ?? '';
  return {
    ...claim,
    id: `${table}-together${at === 0 ? '' : `-${at + 1}`}`,
    says: `${table}: the relations between its columns can hold together`,
    printed: null,
    words: 'possible together',
    compute: null,
    system: group.map((one) => one.claim.id),
    printedCell: null,
    contradiction: {
      class: 'arithmetic',
      means: 'Each relation holds alone; no numbers that print as these cells satisfy all.',
    },
  };
}
