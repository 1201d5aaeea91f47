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
        tableOf(groupRows(decompositions), `The parts of each group of ${String(groups)}${of}`),
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

/** Each group once, with its inequality and its part of the whole by each measure. */
function groupRows(decompositions: readonly InequalityDecomposition[]) {
  return decompositions.flatMap(({ measure, groups }) =>
    groups.map(({ group, n, unitShare, share, mean, inequality, contribution }) => ({
      measure,
      group,
      n: String(n),
      unitShare: fixed(unitShare),
      share: fixed(share),
      mean,
      inequality: fixed(inequality),
      contribution: fixed(contribution),
    })),
  );
}

function fixed(value: number): string {
  return value.toFixed(4);
}
