import type { TopLevelSpec } from 'vega-lite';

/** A chart: a Vega-Lite specification that carries its data, and the words that stand for it where no chart can be drawn. */
export interface ChartFigure {
  readonly kind: 'chart';
  readonly title: string;
  readonly subtitle: string;
  readonly spec: TopLevelSpec;
}

/** A table ready to be printed: every cell is text. */
export interface TableFigure {
  readonly kind: 'table';
  /** Empty when the table has none. */
  readonly title: string;
  readonly columns: readonly { readonly title: string; readonly align: 'left' | 'right' }[];
  readonly rows: readonly (readonly string[])[];
  /** Rows that were left out at the end. */
  readonly omitted: number;
}

/** What a notebook shows and a report prints. */
export type Figure = ChartFigure | TableFigure;

/** What every chart takes. */
export interface ChartOptions {
  readonly title: string;
  /** A second line under the title. */
  readonly subtitle?: string;
  /** Width of the plotting area in pixels; 480 by default. */
  readonly width?: number;
}
