import type { Node, Scalar, YAMLMap } from 'yaml';
import type { ClaimTable } from '../evaluation/world.js';
import { didYouMean, type Exact, IndexlabError } from '@indexlab/core';
import { parseExpression } from '../language/parse.js';
import { ExpressionProblem } from '../language/syntax.js';
import { readPrinted } from '../printed/read-printed.js';
import {
  type Claim,
  contradictionClasses,
  type Formula,
  type Materiality,
  materialities,
  type NeededFile,
  type Place,
} from '../verdict/claim.js';
import { fillings } from './each.js';
import { type CheckTemplates, templatesOf } from './check-templates.js';
import { Fields } from './fields.js';
import { fill, fillExpression, type Filling, placeholderIn } from './fill.js';
import type { ClaimProblem } from './problem.js';
import { type TextFigure } from './text-figure.js';
import { unknownsOf } from './unknowns.js';
import { isMap, isScalar, isSeq, offsetOf, pairsOf, Source } from './source.js';

/** Claims read from a file, and what is wrong in it, all at once. */
export interface ReadClaims {
  readonly claims: readonly Claim[];
  readonly problems: readonly ClaimProblem[];
  /** What the author calls the mistakes that claims name as their cause. */
  readonly causes: ReadonlyMap<string, string>;
  /** How much hangs on the mistakes, where the author says it beside their titles. */
  readonly materialities: ReadonlyMap<string, Materiality>;
  /** Quantities that nobody prints, between bounds. */
  readonly unknowns: ReadonlyMap<string, readonly [Exact, Exact]>;
  /** How the checks that roles make are called and what they mean. */
  readonly checks: CheckTemplates;
}

const keys = [
  'id',
  'says',
  'printed',
  'words',
  'figure',
  'exact',
  'bands',
  'at',
  'alsoAt',
  'kind',
  'compute',
  'system',
  'let',
  'each',
  'needs',
  'readings',
  'assume',
  'note',
  'contradiction',
  'cause',
  'materiality',
  'flags',
];
const placeKeys = ['section', 'page', 'table', 'offset'] as const;

/**
 * Reads a file of claims: a list of entries, or a map with such a list under `claims`.
 *
 * @param text YAML
 * @param file how errors call the file
 * @param tables the tables of the dossier, for `each: table`
 * @param figures the numbers in the sentences of the report, for `figure: id`
 * @param labelOf what a unit is called in full, for `{unit}` and `{slug}`; by default its name in the table
 *
 * @example
 * readClaims('- id: total\n  says: They sum to 391.5\n  printed: 391.50\n  compute: sum(ports.score)\n', 'claims.yaml').claims[0].printed
 * // => '391.50'
 */
export function readClaims(
  text: string,
  file: string,
  tables: ReadonlyMap<string, ClaimTable> = new Map(),
  figures: ReadonlyMap<string, TextFigure> = new Map(),
  labelOf: (key: string) => string = (key) => key,
): ReadClaims {
  const source = new Source(text, file);
  const claims =
    source.problems.length > 0
      ? []
      : entriesOf(source).flatMap((entry) => claimsOf(source, entry, tables, figures, labelOf));
  const first = new Map<string, string>();
  for (const { id, source: where } of claims) {
    const before = first.get(id);
    first.set(id, before ?? where);
    if (before === undefined) continue;
    const lineOf = (place: string): string | undefined => /:(\d+)/.exec(place.slice(file.length))?.[1];
    const isSameEntry = before === where;
    source.problems.push({
      file,
      line: Number(lineOf(where)),
      column: null,
      claim: id,
      message: `another claim has this id${isSameEntry ? '' : ` (line ${lineOf(before)})`}`,
      remedy: isSameEntry ? 'Under each, put a placeholder such as {x} into the id.' : undefined,
    });
  }
  return {
    claims,
    problems: source.problems,
    ...causesOf(source),
    unknowns: unknownsOf(source),
    checks: templatesOf(source),
  };
}

/**
 * What the author of a file of claims calls the mistakes.
 *
 * @example
 * readCauses('causes:\n  typo: A digit is wrong\nclaims: []\n').get('typo') // => 'A digit is wrong'
 */
export function readCauses(text: string): ReadonlyMap<string, string> {
  return causesOf(new Source(text, '')).causes;
}

/** The titles of causes, from `causes:` beside `claims:`; with `materiality`, a map of `title` and that. */
function causesOf(source: Source): Pick<ReadClaims, 'causes' | 'materialities'> {
  const { contents } = source;
  const node = isMap(contents) ? (contents.get('causes', true) as Node | undefined) : undefined;
  const causes = new Map<string, string>();
  const weights = new Map<string, Materiality>();
  for (const { key, value } of isMap(node) ? pairsOf(node) : []) {
    if (isScalar(value)) causes.set(key, source.written(value));
    if (!isMap(value)) continue;
    const fields = new Fields(source, value, ['title', 'materiality'], key);
    causes.set(key, fields.text('title') ?? key);
    const weight = fields.oneOf('materiality', materialities);
    if (weight) weights.set(key, weight);
  }
  return { causes, materialities: weights };
}

