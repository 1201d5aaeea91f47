import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Dossier } from '@indexlab/adapters';
import { csvLine, randomSource, type Table } from '@indexlab/core';
import { readCsv } from '@indexlab/readers';
import {
  assumedSpecification,
  type BuiltIndex,
  buildIndex,
  indexTree,
  readSimulationPlan,
  readSpecification,
  type Simulation,
  type SimulatedIndicators,
  type SimulationPlan,
  simulateIndicators,
  type Specification,
  specificationText,
} from '@indexlab/index-engine';
import { compareCells, type ComparedCell } from './compare-cells.js';
import { plannedCells, printedScores, type SimulatedCell } from './planned-cells.js';
import { plannedUnits } from './planned-units.js';

/** One simulation of a dossier: indicators, the specification that makes an index of them, and what it must give back. */
export interface DossierSimulation {
  readonly plan: Simulation;
  readonly specification: Specification;
  readonly table: Table;
  /** Every printed cell that the plan names, those that are held first. */
  readonly cells: readonly SimulatedCell[];
}

/** One that was made just now. */
export interface MadeSimulation extends DossierSimulation {
  readonly simulated: SimulatedIndicators;
}

/**
 * Simulates the indicators of a dossier as its `simulated/plan.yaml` says.
 *
 * @param seed in place of the plan's seeds
 */
export function simulateDossier(dossier: Dossier, seed?: number): MadeSimulation[] {
  return simulationPlan(dossier).simulations.map((plan) => {
    const { assume = {} } = plan;
    const published = specificationAt(dossier, plan.specification);
    const assumed = assumedSpecification(published, { index: assume.index, nodes: assume.nodes });
    const units = plannedUnits(dossier, plan);
    const { held, following } = plannedCells(dossier, plan, units);
    const simulated = simulateIndicators(
      assumed,
      {
        units: units.names,
        columns: { ...units.columns, ...drawnColumns(plan, units.names.length, seed) },
        printed: printedScores(held, plan, units),
      },
      {
        seed: seed ?? plan.seed,
        weights: assume.weights,
        dispersion: plan.dispersion,
        indexDispersion: plan.indexDispersion,
      },
    );
    const { specification, table } = simulated;
    return { plan, specification, table, cells: [...held, ...following], simulated };
  });
}

/** Columns beside the indicators, drawn evenly in logarithms to three digits. */
function drawnColumns(
  { draw = {}, seed }: Simulation,
  count: number,
  other: number | undefined,
): Record<string, number[]> {
  const random = randomSource(other ?? seed, 1);
  return Object.fromEntries(
    Object.entries(draw).map(([name, [low, high]]) => [
      name,
      Array.from({ length: count }, () => Number((low * (high / low) ** random.uniform()).toPrecision(3))),
    ]),
  );
}

/** The simulations of a dossier as its folder has them: the indicators are read, not made. */
export function committedSimulations(dossier: Dossier): DossierSimulation[] {
  return simulationPlan(dossier).simulations.map((plan) => {
    const units = plannedUnits(dossier, plan);
    const { held, following } = plannedCells(dossier, plan, units);
    const file = join(dossier.folder, 'simulated', `${plan.id}.csv`);
    return {
      plan,
      specification: specificationAt(dossier, join('simulated', `${plan.id}.yaml`)),
      table: readCsv(readFileSync(file), { layout: 'plain' }).table,
      cells: [...held, ...following],
    };
  });
}

function specificationAt({ folder }: Dossier, path: string): Specification {
  return readSpecification(readFileSync(join(folder, path), 'utf8'), path);
}

/** The plan of a dossier: the simulations of its `simulated/plan.yaml`, and what they leave out. */
export function simulationPlan(dossier: Dossier): SimulationPlan {
  const file = join(dossier.folder, 'simulated', 'plan.yaml');
  return readSimulationPlan(readFileSync(file, 'utf8'), file);
}

/** Builds the indices of simulations and holds every printed cell of their plans against them. */
export function compareSimulations(simulations: readonly DossierSimulation[]): ComparedCell[] {
  const built = new Map<string, BuiltIndex>(
    simulations.map(({ plan, specification, table }) => [plan.id, buildIndex(specification, table)]),
  );
  return simulations.flatMap(({ plan, cells }) => compareCells(built.get(plan.id)!, cells, built));
}

