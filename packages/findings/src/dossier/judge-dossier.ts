import type { Dossier } from '@indexlab/adapters';
import {
  checkRoles,
  type ClaimProblem,
  type ClaimTable,
  claimTable,
  type Field,
  invariantsOf,
  judgeClaims,
  problemLine,
  readClaims,
  type World,
} from '@indexlab/claims';
import { IndexlabError } from '@indexlab/core';
import type { LedgerRow } from '../ledger/ledger-row.js';
import { followUps } from './follow-ups.js';
import { type Cause, causesOf } from './causes.js';
import { rowOf } from './row-of.js';

/** A dossier with a verdict on each of its claims. */
export interface JudgedDossier {
  readonly report: string;
  readonly title: string;
  readonly rows: readonly LedgerRow[];
  readonly causes: readonly Cause[];
}

/**
 * Judges a dossier: the claims of its files, and the checks that the roles of its columns make.
 *
 * @param dossier as `readDossier` gives it
 * @param user a table of the user's for the claims that need one
 * @throws IndexlabError with every problem of its claims and roles: file, line, claim and remedy
 */
export function judgeDossier(dossier: Dossier, user: ClaimTable | null = null): JudgedDossier {
  const fields = new Map(dossier.tables.map((table) => [table.name, table.fields as readonly Field[]]));
  const wrongRoles = dossier.tables.flatMap((table) =>
    checkRoles(table.name, table.fields as readonly Field[], fields),
  );
  if (wrongRoles.length > 0)
    throw problemsOf(
      dossier,
      wrongRoles.map((problem) => ({ ...problem, file: 'datapackage.json', line: null, column: null, claim: null })),
    );
  const tables = tablesOf(dossier);
  const others = new Map([...dossier.editions].map(([alias, edition]) => [alias, tablesOf(edition)]));
  const world: World = { tables, figures: new Map(), user, others, places: null };
  const read = dossier.claims.map(({ file, text }) => readClaims(text, file, tables));
  const stated = read.flatMap(({ claims }) => claims);
  const generated = dossier.tables.flatMap(({ name }) =>
    invariantsOf({ table: tables.get(name)!, fields: fields.get(name)! }, tables),
  );
  const taken = new Set(stated.map(({ id }) => id));
  const { judged, problems } = judgeClaims([...stated, ...generated.filter(({ id }) => !taken.has(id))], world);
  const all = [...read.flatMap((file) => file.problems), ...twice(stated), ...problems];
  if (all.length > 0) throw problemsOf(dossier, all);
  const titles = new Map(read.flatMap((file) => [...file.causes]));
  const context = stated.filter(({ kind }) => kind === 'context').map((claim) => rowOf(contextOf(claim), dossier.name));
  const follows = followUps(judged, world, (cell, token) => tablesOf(withToken(dossier, cell, token)));
  const judgedRows = judged.map((claim) => rowOf(claim, dossier.name));
  const { causes, rows } = causesOf([...judgedRows, ...context], titles, follows);
  return { report: dossier.name, title: dossier.title, rows, causes };
}

function tablesOf({ tables }: Dossier): Map<string, ClaimTable> {
  return new Map(tables.map(({ name, fields, rows }) => [name, claimTable(name, fields as readonly Field[], rows)]));
}

/** The dossier with another token in one cell, `table#row/column`. */
function withToken(dossier: Dossier, cell: string, token: string): Dossier {
  const [, table, row, column] = /^(.*)#(\d+)\/(.*)$/su.exec(cell)!;
  const tables = dossier.tables.map((one) => {
    if (one.name !== table) return one;
    const at = one.fields.findIndex(({ name }) => name === column);
    const rows = one.rows.map((cells, line) => (line === Number(row) - 1 ? cells.with(at, token) : cells));
    return { ...one, rows };
  });
  return { ...dossier, tables };
}

/** An id that two files use. */
function twice(claims: readonly { id: string; source: string }[]): ClaimProblem[] {
  const first = new Map<string, string>();
  return claims.flatMap(({ id, source }) => {
    const before = first.get(id);
    first.set(id, before ?? source);
    const [file, line] = source.split(':');
    const [earlier] = before?.split(':') ?? [];
    if (before === undefined || earlier === file) return [];
    return [
      { file: file!, line: Number(line), column: null, claim: id, message: `another claim has this id (${before})` },
    ];
  });
}

type StatedClaim = Parameters<typeof judgeClaims>[0][number];

function contextOf(claim: StatedClaim): Parameters<typeof rowOf>[0] {
  const nothing = { value: null, bounds: null, text: null, power: null, why: null, reading: null, sharpness: null };
  return {
    claim,
    printed: null,
    ...nothing,
    verdict: 'not-computable',
    readings: [],
    assumptions: [],
    smallestChange: null,
    suspects: [],
    cells: [],
  };
}

function problemsOf({ folder }: Dossier, problems: readonly ClaimProblem[]): IndexlabError {
  const count = problems.length === 1 ? 'a problem' : `${problems.length} problems`;
  return new IndexlabError(`the dossier ${folder} has ${count}:\n  ${problems.map(problemLine).join('\n  ')}`);
}