function entriesOf(source: Source): YAMLMap[] {
  const { contents } = source;
  const list = isMap(contents) ? (contents.get('claims', true) as Node | undefined) : contents;
  if (contents === null) return [];
  if (!isSeq(list)) {
    source.problem(offsetOf(contents), null, 'a file of claims requires a list', 'Start each claim with "- id: …".');
    return [];
  }
  return (list.items as Node[]).flatMap((item) => {
    if (isMap(item)) return [item];
    source.problem(offsetOf(item), null, 'a claim requires keys such as id, says, printed and compute');
    return [];
  });
}

function claimsOf(
  source: Source,
  entry: YAMLMap,
  tables: ReadonlyMap<string, ClaimTable>,
  figures: ReadonlyMap<string, TextFigure>,
  labelOf: (key: string) => string,
): Claim[] {
  const id = entry.get('id');
  const fields = new Fields(source, entry, keys, typeof id === 'string' || typeof id === 'number' ? String(id) : null);
  const name = fields.text('id');
  if (name === null) {
    fields.problem('id', 'a claim requires an id');
    return [];
  }
  const kind = fields.oneOf('kind', ['statement', 'invariant', 'context']) ?? 'statement';
  const says = fields.text('says');
  if (says === null && !fields.has('figure'))
    fields.problem('id', 'a claim requires says: what the report says, in your own words');
  const contradiction = fields.map('contradiction', ['class', 'means']);
  const shared = {
    kind,
    exact: fields.flag('exact'),
    bands: fields.flag('bands'),
    at: placeOf(fields, 'at'),
    needs: needsOf(fields),
    assume: fields.texts('assume'),
    cause: fields.text('cause'),
    materiality: fields.oneOf('materiality', materialities),
    flags: fields.texts('flags'),
    class: contradiction?.oneOf('class', contradictionClasses) ?? null,
    means: contradiction?.text('means') ?? null,
    note: fields.text('note'),
    printed: fields.text('printed'),
  };
  const words = fields.text('words');
  const compute = fields.scalar('compute');
  const system = fields.texts('system');
  if (system.length > 0 && (compute !== null || shared.printed !== null || fields.has('figure')))
    fields.problem('system', 'a system is true or false: it takes neither compute nor printed');
  if (compute === null && kind !== 'context' && !shared.needs && system.length === 0) {
    fields.problem('id', 'a claim requires compute, or needs', 'Say kind: context of a figure that is out of scope.');
  }
  const lets = fields.named('let');
  const readings = fields.named('readings');
  const also = alsoAtOf(source, fields);
  const named = fields.text('figure');
  const parsed = new Map<string, Formula>();
  const isEach = fields.has('each');
  return fillings(source, fields, tables, labelOf).flatMap((filling): Claim[] => {
    const { values } = filling;
    const filled = (key: string, value: string): string => {
      const result = fill(value, values);
      const [, unknown] = (isEach && placeholderIn(result)) || [];
      if (unknown !== undefined)
        fields.problemOnce(
          key,
          `there is no placeholder {${unknown}}`,
          didYouMean(unknown, values.keys(), 'placeholders'),
        );
      return result;
    };
    const formula = (scalar: Scalar): Formula[] => formulaOf(source, scalar, values, fields.claim, parsed);
    const own = compute ? formula(compute)[0] : undefined;
    if (compute && !own) return [];
    const formulas = (list: typeof lets): ReadonlyMap<string, Formula> =>
      new Map(list.flatMap(({ name: label, scalar }) => formula(scalar).map((one) => [label, one] as const)));
    const text = (key: string, value: string | null): string | null => value && filled(key, value);
    const texts = (key: string, list: readonly string[]): string[] => list.map((one) => filled(key, one));
    const { exact: stated, bands, class: kindOf, means, ...rest } = shared;
    const figure = figureOf(fields, 'figure', text('figure', named), figures);
    const exact = stated ?? figure?.exact ?? null;
    const printedCell = figure?.cell ?? filling.printedCell(shared.printed);
    const printed = figure?.printed ?? text('printed', filling.printed ?? shared.printed);
    const gap =
      printed !== null && printedCell !== null && !isReadable(printed) ? `${printedCell} prints no number` : null;
    if (printed !== null && gap === null && !readable(fields, printed)) return [];
    const place = source.place(fields.at);
    return [
      {
        ...rest,
        needs: rest.needs && filledNeeds(rest.needs, (value) => filled('needs', value)),
        assume: texts('assume', rest.assume),
        flags: texts('flags', rest.flags),
        id: filled('id', name),
        at: rest.at ? placeFrom(fields, 'at', rest.at, filled) : (figure?.at ?? null),
        alsoAt: also.flatMap((one) =>
          typeof one === 'string'
            ? (figureOf(fields, 'alsoAt', text('alsoAt', one), figures)?.at ?? [])
            : [placeFrom(fields, 'alsoAt', one, filled)],
        ),
        says: (text('says', says) ?? figure?.says ?? '').trim().replace(/\s+/g, ' '),
        printed: gap === null ? printed : null,
        words: text('words', words),
        ...(system.length > 0 && { system: texts('system', system) }),
        ...(exact !== null && { exact }),
        ...(bands !== null && { bands }),
        compute: own ?? null,
        lets: formulas(lets),
        readings: formulas(readings),
        note: text('note', shared.note),
        contradiction: { class: kindOf, means: text('contradiction', means) },
        source: `${source.file}:${place.line}:${place.column}`,
        computeAt: compute ? source.place(source.textAt(compute)) : null,
        cause: text('cause', shared.cause),
        printedCell: gap === null ? printedCell : null,
        ...(gap !== null && { gap }),
      },
    ];
  });
}