/** The files of the simulations of a dossier, by name: for each its table and its specification, and what they give back. */
export function simulatedFiles(dossier: Dossier, simulations: readonly MadeSimulation[]): Record<string, string> {
  const files: Record<string, string> = {};
  for (const { plan, simulated } of simulations) {
    files[`${plan.id}.csv`] = tableText(simulated.table);
    files[`${plan.id}.yaml`] = headedSpecification(plan, simulated);
  }
  files['cells.csv'] = cellsText(dossier, compareSimulations(simulations));
  return files;
}

function headedSpecification(
  { assume }: Simulation,
  { specification, title, assumptions }: SimulatedIndicators,
): string {
  const said = [...(assume?.because ?? []), ...assumptions];
  const lines = [
    `# ${title}. They were never measured: evidence for nothing but the method.`,
    '# The specification as published, with what was assumed:',
    ...said.map((line) => `# - ${line}`),
  ];
  return `${lines.join('\n')}\n${specificationText({ ...specification, id: `${specification.id}-simulated`, title })}`;
}

function tableText(table: Table): string {
  const rows = table.toRows();
  return `${[csvLine(table.columns), ...rows.map((row) => csvLine(Object.values(row)))].join('\n')}\n`;
}

/** For each column of numbers in each table: how many cells it prints, and how many of them an index of simulated indicators gives. */
function cellsText(dossier: Dossier, compared: readonly ComparedCell[]): string {
  const lines = [csvLine(['table', 'column', 'printed', 'compared', 'reproduced', 'missed', 'why'])];
  const { without } = simulationPlan(dossier);
  const why = (table: string, column: string, missed: readonly string[]): string =>
    missed.length > 0
      ? 'other printed cells rule it out'
      : (without.find((own) => own.table === table && own.columns.includes(column))?.why ?? '');
  const at = new Map<string, Map<string, boolean>>();
  for (const { table, row, column, reproduced } of compared) {
    const key = `${table}\n${column}`;
    const cells = at.get(key) ?? new Map<string, boolean>();
    at.set(key, cells.set(String(row), reproduced));
  }
  for (const { name, fields, rows } of dossier.tables) {
    fields.forEach((field, place) => {
      if (field.type !== 'number' && field.type !== 'integer') return;
      const cells = at.get(`${name}\n${field.name}`) ?? new Map<string, boolean>();
      const missed = [...cells].filter(([, reproduced]) => !reproduced).map(([row]) => row);
      const printed = rows.filter((row) => row[place] !== '').length;
      lines.push(
        csvLine([
          name,
          field.name,
          printed,
          cells.size,
          cells.size - missed.length,
          missed,
          why(name, field.name, missed),
        ]),
      );
    });
  }
  const text = at.get('text-figures\ntoken');
  if (text) {
    const missed = [...text].filter(([, reproduced]) => !reproduced).map(([row]) => row);
    lines.push(
      csvLine([
        'text-figures',
        'token',
        text.size,
        text.size,
        text.size - missed.length,
        missed,
        why('text-figures', 'token', missed),
      ]),
    );
  }
  return `${lines.join('\n')}\n`;
}

/** The simulated files as resources of the dossier's descriptor, in the order of their names. */
export function simulatedResources(dossier: Dossier, simulations: readonly MadeSimulation[]) {
  const resource = (name: string, title: string, fields: readonly { name: string; type: string; title: string }[]) => ({
    name,
    profile: 'tabular-data-resource',
    title,
    format: 'csv',
    mediatype: 'text/csv',
    encoding: 'utf-8',
    dialect: { delimiter: ',' },
    path: `simulated/${name.replace(/^simulated-/, '')}.csv`,
    schema: { fields, missingValues: [''] },
  });
  const cells = ['table', 'column', 'printed', 'compared', 'reproduced', 'missed', 'why'];
  return [
    ...simulations.map(({ plan, simulated: { table, seed, specification } }) => {
      const titles = new Map(
        indexTree(specification).map(({ title, specification: node }) => [node.column ?? node.id, title]),
      );
      return resource(
        `simulated-${plan.id}`,
        `Simulated: indicators of ${plan.title ?? plan.id}, never measured (seed ${seed})`,
        table.columns.map((name) => ({
          name,
          type: table.column(name).type === 'text' ? 'string' : 'number',
          title: titles.has(name) ? `${titles.get(name)}, simulated` : name,
        })),
      );
    }),
    resource(
      'simulated-cells',
      `Simulated: the printed cells of ${dossier.name} that indices of simulated indicators give back`,
      cells.map((name, place) => ({ name, type: place >= 2 && place <= 4 ? 'integer' : 'string', title: name })),
    ),
  ];
}
