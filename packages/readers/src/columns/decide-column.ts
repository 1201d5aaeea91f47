import { IndexlabError } from '@indexlab/core';
import type { ColumnPlan } from './column-plan.js';
import { areYearMonths, isCodeToken, isPartName, mergedTokens } from '../evidence/code-like.js';
import { addSeen, decideMark, type MarkEvidence } from '../evidence/decimal-mark.js';
import { type FlaggedCell, splitFlag } from '../evidence/flagged-cell.js';
import { magnitudeRemedy } from '../evidence/magnitude.js';
import type { GivenNote } from '../import-report.js';
import { type NumberStore, signOf } from './number-store.js';
import { type DecimalMark, type ParsedNumber, parseNumber } from './parse-number.js';
import { type ReadOptions, statedMark } from '../read-options.js';

/** What is known of a column of numbers when all its rows are in. */
export interface ColumnContext {
  readonly caller: string;
  readonly name: string;
  readonly unit: string | undefined;
  readonly plan: ColumnPlan;
  readonly plain: boolean;
  readonly kept: Int32Array;
  readonly isDropped: (row: number) => boolean;
  readonly lineOf: (row: number) => number;
  /** A row that was taken in, in words. */
  readonly placeOf: (row: number) => string;
  /** The decimal mark that the columns with proof agree on. */
  readonly fileMark: DecimalMark | null;
  readonly delimiter: string | null;
  /** Whether a number of the file has a minus sign, so that none needs brackets instead. */
  readonly hasNegative: boolean;
  readonly options: ReadOptions;
}

/** The plan to read the column with in another run; or `null`, and it stands, with notes. */
export interface ColumnDecision {
  readonly plan: ColumnPlan | null;
  readonly notes: readonly GivenNote[];
}

/** A cell that is no plain number, with what it says beside one. */
export type SplitCell = FlaggedCell & { readonly row: number; readonly text: string };

/** The cells of a column that are no plain numbers, taken apart; `null` where one says nothing of a number. */
export function splitMisfits(
  store: NumberStore,
  isDropped: (row: number) => boolean,
): (SplitCell | { row: number; text: string; kind: null })[] {
  return [...store.misfits]
    .filter(([row]) => !isDropped(row))
    .map(([row, text]) => ({ ...(splitFlag(text) ?? { kind: null }), row, text }));
}

/** What all numbers of a column say about their decimal mark, those with flags among them. */
export function markEvidenceOf(
  store: NumberStore,
  cells: ReturnType<typeof splitMisfits>,
  kept: Int32Array,
  options: ReadOptions,
): MarkEvidence {
  const evidence = store.markEvidence(kept);
  for (const cell of cells) {
    const sign = cell.kind === null || cell.token === '' ? null : signOf(cell.token, options);
    if (sign && cell.kind !== null) addSeen(evidence, sign, cell.row, cell.text);
  }
  return evidence;
}

/**
 * Decides a column over all its rows: which decimal mark it has, whether cells that are no plain numbers are numbers with
 * flags, and whether its numbers are identifiers. Where the evidence does not decide, the column is to be text.
 *
 * @throws IndexlabError when the user said that the column holds numbers and a cell is none
 */
