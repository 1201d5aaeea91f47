// Clusters, inequality and tests of packages/stats.
import { readFileSync } from 'node:fs';
import {
  anova,
  chooseClusterCount,
  giniBootstrap,
  hierarchical,
  jenksBreaks,
  kMeans,
} from '../../../packages/stats/dist/index.js';
import { cityColumns, rowsOf } from './samples/city-columns.mjs';

const nist = new URL('../../../packages/stats/references/nist/anova_SmLs09.json', import.meta.url);
const shares = { columns: () => cityColumns(351, 135) };
const logs = { columns: () => cityColumns(351, 135, { seed: 3, logs: true }) };

/** The same optimum as the peer's, or a better one. */
const noWorse = ([ours], [theirs]) =>
  ours <= theirs * (1 + 1e-9) ? null : `ours leaves ${ours} within clusters, theirs ${theirs}`;

let seed = 0;
const nextSeed = () => (seed += 1);

export const tasks = [
  {
    name: 'k-means, 100,000 x 135, k 5, 3 restarts',
    columns: () => cityColumns(100_000, 135, { logs: true }),
    prepare: rowsOf,
    run: (points) => kMeans(points, { k: 5, restarts: 3 }).withinSS,
    peers: { 'scikit-learn': 'k-means.py:three_restarts' },
    agree: noWorse,
  },
  {
    name: 'k-means, 351 x 135, k 5, 50 restarts, shares',
    ...shares,
    prepare: rowsOf,
    run: (points) => kMeans(points, { k: 5, seed: nextSeed() }).withinSS,
    peers: { 'scikit-learn': 'k-means.py:fifty_restarts' },
    agree: noWorse,
  },
  {
    name: 'k-means, 351 x 135, k 5, 50 restarts, logs',
    ...logs,
    prepare: rowsOf,
    run: (points) => kMeans(points, { k: 5, seed: nextSeed() }).withinSS,
    peers: { 'scikit-learn': 'k-means.py:fifty_restarts' },
    agree: noWorse,
  },
  {
    name: 'number of clusters, 800 x 10',
    columns: () => cityColumns(800, 10, { logs: true }),
    prepare: rowsOf,
    run: (points) => chooseClusterCount(points).rows.map(({ withinSS }) => withinSS),
  },
  {
    name: 'hierarchical, Ward, 351 x 135',
    ...logs,
    prepare: rowsOf,
    run: (points) => hierarchical(points).merges.at(-1).height,
  },
  {
    name: 'Gini bootstrap, 10,000 resamples of 351',
    ...shares,
    run: ({ x0 }) => giniBootstrap(x0).upper,
  },
  {
    name: 'Jenks, 351 values, 5 classes',
    ...shares,
    run: ({ x0 }) => jenksBreaks(x0, 5).withinSS,
  },
  {
    name: 'analysis of variance, 18,009 values (SmLs09)',
    prepare: () => JSON.parse(readFileSync(nist, 'utf8')).data.groups,
    run: (groups) => anova(groups).rows[0].statistic,
  },
];