/**
 * An expression with its placeholders filled; what is wrong in it is located where it was written.
 *
 * @param parsed the expressions of the entry so far: what has no placeholder is one for all of its claims
 */
function formulaOf(
  source: Source,
  scalar: Scalar,
  filling: Filling,
  claim: string | null,
  parsed: Map<string, Formula>,
): Formula[] {
  const { text, writtenAt } = fillExpression(source.written(scalar), filling);
  try {
    const formula = parsed.get(text) ?? { text, expression: parseExpression(text) };
    parsed.set(text, formula);
    return [formula];
  } catch (error) {
    if (!(error instanceof ExpressionProblem)) throw error;
    source.problem(source.textAt(scalar) + writtenAt(error.at), claim, error.message, error.remedy);
    return [];
  }
}

function readable(fields: Fields, printed: string): boolean {
  try {
    readPrinted(printed);
    return true;
  } catch (error) {
    if (!(error instanceof IndexlabError)) throw error;
    fields.problem('printed', error.message, error.remedy);
    return false;
  }
}

function isReadable(printed: string): boolean {
  try {
    readPrinted(printed);
    return true;
  } catch (error) {
    if (error instanceof IndexlabError) return false;
    throw error;
  }
}

/** A place as it is written, its placeholders not filled yet. */
type WrittenPlace = Readonly<Partial<Record<keyof Place, string>>>;

function placeOf(fields: Fields, key: string): WrittenPlace | null {
  const map = fields.map(key, placeKeys);
  return map && readPlace(map);
}

function readPlace(map: Fields): WrittenPlace {
  const written = placeKeys.map((key) => [key, map.text(key)] as const);
  return Object.fromEntries(written.filter(([, value]) => value !== null));
}

/** A place, or the id of a figure that stands there. */
function alsoAtOf(source: Source, fields: Fields): (WrittenPlace | string)[] {
  const node = fields.node('alsoAt');
  if (node === null) return [];
  if (isSeq(node) && node.items.every((item) => isMap(item) || isScalar(item))) {
    return node.items.map((item) =>
      isScalar(item) ? source.written(item) : readPlace(new Fields(source, item as YAMLMap, placeKeys, fields.claim)),
    );
  }
  fields.problem('alsoAt', `alsoAt requires a list of places, each with ${placeKeys.join(', ')}, or ids of figures`);
  return [];
}

function figureOf(
  fields: Fields,
  key: string,
  id: string | null,
  figures: ReadonlyMap<string, TextFigure>,
): TextFigure | null {
  if (id === null) return null;
  const figure = figures.get(id);
  if (!figure) fields.problem(key, `there is no figure ${id} in the text`, didYouMean(id, figures.keys(), 'figures'));
  return figure ?? null;
}

function placeFrom(
  fields: Fields,
  key: string,
  { section, page, table, offset }: WrittenPlace,
  filled: (key: string, value: string) => string,
): Place {
  const at = offset === undefined ? undefined : filled(key, offset);
  if (at !== undefined && !/^\d+$/.test(at))
    fields.problemOnce(key, `offset requires a whole number, got ${JSON.stringify(at)}`);
  return {
    ...(section !== undefined && { section: filled(key, section) }),
    ...(page !== undefined && { page: filled(key, page) }),
    ...(table !== undefined && { table: filled(key, table) }),
    ...(at !== undefined && { offset: Number(at) }),
  };
}

function filledNeeds({ who, what, columns, units }: NeededFile, filled: (value: string) => string): NeededFile {
  const counted = Object.entries(units).map(([column, unit]) => [filled(column), filled(unit)] as const);
  return { who, what: filled(what), columns: columns.map(filled), units: Object.fromEntries(counted) };
}

function needsOf(fields: Fields): NeededFile | null {
  const outer = fields.map('needs', ['user', 'who', 'what', 'columns', 'units']);
  const map = outer?.has('user') ? outer.map('user', ['who', 'what', 'columns', 'units']) : outer;
  if (!map) return null;
  const who = map.oneOf('who', ['public', 'private', 'undisclosed', 'not-in-our-text'] as const);
  if (who === null) map.problem('who', 'needs requires who: public, private, undisclosed or not-in-our-text');
  const units = Object.fromEntries(map.named('units').map(({ name, scalar }) => [name, String(scalar.value)]));
  return { who: who ?? 'undisclosed', what: map.text('what') ?? '', columns: map.texts('columns'), units };
}
