import { assertThat, type Data, numbersOf, textsOf } from '@indexlab/core';
import { chart, type Layer } from './chart.js';
import { drawnRows, withNote } from './drawn-rows.js';
import type { ChartFigure, ChartOptions } from './figure.js';
import { spreadLabels } from './spread-labels.js';
import { fontSize, ink, palette } from './theme.js';

export interface RankChartOptions extends ChartOptions {
  /** Column of texts: who is ranked. */
  readonly unit: string;
  /** Column of texts or numbers: the edition, in the order in which the rows bring it. */
  readonly time: string;
  /** Column of numbers, 1 for the first. */
  readonly rank: string;
}

interface Standing {
  readonly unit: string;
  readonly time: string;
  readonly rank: number;
}

/** Pixels between the names at the sides, and from one name to the next at least. */
const rowHeight = 16;
const nameHeight = 14;

/**
 * How ranks move from one edition to the next: a line for each unit, the first place on top, coloured by whether the
 * unit rose, fell or kept its rank between its first and its last edition. Names and ranks stand at both sides.
 *
 * Rows without a rank are not drawn, and the subtitle says how many. The specification's rows have the
 * fields `unit`, `time`, `rank`, `change`.
 *
 * @param data one row per unit and edition: a table, a frame, rows, or a record of columns
 * @throws IndexlabError when a column is missing, nothing can be drawn, a unit has two ranks in one edition,
 *   or there are fewer than two editions or more than 60 units
 *
 * @example
 * rankChart([{ city: '深圳', year: 2015, rank: 4 }, { city: '深圳', year: 2016, rank: 3 }],
 *   { unit: 'city', time: 'year', rank: 'rank', title: 'Ranks' }).kind // => 'chart'
 */
export function rankChart(data: Data, options: RankChartOptions): ChartFigure {
  const { width = 360 } = options;
  const ranks = numbersOf(data, options.rank);
  const [units, times] = [textsOf(data, options.unit), textsOf(data, options.time)];
  const drawn = drawnRows('rankChart', data, [options.rank]);
  const standings = drawn.rows.map((row) => ({ unit: units[row] ?? '', time: times[row] ?? '', rank: ranks[row]! }));
  const editions = [...new Set(standings.map((standing) => standing.time))];
  const byUnit = standingsByUnit(standings, editions);
  requireEditions(editions, byUnit);

  const best = Math.min(...standings.map((standing) => standing.rank));
  const worst = Math.max(...standings.map((standing) => standing.rank), best + 1);
  const height = chartHeight(standings, editions, worst - best, byUnit.size);
  const side = (edition: string, text: (standing: Standing) => string) => {
    const there = standings.filter((standing) => standing.time === edition);
    const pixels = spreadLabels(
      there.map(({ rank }) => ((rank - best) / (worst - best)) * height),
      nameHeight,
      height,
    );
    return there.map((standing, row) => ({ time: edition, text: text(standing), pixel: pixels[row]! }));
  };
  const left = side(editions[0]!, ({ unit, rank }) => `${unit} ${rank}`);
  const right = side(editions.at(-1)!, ({ unit, rank }) => `${rank} ${unit}`);

  return chart(
    {
      data: {
        values: [...byUnit.values()].flatMap((own) =>
          editions
            .map((time) => own.find((standing) => standing.time === time) ?? { unit: own[0]!.unit, time, rank: null })
            .map((standing) => ({ ...standing, change: change(own) })),
        ),
      },
      width,
      height,
      encoding: {
        x: {
          field: 'time',
          type: 'ordinal',
          sort: null,
          title: null,
          scale: { padding: 0 },
          axis: {
            orient: 'top',
            offset: 12,
            labelAngle: 0,
            domain: false,
            ticks: false,
            grid: true,
            labelColor: ink.strong,
            labelFontSize: fontSize.text,
          },
        },
      },
      layer: [
        {
          mark: { type: 'line', point: { filled: true, size: 36 }, strokeWidth: 1.6, tooltip: true },
          encoding: {
            y: {
              field: 'rank',
              type: 'quantitative',
              scale: { domain: [best, worst], reverse: true, nice: false, zero: false },
              axis: null,
            },
            detail: { field: 'unit', type: 'nominal' },
            color: {
              field: 'change',
              type: 'nominal',
              scale: { domain: ['rose', 'fell', 'same rank'], range: [palette[0]!, palette[1]!, ink.soft] },
            },
          },
        },
        names(left, 'right', -10),
        names(right, 'left', 10),
      ],
    },
    { title: options.title, subtitle: withNote(options.subtitle, drawn.note) },
  );
}

function names(values: { time: string; text: string; pixel: number }[], align: 'left' | 'right', dx: number): Layer {
  return {
    data: { values },
    mark: { type: 'text', align, dx, baseline: 'middle' },
    encoding: {
      y: { field: 'pixel', type: 'quantitative', scale: null, axis: null },
      text: { field: 'text', type: 'nominal' },
    },
  };
}

function change(own: readonly Standing[]): string {
  const difference = own.at(-1)!.rank - own[0]!.rank;
  return difference < 0 ? 'rose' : difference > 0 ? 'fell' : 'same rank';
}

/** High enough for names to stand at their ranks, where that is not too high. */
function chartHeight(
  standings: readonly Standing[],
  editions: readonly string[],
  range: number,
  units: number,
): number {
  const ends = [editions[0], editions.at(-1)].map((edition) =>
    standings
      .filter(({ time }) => time === edition)
      .map(({ rank }) => rank)
      .sort((a, b) => a - b),
  );
  const closest = Math.min(
    ...ends.flatMap((ranks) => ranks.slice(1).map((rank, place) => rank - ranks[place]! || Infinity)),
  );
  return Math.max(200, units * rowHeight, Math.min(560, (nameHeight * range) / closest));
}

/** The standings of each unit, first edition first. */
function standingsByUnit(standings: readonly Standing[], editions: readonly string[]): Map<string, Standing[]> {
  const byUnit = new Map<string, Standing[]>();
  for (const standing of standings) {
    const own = byUnit.get(standing.unit) ?? [];
    assertThat(
      own.every(({ time }) => time !== standing.time),
      () =>
        `rankChart requires one rank per unit and edition, got more than one for ${standing.unit} (${standing.time})`,
    );
    byUnit.set(standing.unit, [...own, standing]);
  }
  const place = ({ time }: Standing): number => editions.indexOf(time);
  for (const own of byUnit.values()) own.sort((a, b) => place(a) - place(b));
  return byUnit;
}

function requireEditions(editions: readonly string[], units: ReadonlyMap<string, unknown>): void {
  assertThat(editions.length >= 2, () => `rankChart requires at least two editions, got ${editions.length}`);
  assertThat(
    units.size <= 60,
    () => `rankChart requires at most 60 units, got ${units.size}`,
    'Keep the units that the text is about.',
  );
}
