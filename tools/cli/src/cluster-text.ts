import { tableFigure, tableText } from '@indexlab/figures';
import type { ClusteredRows } from '@indexlab/stats/clusters';
import { wrapText } from './wrap-text.js';

/** Clusters as tables: sizes and centers, sums of squares, and the cluster of each unit. */
export function clusterText(result: ClusteredRows, standardized: boolean): string {
  const { columns, sizes, centers, withinSS, betweenSS, labels } = result;
  const clusters = sizes.map((size, i) => ({
    cluster: String(i + 1),
    size: String(size),
    ...Object.fromEntries(columns.map((name, j) => [`center ${name}`, centers[i]![j]!])),
  }));
  const share = withinSS + betweenSS === 0 ? '' : ` (${((100 * betweenSS) / (withinSS + betweenSS)).toFixed(1)} %)`;
  return [
    tableText(tableFigure(clusters, { title: 'Clusters', limit: Infinity })),
    wrapText(
      `Sums of squares: between ${digits(betweenSS)}${share}, within ${digits(withinSS)}, total ${digits(withinSS + betweenSS)}${standardized ? '; columns in standard deviations from their means' : ''}`,
      80,
      '  ',
    ).join('\n'),
    tableText(
      tableFigure(
        labels.map(({ unit, cluster }) => ({ unit, cluster: String(cluster) })),
        { limit: Infinity },
      ),
    ),
  ].join('\n\n');
}

function digits(value: number): string {
  return String(Number(value.toPrecision(6)));
}
