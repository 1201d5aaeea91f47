import { type ChartFigure, textWidth } from '@indexlab/figures';
import type * as Vega from 'vega';
import type { compile as Compile } from 'vega-lite';

interface Libraries {
  readonly vega: typeof Vega;
  readonly compile: typeof Compile;
}

/**
 * A chart as an SVG document, the same text on every machine and every time.
 *
 * Texts are measured as Noto Sans SC, so nothing depends on the fonts that are installed.
 *
 * @throws Error of Vega when a specification made by hand is not valid
 *
 * @example
 * const figure = { kind: 'chart', title: 'A point', subtitle: '', spec: { data: { values: [{ a: 1 }] }, mark: 'point' } };
 * (await renderSvg(figure)).startsWith('<svg') // => true
 */
export async function renderSvg(figure: ChartFigure): Promise<string> {
  const { vega, compile } = await (loading ??= loadVega());
  const draw = async (): Promise<string> => {
    // Identifiers of clips and gradients count on from one picture to the next unless they are set back.
    vega.resetSVGDefIds();
    const view = new vega.View(vega.parse(compile(figure.spec).spec), { renderer: 'none' });
    const svg = await view.toSVG();
    view.finalize();
    return svg;
  };
  const svg = turn.then(draw, draw);
  turn = svg;
  return svg;
}

/** The picture before this one: identifiers are only stable when one is drawn at a time. */
let turn: Promise<unknown> = Promise.resolve();

let loading: Promise<Libraries> | undefined;

/** Vega has a top-level await: imported statically it could not be used in a notebook, which requires its modules. */
async function loadVega(): Promise<Libraries> {
  const [vega, { compile }] = await Promise.all([import('vega'), import('vega-lite')]);
  // Vega's types leave out what its documentation describes.
  const { textMetrics } = vega as unknown as { textMetrics: { width: (item: TextItem, text: unknown) => number } };
  textMetrics.width = (item, text) => {
    const bold = item.fontWeight === 'bold' || Number(item.fontWeight) >= 600;
    const width = textWidth(String(text ?? '').trim(), item.fontSize ?? 11, { bold });
    return item.limit !== undefined && item.limit > 0 ? Math.min(width, item.limit) : width;
  };
  return { vega, compile };
}

interface TextItem {
  readonly fontSize?: number;
  readonly fontWeight?: string | number;
  /** Longest width; Vega cuts the text there. */
  readonly limit?: number;
}
