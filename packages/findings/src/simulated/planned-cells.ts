import type { Dossier } from '@indexlab/adapters';
import { assertThat } from '@indexlab/core';
import type { PlannedCells, PlannedSummary, PrintedScores, PrintedSummary, Simulation } from '@indexlab/index-engine';
import { cellOf, eachRow, type PlannedUnits, tableOf } from './planned-units.js';

/** A printed cell that a simulation gives back: where it stands, and what of the built index it is. */
export interface SimulatedCell {
  readonly table: string;
  /** From 1. */
  readonly row: number;
  readonly column: string;
  readonly printed: string;
  readonly node: string;
  readonly factor: number;
  readonly is:
    | { readonly kind: 'score' | 'rank'; readonly unit: string }
    | {
        readonly kind: PlannedSummary['statistic'];
        readonly group: string;
        readonly by: string | undefined;
        readonly growth: string | undefined;
      };
}

/** The printed cells that a plan names, those that it holds and those that only follow. */
export function plannedCells(dossier: Dossier, { printed, also = [] }: Simulation, units: PlannedUnits) {
  const cells = (entry: PlannedCells | PlannedSummary): SimulatedCell[] =>
    'statistic' in entry ? summaryCells(dossier, entry) : unitCells(dossier, entry, units);
  return { held: printed.flatMap(cells), following: also.flatMap(cells) };
}

function unitCells(dossier: Dossier, entry: PlannedCells, units: PlannedUnits): SimulatedCell[] {
  const { node, name, scores, ranks, factor = 1, where } = entry;
  const table = tableOf(dossier, entry.table);
  const cells: SimulatedCell[] = [];
  eachRow(table, where, (row) => {
    const written = cellOf(table, row, name);
    const unit = units.names[units.find(written, table, name, row)];
    assertThat(
      unit !== undefined,
      () => `a plan requires units for every row, got none for ${written} (table "${table.name}", row ${row + 1})`,
    );
    const add = (column: string | undefined, kind: 'score' | 'rank'): void => {
      const token = column === undefined ? '' : cellOf(table, row, column);
      if (token === '') return;
      cells.push({
        table: table.name,
        row: row + 1,
        column: column!,
        printed: token,
        node,
        factor,
        is: { kind, unit },
      });
    };
    add(scores, 'score');
    add(ranks, 'rank');
  });
  return cells;
}

function summaryCells(dossier: Dossier, entry: PlannedSummary): SimulatedCell[] {
  const { node, statistic: kind, by, factor = 1, figures = {}, groups = {}, growth } = entry;
  const cells: SimulatedCell[] = [];
  const add = (table: string, row: number, column: string, printed: string, group: string): void => {
    if (printed === '') return;
    cells.push({ table, row: row + 1, column, printed, node, factor, is: { kind, group, by, growth } });
  };
  if (entry.table !== undefined) {
    const table = tableOf(dossier, entry.table);
    eachRow(table, undefined, (row) => {
      const group = entry.group === undefined ? 'all' : cellOf(table, row, entry.group);
      if (entry.groups && !Object.hasOwn(groups, group)) return;
      add(table.name, row, entry.column!, cellOf(table, row, entry.column!), groups[group] ?? group);
    });
  }
  const text = Object.keys(figures).length > 0 ? tableOf(dossier, 'text-figures') : null;
  for (const [group, id] of Object.entries(figures)) {
    const row = text!.rows.findIndex((_, place) => cellOf(text!, place, 'id') === id);
    assertThat(row >= 0, () => `a plan requires figures of the text, got ${JSON.stringify(id)}`);
    add('text-figures', row, 'token', cellOf(text!, row, 'token'), group);
  }
  return cells;
}

/** What a simulation has to hold, in the form that `simulateIndicators` takes. */
export function printedScores(
  held: readonly SimulatedCell[],
  { printed }: Simulation,
  units: PlannedUnits,
): Record<string, PrintedScores> {
  const byNode: Record<
    string,
    {
      scores: (string | null)[];
      repeated: (string | null)[][];
      ranks: (number | null)[];
      factor: number;
      leading: boolean;
      summaries: PrintedSummary[];
    }
  > = {};
  const nodeOf = (node: string, factor = 1) =>
    (byNode[node] ??= {
      scores: units.names.map(() => null),
      repeated: [],
      ranks: units.names.map(() => null),
      factor,
      leading: false,
      summaries: [],
    });
  const rowOf = new Map(units.names.map((name, row) => [name, row]));
  for (const { node, factor, printed: token, is } of held) {
    if (is.kind === 'score') {
      const row = rowOf.get(is.unit)!;
      const { scores, repeated } = nodeOf(node, factor);
      let free = [scores, ...repeated].find((tokens) => tokens[row] === null);
      if (!free) repeated.push((free = units.names.map(() => null)));
      free[row] = token;
    }
    if (is.kind === 'rank') nodeOf(node, factor).ranks[rowOf.get(is.unit)!] ??= Number(token);
    if ((is.kind === 'sum' || is.kind === 'mean') && !is.growth)
      summaryOf(nodeOf(node, factor).summaries, is.kind, is.by).values[is.group] = token;
  }
  for (const entry of printed) {
    const own = nodeOf(entry.node, entry.factor);
    if ('statistic' in entry) {
      if (entry.statistic === 'sum' || entry.statistic === 'mean')
        Object.assign(summaryOf(own.summaries, entry.statistic, entry.by).values, entry.values);
      continue;
    }
    own.leading ||= entry.leading ?? false;
    for (const { name, rank } of entry.assume ?? []) own.ranks[units.find(name, null, '', 0)] = rank;
  }
  return byNode;
}

function summaryOf(summaries: PrintedSummary[], statistic: 'sum' | 'mean', by: string | undefined) {
  const found = summaries.find((own) => own.statistic === statistic && own.by === by);
  const summary = found ?? { statistic, ...(by !== undefined && { by }), values: {} };
  if (!found) summaries.push(summary);
  return summary as { values: Record<string, string> };
}
