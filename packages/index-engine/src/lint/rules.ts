import { listNames } from '@indexlab/core';
import { methodParts, type WrittenMethod } from '../specification/method.js';
import { indicatorStages } from '../specification/schema.js';
import type { PlannedNode } from '../build/plan.js';
import { denominationParts } from '../stages/denominate.js';
import type { Finding, Rule, Subject } from './problem.js';

const isIndicator = (node: PlannedNode): boolean => node.row.specification.children === undefined;
const nameOf = (written: WrittenMethod | undefined, otherwise: string): string =>
  methodParts(written ?? otherwise).name;
const optionsOf = (written: WrittenMethod | undefined): Readonly<Record<string, unknown>> =>
  methodParts(written ?? 'none').options;

/** Where an option of a node is written: at the node, else the node itself. */
function place({ paths }: Subject, node: PlannedNode, option: string): readonly PropertyKey[] {
  const path = paths.get(node.row.id)!;
  return option in node.row.specification ? [...path, option] : path;
}

/** Methods that a zero or a negative value breaks, and scalings that give zero to the worst unit. */
const needsPositive = new Set(['geometric', 'harmonic']);
const turns = new Set([
  'min-max',
  'z-score',
  'rank',
  'percentile-rank',
  'borda',
  'goalposts',
  'distance-to-target',
  'distance-to-reference',
  'distance-to-maximum',
  'categorical',
  'above-below-mean',
  'mazziotta-pareto',
  'adjusted-mazziotta-pareto',
]);
const ranking = new Set(['rank', 'percentile-rank', 'borda']);
const dependsOnUnits = new Set([
  'share-of-total',
  'share-of-maximum',
  'log-share-of-maximum',
  'min-max',
  'z-score',
  'rank',
  'percentile-rank',
  'borda',
  'vector',
  'distance-to-maximum',
  'distance-to-reference',
  'mazziotta-pareto',
  'adjusted-mazziotta-pareto',
  'above-below-mean',
]);

function lowestScore(node: PlannedNode): number | null {
  const written = node.option('normalise');
  const { name, options } = methodParts(written ?? 'none');
  if (name === 'min-max') return Number(options.lower ?? 0);
  if (
    [
      'percentile-rank',
      'borda',
      'goalposts',
      'distance-to-maximum',
      'distance-to-target',
      'distance-to-reference',
    ].includes(name)
  )
    return 0;
  return name === 'z-score' || name === 'above-below-mean' ? -Infinity : null;
}