export function decideColumn(
  store: NumberStore,
  cells: ReturnType<typeof splitMisfits>,
  evidence: MarkEvidence,
  context: ColumnContext,
): ColumnDecision {
  const { plan, plain, options, kept, lineOf, placeOf } = context;
  const notes: GivenNote[] = [];
  if (!plain && statedMark(options) === undefined && plan.mark === undefined) {
    const decision = decideMark(evidence, context.fileMark, context.delimiter);
    if ('undecided' in decision) {
      const { row, value } = decision.undecided.seen;
      return textOrError(
        context,
        'decimal-mark',
        row,
        value,
        `the column holds ${decision.undecided.message}`,
        'the option decimalMark settles it',
      );
    }
    if (decision.doubt) {
      const { seen, message } = decision.doubt;
      const where = {
        rule: 'decimal-mark' as const,
        line: lineOf(seen.row),
        column: context.name,
        value: seen.value,
      };
      notes.push({ ...where, message: `the column ${message}; the option decimalMark settles it` });
    }
    if (decision.mark !== store.mark)
      return { plan: { type: 'number', stated: plan.stated, mark: decision.mark, doubts: notes }, notes: [] };
  }
  const flags = plain ? cells.map(() => null) : settleFlags(store, cells, context);
  const bad = cells.filter((_, index) => flags[index] === null);
  if (bad.length > 0 && !plan.stated && bad.every(({ text }) => isCodeToken(text))) {
    const [{ row, text }] = bad as [(typeof bad)[number]];
    const message = `numbers kept as text: some begin with a zero or have more digits than a number holds`;
    return {
      plan: { type: 'text', stated: false, reason: { rule: 'code', message, line: lineOf(row), value: text } },
      notes: [],
    };
  }
  const isWords = bad.length === kept.length && !bad.some(({ text }) => /\d/.test(text));
  if (isWords && !plan.stated && kept.every((row) => Number.isNaN(store.values[row])))
    return { plan: { type: 'text', stated: false }, notes: [] };
  if (bad.length > 0) {
    const [{ row, text }] = bad as [(typeof bad)[number]];
    const count = `${bad.length} of ${kept.length} cells are no numbers, the first in ${placeOf(row)}`;
    return textOrError(context, 'not-a-number', row, text, count, null, remedyOf(bad, context.name));
  }
  if (!plan.stated) {
    const why = identifiers(store, context);
    if (why) return textOrError(context, 'code', why.row, why.value, why.message, 'the option types settles it');
  }
  flags.forEach((flag, index) => {
    const cell = cells[index]!;
    if (flag) store.putFlagged(cell.row, flag.number, flag.flag);
  });
  notes.push(...flagNotes(cells, context));
  const mixed = store.mixedUnits(context.unit, kept);
  if (mixed) {
    const reason = { rule: 'mixed-units' as const, message: `the column mixes ${mixed}, so it stays text` };
    return { plan: { type: 'text', stated: false, reason }, notes: [] };
  }
  return { plan: null, notes: [...(plan.doubts ?? []), ...notes] };
}

/** The column is to be text, with the reason; when the user said that it holds numbers, that is an error. */
function textOrError(
  { caller, name, plan, lineOf, placeOf }: ColumnContext,
  rule: 'decimal-mark' | 'not-a-number' | 'code',
  row: number,
  value: string,
  why: string,
  remedy: string | null,
  advice: string | null = remedy,
): ColumnDecision {
  const shown = JSON.stringify(value.slice(0, 80));
  if (plan.stated) {
    throw new IndexlabError(
      `${caller} requires numbers, got ${shown} (column "${name}", ${placeOf(row)})${remedy ? `: ${why}` : ''}`,
      {
        remedy: remedy
          ? `Leave the type out, or state the decimal mark.`
          : sentence(advice) || 'Leave the type out, or give what stands for a missing number with the option missing.',
      },
    );
  }
  const message = `${why}, so the column stays text: ${shown}${advice ? `; ${advice}` : ''}`;
  return {
    plan: { type: 'text', stated: false, reason: { rule, message, weight: 'warning', line: lineOf(row), value } },
    notes: [],
  };
}

/** What to do about cells that are no numbers, where the same would mend them all or a few marks stand among numbers. */
function remedyOf(bad: readonly { readonly text: string }[], name: string): string | null {
  const advice = magnitudeRemedy(bad[0]!.text, name);
  if (advice !== null) return advice;
  if (bad.every(({ text }) => /^\d[\d.,]*\s?[-\u2212]$/.test(text)))
    return `if the minus stands behind a number, write it in front: ${bad[0]!.text} as -${bad[0]!.text.replace(/\s?.$/, '')}`;
  const signs = new Set(bad.map(({ text }) => /^([$€£¥￥]|[A-Z]{3}\s)\s?[\d.,]+$/.exec(text)?.[1]?.trim()));
  if (signs.size === 1 && !signs.has(undefined))
    return `take ${[...signs].join()} off every cell and call the column ${JSON.stringify(`${name} (${[...signs].join()})`)}`;
  const marks = new Set(bad.map(({ text }) => text));
  return marks.size === 1 ? 'if it stands for a missing number, the option missing says so' : null;
}

function sentence(text: string | null): string {
  return text === null ? '' : `${text[0]!.toUpperCase()}${text.slice(1)}.`;
}

interface Flag {
  readonly number: ParsedNumber | null;
  readonly flag: string;
}

