import type { Dossier } from '@indexlab/adapters';
import {
  checkRoles,
  type Claim,
  type ClaimProblem,
  type ClaimTable,
  type Field,
  invariantsOf,
  jointInvariants,
  judgeClaims,
  problemLine,
  type PrintedFigure,
  readClaims,
  readPrinted,
  type World,
} from '@indexlab/claims';
import { IndexlabError } from '@indexlab/core';
import { jointBounds } from '@indexlab/index-engine/recover';
import type { LedgerRow } from '../ledger/ledger-row.js';
import { followUps } from './follow-ups.js';
import { type Cause, causesOf } from './causes.js';
import { dossierTable, dossierTables } from './dossier-tables.js';
import { type DossierText, dossierText } from './dossier-text.js';
import { type GazetteerPlaces, gazetteerPlaces, placeField } from './gazetteer-places.js';
import { rowOf } from './row-of.js';

/** A dossier with a verdict on each of its claims. */
export interface JudgedDossier {
  /** What was judged. */
  readonly dossier: Dossier;
  readonly report: string;
  readonly title: string;
  readonly rows: readonly LedgerRow[];
  readonly causes: readonly Cause[];
  /** The claims as its files and roles state them. */
  readonly claims: readonly Claim[];
  /** What the author calls the mistakes. */
  readonly titles: ReadonlyMap<string, string>;
}

/**
 * Judges a dossier: the claims of its files, and the checks that the roles of its columns make.
 *
 * @param dossier as `readDossier` gives it
 * @param user a table of the user's for the claims that need one
 * @param wanted which claims to judge, by default all
 * @throws IndexlabError with every problem of its claims and roles: file, line, claim and remedy
 */
export function judgeDossier(
  dossier: Dossier,
  user: ClaimTable | null = null,
  wanted: (claim: Claim) => boolean = () => true,
): JudgedDossier {
  const fields = new Map(dossier.tables.map((table) => [table.name, table.fields as readonly Field[]]));
  const wrongRoles = dossier.tables.flatMap((table) =>
    checkRoles(table.name, table.fields as readonly Field[], fields),
  );
  if (wrongRoles.length > 0)
    throw problemsOf(
      dossier,
      wrongRoles.map((problem) => ({ ...problem, file: 'datapackage.json', line: null, column: null, claim: null })),
    );
  const places = placesOf(dossier);
  const text = dossierText(dossier);
  const tables = dossierTables(dossier, places);
  const read = dossier.claims.map(({ file, text: yaml }) =>
    readClaims(yaml, file, tables, text.figures, places?.labelOf),
  );
  const stated = read.flatMap(({ claims }) => claims);
  const checks = new Map(read.flatMap((file) => [...file.checks]));
  const naming = { checks, ...(places && { labelOf: places.labelOf }) };
  const generated = dossier.tables.flatMap(({ name }) =>
    invariantsOf({ table: tables.get(name)!, fields: fields.get(name)! }, tables, naming),
  );
  const taken = new Set(stated.map(({ id }) => id));
  const weights = new Map(read.flatMap((file) => [...file.materialities]));
  const claims = [...stated, ...generated.filter(({ id }) => !taken.has(id))].map((claim) => ({
    ...claim,
    materiality: claim.materiality ?? weights.get(claim.cause ?? '') ?? null,
  }));
  const world: World = {
    ...worldOf(dossier, tables, places, text, user),
    unknowns: new Map(read.flatMap((file) => [...file.unknowns])),
    solve: jointBounds,
  };
  const { judged: alone, problems } = judgeClaims(claims, world, wanted);
  const judged = [...alone, ...jointInvariants(alone, world)];
  const all = [...read.flatMap((file) => file.problems), ...twice(stated), ...problems];
  if (all.length > 0) throw problemsOf(dossier, all);
  const titles = new Map(read.flatMap((file) => [...file.causes]));
  const context = claims.filter((claim) => claim.kind === 'context' && wanted(claim)).map(contextOf);
  const own = [...judged, ...context].map((claim) => rowOf(claim, dossier.name, text.locate));
  const follows = followUps(judged, world, (cell, token) => withToken(dossier, tables, places, cell, token));
  return { dossier, report: dossier.name, title: dossier.title, ...causesOf(own, titles, follows), claims, titles };
}

/** The gazetteer, where the dossier or its columns say that they name its places. */
function placesOf({ tables, year, places }: Dossier): GazetteerPlaces | null {
  const levels = tables.flatMap(({ name, fields }) => {
    const field = placeField(fields);
    return field ? [[name, field.level] as const] : [];
  });
  return levels.length === 0 && !places ? null : gazetteerPlaces(year, new Map(levels));
}

function worldOf(
  { editions }: Dossier,
  tables: ReadonlyMap<string, ClaimTable>,
  places: GazetteerPlaces | null,
  { figures }: DossierText,
  user: ClaimTable | null,
): World {
  const keyed = user && { ...user, keys: user.keys.map((name) => name && (places?.keyOf(name, null) ?? name)) };
  const others = [...editions].map(([alias, edition]) => [alias, dossierTables(edition, placesOf(edition))] as const);
  return {
    tables,
    figures: new Map([
      ...figuresOf(figures),
      ...[...editions].flatMap(([alias, edition]) => editionFigures(alias, edition)),
    ]),
    user: keyed,
    others: new Map(others),
    places,
  };
}

function figuresOf(figures: DossierText['figures']): [string, PrintedFigure][] {
  return [...figures].map(([id, { printed, exact, cell }]) => [id, { ...readPrinted(printed, { exact }), cell }]);
}

/** The figures of another edition's text, each under its alias and id. */
function editionFigures(alias: string, edition: Dossier): [string, PrintedFigure][] {
  return figuresOf(dossierText(edition).figures).map(([id, figure]) => [
    `${alias}-${id}`,
    { ...figure, cell: `${alias}-${figure.cell}` },
  ]);
}

/** The tables with another token in one cell, `table#row/column`. */
function withToken(
  dossier: Dossier,
  tables: ReadonlyMap<string, ClaimTable>,
  places: GazetteerPlaces | null,
  cell: string,
  token: string,
): ReadonlyMap<string, ClaimTable> {
  const [, name, row, column] = /^(.*)#(\d+)\/(.*)$/su.exec(cell)!;
  const table = dossier.tables.find((one) => one.name === name);
  if (!table) return tables;
  const at = table.fields.findIndex((field) => field.name === column);
  const rows = table.rows.map((cells, line) => (line === Number(row) - 1 ? cells.with(at, token) : cells));
  return new Map([...tables, [table.name, dossierTable({ ...table, rows }, places)]]);
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

/** A figure that is out of scope: what it prints, and no verdict. */
function contextOf(claim: Claim): Parameters<typeof rowOf>[0] {
  const printed = claim.printed === null ? null : readPrinted(claim.printed, claim);
  const nothing = { value: null, bounds: null, text: null, power: null, why: null, reading: null, sharpness: null };
  return {
    claim,
    printed,
    ...nothing,
    verdict: 'not-computable',
    readings: [],
    assumptions: [],
    smallestChange: null,
    suspects: [],
    cells: claim.printedCell !== null && printed ? [{ ref: claim.printedCell, printed: printed.token }] : [],
  };
}

function problemsOf({ folder }: Dossier, problems: readonly ClaimProblem[]): IndexlabError {
  const count = problems.length === 1 ? 'a problem' : `${problems.length} problems`;
  return new IndexlabError(`the dossier ${folder} has ${count}:\n  ${problems.map(problemLine).join('\n  ')}`);
}
