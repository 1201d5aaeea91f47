// Building an index of 135 indicators on three levels, running its plan again with other weights, and reading a specification.
import { randomSource } from '../../../packages/core/dist/index.js';
import { buildIndex, compileIndex, readSpecification, runIndex } from '../../../packages/index-engine/dist/index.js';

const indicators = 135;

/** Two sub-indices of groups of nine indicators, all of equal weight. */
function specification() {
  const node = (id, children) => ({ id, title: id, weight: '1', ...(children && { children }) });
  const groups = Array.from({ length: indicators / 9 }, (_, group) =>
    node(
      `g${group}`,
      Array.from({ length: 9 }, (_indicator, place) => node(`x${9 * group + place}`)),
    ),
  );
  const parts = [groups.slice(0, 8), groups.slice(8)].map((part, place) => node(`s${place}`, part));
  return {
    id: 'bench',
    title: 'Bench',
    normalise: { method: 'min-max', upper: 100 },
    tree: { id: 'total', title: 'Total', children: parts },
  };
}

function columns(rows) {
  const random = randomSource(1);
  const column = () => Float64Array.from({ length: rows }, () => Math.exp(random.normal()));
  return Object.fromEntries(Array.from({ length: indicators }, (_, place) => [`x${place}`, column()]));
}

/** A specification of 168 nodes, two sub-indices of 15 groups of ten, as it is written by hand. */
function yaml() {
  const node = (id, indent, children = []) => [
    `${indent}- id: ${id}`,
    `${indent}  title: Indicator ${id}`,
    `${indent}  weight: 27.70`,
    ...(children.length > 0 ? [`${indent}  children:`, ...children] : []),
  ];
  const leaves = (group) =>
    Array.from({ length: 10 }, (_, place) => node(`x${10 * group + place}`, ' '.repeat(12))).flat();
  const groups = Array.from({ length: 15 }, (_, group) => node(`g${group}`, ' '.repeat(8), leaves(group)));
  const parts = [groups.slice(0, 8), groups.slice(8)].map((part, place) => node(`s${place}`, '    ', part.flat()));
  const head = ['id: bench', 'title: Bench', 'normalise: { method: min-max, upper: 100 }'];
  return [...head, 'tree:', '  id: total', '  title: Total', '  children:', ...parts.flat(), ''].join('\n');
}

const withUnits = (data) => ({ place: Array.from(data.x0, (_, row) => `u${row}`), ...data });
const result = (scores, rank) => [...scores, ...rank];

export const tasks = [
  ...[351, 100_000].map((rows) => ({
    name: `index, ${rows.toLocaleString('en')} x 135, specification to ranks`,
    columns: () => columns(rows),
    prepare: withUnits,
    run(data) {
      const { stages, rank } = buildIndex(specification(), data);
      return result(stages.scores.total, rank);
    },
    peers: { 'numpy, arithmetic alone': 'index.py:build', 'numpy, by specification': 'index.py:from_specification' },
    digits: 11,
  })),
  ...[351, 100_000].map((rows) => ({
    name: `plan of an index run again with other weights, ${rows.toLocaleString('en')} x 135`,
    columns: () => columns(rows),
    prepare(data) {
      const plan = compileIndex(specification(), withUnits(data));
      return { plan, weights: Float64Array.from(plan.ids, (_, place) => 1 + (place % 7)), run: runIndex(plan) };
    },
    run({ plan, weights, run }) {
      const { rank } = runIndex(plan, { weights, reuse: run });
      return rank;
    },
  })),
  {
    name: 'YAML of 168 nodes to a specification',
    prepare: yaml,
    run: (text) => readSpecification(text).tree.children.length,
  },
];