/** Names of columns whose numbers are often negative, so that accountants write them in brackets. */
const balanceName =
  /利润|损益|盈亏|差额|净额|净流|余额|顺差|逆差|现金流|profit|loss|income|earnings|net\b|balance|surplus|deficit|cash ?flow|change/i;

/** The number and flag of each cell that is no plain number; `null` where the cell says nothing certain. */
function settleFlags(
  store: NumberStore,
  cells: ReturnType<typeof splitMisfits>,
  context: ColumnContext,
): (Flag | null)[] {
  const { kept, plan, name, hasNegative } = context;
  const numbers = kept.reduce((count, row) => count + (Number.isNaN(store.values[row]!) ? 0 : 1), 0);
  const letters = new Set(cells.flatMap((cell) => (cell.kind === 'flagged' && cell.letters ? [cell.flag] : [])));
  const others = cells.filter((cell) => cell.kind === 'flagged' && !cell.letters).length;
  const areFlags = numbers + others > 0 || letters.size > 1 || [...letters].every((flag) => /^[epru]$/.test(flag));
  const flagged = cells.filter(({ kind }) => kind === 'flagged').length;
  return cells.map((cell): Flag | null => {
    if (cell.kind === null) return null;
    const { kind, token, flag } = cell;
    if (kind === 'censored') return plan.stated ? null : { number: null, flag };
    if (kind === 'missing')
      return plan.stated || (cell.letters && numbers + flagged === 0) ? null : { number: null, flag };
    if (kind === 'flagged' && cell.letters && !areFlags) return null;
    const number = parseNumber(token.replace(/^[$€£¥￥]\s?/, ''), store.mark);
    if (!number || store.parse(token.replace(/^[$€£¥￥]\s?/, '')) === null) return null;
    if (kind === 'flagged') return { number, flag };
    if (number.value < 0) return null;
    if (hasNegative && numbers > 0) return { number, flag: '()' };
    return balanceName.test(name) ? { number: { ...number, value: -number.value }, flag: '()' } : null;
  });
}

function flagNotes(cells: ReturnType<typeof splitMisfits>, { name, lineOf, hasNegative }: ColumnContext): GivenNote[] {
  const column = `${name} flag`;
  const messages = {
    flagged: `flags are split from the numbers into the column "${column}"`,
    missing: `letters and flags that stand for a missing number are kept in the column "${column}"`,
    censored: `only a bound is told: the number is missing, and the bound stands in the column "${column}"`,
    bracketed: hasNegative
      ? `numbers in brackets are read as such, for other numbers have a minus sign; the brackets stand in the column "${column}"`
      : 'numbers in brackets are read as negative, as accounts print them',
  };
  return (['flagged', 'missing', 'censored', 'bracketed'] as const).flatMap((kind): GivenNote[] => {
    const found = cells.filter((cell) => cell.kind === kind);
    const [first] = found;
    if (!first) return [];
    const weight = kind === 'censored' || kind === 'bracketed' ? 'warning' : 'note';
    const note = {
      rule: 'flag' as const,
      line: lineOf(first.row),
      column: name,
      value: first.text,
      message: messages[kind],
    };
    return [{ ...note, weight, count: found.length }];
  });
}

/** Why the numbers of a column are identifiers, with the cell that shows it; `null` when they are numbers. */
function identifiers(
  store: NumberStore,
  { name, kept, plain }: ColumnContext,
): { row: number; value: string; message: string } | null {
  const { exponentCode, values, decimals } = store;
  if (exponentCode && !store.scientific)
    return { ...exponentCode, message: 'digits, E and digits can be a name as well as a number' };
  const rows = store.textRows(kept);
  const token = (row: number): string => values[row]!.toFixed(decimals[row]!);
  const merged = mergedTokens(values, decimals, rows);
  if (merged)
    return {
      row: merged.second,
      value: token(merged.second),
      message: `two different cells, ${token(merged.first)} and ${token(merged.second)}, would become one number`,
    };
  if (plain) return null;
  if (!areYearMonths(values, decimals, rows) && !isPartName(name)) return null;
  let at = 0;
  while (at < rows.length && !(decimals[rows[at]!]! > 0 && !Number.isNaN(values[rows[at]!]!))) at += 1;
  if (at === rows.length) return null;
  const first = rows[at]!;
  if (isPartName(name))
    return { row: first, value: token(first), message: 'its name says that they count in two parts' };
  return { row: first, value: token(first), message: 'they are years and months' };
}
