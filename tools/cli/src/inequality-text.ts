import { displayWidth } from '@indexlab/core';
import { tableFigure, tableText } from '@indexlab/figures';
import type { Inequality, InequalityDecomposition } from '@indexlab/stats/inequality';

type Measures = Omit<Inequality, 'by'>;

/** The measures of a column as tables: all together, each value of `by`, and the parts between and within groups. */
export function inequalityText(result: Inequality, { groups, by }: Readonly<Record<string, unknown>>): string {
  const parts = [{ at: null, ...result }, ...(result.by ?? [])];
  return [
    ...(result.by === undefined ? [tableOf(measureRows(result))] : [byTable(parts, String(by))]),
    ...parts.flatMap(({ at, decompositions }) => {
      if (decompositions.length === 0) return [];
      const of = at === null ? '' : ` (${String(by)} ${at})`;
      return [
        tableOf(decompositions.map(decompositionRow), `Between and within groups of ${String(groups)}${of}`),
        tableOf(groupRows(decompositions[0]!), `The groups of ${String(groups)}${of}`),
        tableOf(decompositions.flatMap(partRows), `The parts of each group of ${String(groups)}${of}`),
      ];
    }),
  ].join('\n\n');
}

function tableOf(rows: readonly Readonly<Record<string, string | number | null>>[], title?: string): string {
  return tableText(tableFigure(rows, { ...(title !== undefined && { title }), limit: Infinity }));
}

function measureRows(result: Measures): { measure: string; value: string }[] {
  const single = Object.entries(result).flatMap(([measure, value]) =>
    typeof value === 'number'
      ? [{ measure, value: measure === 'n' || measure === 'missing' ? String(value) : fixed(value) }]
      : [],
  );
  return [
    ...single,
    ...result.atkinson.map(({ epsilon, value }) => ({ measure: `atkinson(${epsilon})`, value: fixed(value) })),
    ...result.topShares.map(({ units, share }) => ({ measure: `share of the largest ${units}`, value: fixed(share) })),
  ];
}

function byTable(parts: readonly (Measures & { readonly at: string | null })[], by: string): string {
  return tableOf(
    parts.map((part) => ({
      [by]: part.at ?? 'all rows',
      ...Object.fromEntries(
        (['n', 'gini', 'theil', 'meanLogDeviation', 'top10Share', 'palmaRatio'] as const).map((measure) => {
          const value = part[measure];
          return [measure, value === null ? null : measure === 'n' ? String(value) : fixed(value)];
        }),
      ),
    })),
  );
}

function decompositionRow({ measure, n, total, between, within, overlap }: InequalityDecomposition) {
  return {
    measure,
    n: String(n),
    total: fixed(total),
    between: fixed(between),
    within: fixed(within),
    overlap: overlap === null ? null : fixed(overlap),
  };
}

/** Each group once, with its size. */
function groupRows({ groups }: InequalityDecomposition) {
  return groups.map(({ group, n, unitShare, share, mean }) => ({
    group: fitting(group),
    n: String(n),
    unitShare: fixed(unitShare),
    share: fixed(share),
    mean,
  }));
}

/** The inequality in each group and its part of the whole, by one measure. */
function partRows({ measure, groups }: InequalityDecomposition) {
  return groups.map(({ group, inequality, contribution }) => ({
    measure,
    group: fitting(group),
    inequality: fixed(inequality),
    contribution: fixed(contribution),
  }));
}

/** So wide a name leaves room for the numbers on a terminal. */
const widest = 30;

/** A name cut to the room that a table on a terminal has for it. */
function fitting(name: string): string {
  if (displayWidth(name) <= widest) return name;
  const letters = [...name];
  while (displayWidth(letters.join('')) > widest - 1) letters.pop();
  return `${letters.join('')}…`;
}

function fixed(value: number): string {
  return value.toFixed(4);
}