/** Every rule of the lint, by its id. */
export const rules: Readonly<Record<string, Rule>> = {
  'unused-stage': {
    severity: 'warning',
    find: ({ specification, nodes }) => {
      const order = specification.stages;
      if (!order) return [];
      const stated = (stage: 'impute' | 'denominate' | 'treat' | 'normalise'): boolean =>
        nodes.some(
          (node) => isIndicator(node) && nameOf(node.option(stage) as WrittenMethod | undefined, 'none') !== 'none',
        );
      const states: Record<string, boolean> = {
        screen: specification.screen !== undefined,
        impute: stated('impute'),
        denominate: nodes.some(
          (node) => isIndicator(node) && denominationParts(node.option('denominate') ?? 'none') !== null,
        ),
        treat: stated('treat'),
        normalise: stated('normalise'),
      };
      return indicatorStages.flatMap((stage): Finding[] => {
        if (states[stage] && !order.includes(stage)) {
          return [
            {
              path: ['stages'],
              reason: `${stage} is stated but is not among the stages`,
              remedy: `Add ${stage} to stages, or take its options out.`,
            },
          ];
        }
        if (!states[stage] && order.includes(stage)) {
          return [
            {
              path: ['stages', order.indexOf(stage)],
              reason: `${stage} is among the stages but nothing says how`,
              remedy: `State a method for ${stage}, or take it out of stages.`,
            },
          ];
        }
        return [];
      });
    },
  },

  'undeclared-input': {
    severity: 'error',
    find: (subject) => {
      const { specification, nodes, columns } = subject;
      const declared = new Set([...(specification.data?.groups ?? []), ...(specification.data?.denominators ?? [])]);
      const findings: Finding[] = [];
      for (const node of nodes) {
        const used = new Set<string>();
        const divisor = isIndicator(node) ? denominationParts(node.option('denominate') ?? 'none') : null;
        if (divisor) used.add(divisor.by);
        for (const option of ['impute', 'treat', 'normalise'] as const) {
          const { by, peers } = optionsOf(node.option(option)) as { by?: string; peers?: string };
          if (by !== undefined) used.add(by);
          if (peers !== undefined) used.add(peers);
        }
        for (const column of used) {
          if (declared.has(column)) continue;
          findings.push({
            path: place(subject, node, divisor?.by === column ? 'denominate' : 'normalise'),
            node: node.row.id,
            reason: `the column "${column}" is used but not declared`,
            remedy: `Declare it: data: { ${divisor?.by === column ? 'denominators' : 'groups'}: [${column}] }.`,
          });
        }
      }
      if (columns) {
        const absent = [...declared].filter((column) => !columns.has(column));
        if (absent.length > 0)
          findings.push({
            path: ['data'],
            reason: `the data have no column ${listNames(absent)}`,
            remedy: 'Add the column, or take it out of data.',
          });
      }
      return findings;
    },
  },

  'unused-input': {
    severity: 'warning',
    find: ({ specification, nodes }) => {
      const text =
        JSON.stringify([
          nodes.map(({ row }) => row.specification),
          specification.rank,
          specification.tier,
          specification.levels,
        ]) + JSON.stringify({ ...specification, data: undefined });
      const unused = [...(specification.data?.groups ?? []), ...(specification.data?.denominators ?? [])].filter(
        (column) => !text.includes(JSON.stringify(column)),
      );
      return unused.map((column) => ({
        path: ['data'],
        reason: `the column "${column}" is declared but never used`,
        remedy: 'Use it, or take it out of data.',
      }));
    },
  },

  'missing-direction': {
    severity: 'warning',
    find: ({ nodes, paths }) => {
      // An index in which all indicators count upward need not say so one by one.
      const leaves = nodes.filter(isIndicator);
      const silent = leaves.filter(({ row }) => row.specification.direction === undefined);
      if (silent.length === leaves.length || silent.length === 0) return [];
      return [
        {
          path: paths.get(silent[0]!.row.id)!,
          node: silent[0]!.row.id,
          reason: `${leaves.length - silent.length} of ${leaves.length} indicators state their direction, these do not: ${listNames(silent.map(({ row }) => row.id))}`,
          remedy: 'State direction: positive or negative for all of them.',
        },
      ];
    },
  },

  'unturned-direction': {
    severity: 'error',
    find: (subject) =>
      subject.nodes
        .filter((node) => node.direction === -1 && !turns.has(nameOf(node.option('normalise'), 'none')))
        .map((node) => ({
          path: place(subject, node, 'direction'),
          node: node.row.id,
          reason: `a low value is good, and ${nameOf(node.option('normalise'), 'none')} cannot turn it round`,
          remedy: 'State a normalise that turns, such as min-max, z-score, rank or goalposts.',
        })),
  },

  'double-counting': {
    severity: 'warning',
    find: ({ nodes, paths }) => {
      const alike = new Map<string, string[]>();
      for (const { row } of nodes.filter(isIndicator)) {
        const { definition, source, titleZh, title } = row.specification;
        const key = JSON.stringify([titleZh ?? title, definition ?? null, source ?? null]);
        alike.set(key, [...(alike.get(key) ?? []), row.id]);
      }
      return [...alike.values()]
        .filter((ids) => ids.length > 1)
        .map((ids) => ({
          path: paths.get(ids[1]!)!,
          node: ids[1]!,
          reason: `the same title, definition and source as ${ids[0]}${ids.length > 2 ? `, and so have ${listNames(ids.slice(2))}` : ''}`,
          remedy: 'Leave all but one out, or say in the definitions how they differ.',
        }));
    },
  },

  'zero-in-geometric': {
    severity: 'error',
    find: (subject) =>
      subject.nodes
        .filter((node) => node.children.length > 0 && needsPositive.has(nameOf(node.option('aggregate'), 'arithmetic')))
        .flatMap((node) => {
          const low = node.children
            .map((child) => subject.nodes[child]!)
            .filter((child) => (lowestScore(child) ?? 1) <= 0);
          if (low.length === 0) return [];
          return [
            {
              path: place(subject, node, 'aggregate'),
              node: node.row.id,
              reason: `a ${nameOf(node.option('aggregate'), 'arithmetic')} mean takes values above zero, and ${listNames(low.map(({ row }) => row.id))} can be zero or less`,
              remedy: 'Normalise onto a range above zero, such as { method: min-max, lower: 1, upper: 100 }.',
            },
          ];
        }),
  },

  'scaled-ranks': {
    severity: 'warning',
    find: (subject) =>
      subject.nodes
        .filter((node) => !isIndicator(node) && ranking.has(nameOf(node.option('normalise'), 'none')))
        .map((node) => ({
          path: place(subject, node, 'normalise'),
          node: node.row.id,
          reason: 'ranks of a score throw its distances away before the next sum: rounding decides ties',
          remedy: 'Scale the score itself (min-max, share-of-maximum), and rank only at the end.',
        })),
  },

  'rate-over-total': {
    severity: 'warning',
    find: (subject) =>
      subject.nodes
        .filter(
          (node) =>
            isIndicator(node) &&
            nameOf(node.option('normalise'), 'none') === 'share-of-total' &&
            (/^(share|rate|ratio|percent|%|stars|points|index)$/i.test(node.row.specification.unit ?? '') ||
              denominationParts(node.option('denominate') ?? 'none') !== null),
        )
        .map((node) => ({
          path: place(subject, node, 'normalise'),
          node: node.row.id,
          reason:
            'a rate or score over its national total: such totals add nothing up, and large and small units count alike',
          remedy: 'Use share-of-maximum or min-max for rates; keep share-of-total for counts and amounts.',
        })),
  },

  'immovable-range': {
    severity: 'warning',
    find: (subject) =>
      subject.nodes.flatMap((node): Finding[] => {
        const { name, options } = methodParts(node.option('normalise') ?? 'none');
        const [low, high] = [options.lower, options.upper] as (number | undefined)[];
        const narrow = name === 'min-max' && (high ?? 1) <= (low ?? 0);
        const scores = node.option('weigh');
        const scale =
          nameOf(scores, 'stated') === 'expert-scores'
            ? ((optionsOf(scores).scale as [number, number] | undefined) ?? [1, 5])
            : null;
        const count = node.children.length;
        const findings: Finding[] = [];
        if (narrow)
          findings.push({
            path: place(subject, node, 'normalise'),
            node: node.row.id,
            reason: `all scores lie between ${low ?? 0} and ${high ?? 1}: no unit can differ from another`,
            remedy: 'State a lower end below the upper one.',
          });
        if (scale && count > 1) {
          const [least, most] = [
            scale[0] / (scale[0] + scale[1] * (count - 1)),
            scale[1] / (scale[1] + scale[0] * (count - 1)),
          ];
          findings.push({
            path: place(subject, node, 'weigh'),
            node: node.row.id,
            reason: `a scale from ${scale[0]} to ${scale[1]} keeps every weight between ${least.toFixed(3)} and ${most.toFixed(3)}, whatever the experts think`,
            remedy: 'Take scores from 0, or let experts allocate a budget (budget-allocation).',
          });
        }
        return findings;
      }),
  },

  'panel-by-year': {
    severity: 'warning',
    find: (subject) => {
      if (subject.specification.data?.time === undefined) return [];
      const silent = subject.nodes.filter((node) => {
        const written = node.option('normalise');
        const { over, base } = optionsOf(written) as { over?: string; base?: number };
        return dependsOnUnits.has(nameOf(written, 'none')) && over === undefined && base === undefined;
      });
      return silent.slice(0, 1).map((node) => ({
        path: 'normalise' in subject.specification ? ['normalise'] : place(subject, node, 'normalise'),
        node: node.row.id,
        reason: `a panel is normalised year by year without saying so (${silent.length} nodes): scores of two years cannot be compared`,
        remedy: 'State over: pooled or base: <year>, or over: year where that is meant.',
      }));
    },
  },

  'constant-total': {
    severity: 'warning',
    find: (subject) =>
      subject.specification.data?.time === undefined
        ? []
        : subject.nodes
            .filter(
              (node) =>
                nameOf(node.option('normalise'), 'none') === 'share-of-total' &&
                optionsOf(node.option('normalise')).base === undefined,
            )
            .slice(0, 1)
            .map((node) => ({
              path: 'normalise' in subject.specification ? ['normalise'] : place(subject, node, 'normalise'),
              node: node.row.id,
              reason:
                'shares of the current total sum to the same constant every year: the index cannot grow as a whole',
              remedy: 'Take the totals of a base year: { method: share-of-total, base: <year> }.',
            })),
  },

  'overshadowed-node': {
    severity: 'warning',
    find: ({ nodes, paths, columns }) =>
      nodes
        .filter(({ row }) => columns?.has(row.id) && row.specification.children !== undefined && row.level > 0)
        .map(({ row }) => ({
          path: paths.get(row.id)!,
          node: row.id,
          reason: 'the data have a column of this name: its values are the score, and nothing below it is used',
          remedy: 'Rename the column if the score is to be built from below.',
        })),
  },

  'undisclosed-weights': {
    severity: 'warning',
    find: (subject) =>
      subject.nodes
        .filter(
          (node) =>
            node.children.length > 0 &&
            nameOf(node.option('weigh'), 'stated') === 'undisclosed' &&
            !subject.columns?.has(node.row.id),
        )
        .map((node) => ({
          path: place(subject, node, 'weigh'),
          node: node.row.id,
          reason: 'its weights are not published, so it cannot be built from below',
          remedy: `Give a column "${node.row.id}" with its score, or weights for its children.`,
        })),
  },
};
