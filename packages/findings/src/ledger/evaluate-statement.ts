import { IndexlabError, type Interval, type Table } from '@indexlab/core';
import { Evidence } from './evidence.js';
import { judge } from './judge.js';
import { powerOf } from './power-of.js';
import { rivalReadings } from './rival-readings.js';
import type { LedgerRow } from './ledger-row.js';
import type { Computed, ContradictionClass, Printed, Statement } from './statement.js';

/**
 * Computes one claim and gives its row of the ledger.
 *
 * @param statement the claim
 * A table whose mistake keeps a claim from being computed makes its row not computable, with the reason; the rest
 * of the ledger stands.
 *
 * @param load gives a published table by its id
 *
 * @example
 * const table = new Table([{ type: 'number', name: 'index', values: new Float64Array([10.2, 6.8]), decimals: new Int8Array([1, 1]) }]);
 * const statement = {
 *   id: 'demo/sum', kind: 'statement', statement: 'the two leaders sum to 17', locator: 'demo', printed: printedNumber('17.0'),
 *   compute: (evidence) => ({
 *     value: evidence.cell('total', 1, 'index').value.plus(evidence.cell('total', 2, 'index').value),
 *     bounds: evidence.cell('total', 1, 'index').interval.plus(evidence.cell('total', 2, 'index').interval),
 *   }),
 * };
 * const row = await evaluateStatement(statement, () => table);
 * [row.verdict, row.inputs] // => ['reproduced', ['total#1/index', 'total#2/index']]
 */
export async function evaluateStatement(statement: Statement, load: (id: string) => Table): Promise<LedgerRow> {
  const evidence = new Evidence(load);
  const printed = typeof statement.printed === 'function' ? statement.printed(evidence) : statement.printed;
  const computed = statement.compute ? await computeOrSay(statement.compute, evidence) : null;
  const judgement = computed && judge(printed, computed);
  const contradicted = judgement?.verdict === 'contradicted';
  return {
    id: statement.id,
    report: statement.id.split('/')[0]!,
    locator: statement.locator,
    at: statement.at ?? null,
    alsoAt: statement.alsoAt ?? [],
    also: statement.also ?? [],
    kind: statement.kind,
    statement: statement.statement,
    ...printedFields(printed),
    ...computedFields(computed),
    verdict: judgement?.verdict ?? null,
    why:
      judgement?.verdict === 'consistent' && powerOf(printed, computed) === 0 ? 'untestable' : (judgement?.why ?? null),
    class: contradicted ? (statement.class ?? defaultClass(statement)) : null,
    cause: contradicted ? (statement.cause ?? statement.id) : null,
    reading: judgement?.reading ?? null,
    procedures: null,
    flags: statement.flags ?? [],
    sharpness: judgement?.sharpness ?? null,
    power: powerOf(printed, computed),
    reason: [statement.reason, contradicted ? statement.means : undefined].filter(Boolean).join(' ') || null,
    assumptions: statement.assumptions ?? [],
    readings: computed ? rivalReadings(printed, computed) : [],
    smallestChange: null,
    suspects: [],
    materiality: contradicted ? (statement.materiality ?? null) : null,
    program: null,
    inputs: evidence.cells.map(({ ref }) => ref),
    evidence: evidence.cells,
  };
}

async function computeOrSay(compute: NonNullable<Statement['compute']>, evidence: Evidence): Promise<Computed> {
  try {
    return await compute(evidence);
  } catch (error) {
    if (!(error instanceof IndexlabError)) throw error;
    return { needs: 'undisclosed', inputs: `the published cells cannot be used: ${error.message}` };
  }
}

/** What a claim contradicts when it was never expected to: the table that it was computed from. */
function defaultClass({ kind }: Statement): ContradictionClass {
  return kind === 'invariant' ? 'table against table' : 'text against table';
}

type PrintedFields = Pick<LedgerRow, 'printed' | 'unit' | 'qualifier' | 'exact' | 'printedLower' | 'printedUpper'>;

function printedFields(printed: Printed): PrintedFields {
  if (typeof printed === 'string') {
    return { printed, unit: null, qualifier: null, exact: null, printedLower: null, printedUpper: null };
  }
  const { token, unit, qualifier, exact, interval } = printed;
  return {
    printed: token.replace('~', '-'),
    unit,
    qualifier,
    exact,
    printedLower: lowerEnd(interval),
    printedUpper: upperEnd(interval),
  };
}

type ComputedFields = Pick<LedgerRow, 'computed' | 'computedText' | 'lower' | 'upper' | 'needs'>;

function computedFields(computed: Computed | null): ComputedFields {
  const nothing = { computed: null, computedText: null, lower: null, upper: null, needs: null };
  if (computed === null) return nothing;
  if ('needs' in computed) return { ...nothing, needs: computed.needs, computedText: computed.inputs };
  if ('holds' in computed) return { ...nothing, computedText: computed.text };
  const { value, bounds } = computed;
  return { ...nothing, computed: value?.toNumber() ?? null, lower: lowerEnd(bounds), upper: upperEnd(bounds) };
}

function lowerEnd(interval: Interval): number | null {
  return interval.lower?.toNumber() ?? null;
}

function upperEnd(interval: Interval): number | null {
  return interval.upper?.toNumber() ?? null;
}
