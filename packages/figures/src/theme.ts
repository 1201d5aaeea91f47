import type { Config } from 'vega-lite';

/** Fonts with Chinese glyphs, by the names they have on Linux, from Google, on macOS and on Windows. */
export const fontStack = 'Noto Sans CJK SC, Noto Sans SC, PingFang SC, Microsoft YaHei, sans-serif';

/** Colours that people with any kind of colour blindness tell apart (Okabe and Ito 2008). */
export const palette: readonly string[] = ['#0072B2', '#D55E00', '#009E73', '#CC79A7', '#E69F00', '#56B4E9', '#000000'];

/** Colours of what is not data. */
export const ink = { strong: '#1F2933', soft: '#5F6B76', faint: '#C9D0D6', grid: '#E8EBEE' } as const;

/** Text sizes in pixels. */
export const fontSize = { title: 15, text: 12, label: 11 } as const;

export const chartConfig: Config = {
  font: fontStack,
  background: 'white',
  padding: 12,
  view: { stroke: null },
  title: {
    anchor: 'start',
    frame: 'bounds',
    color: ink.strong,
    fontSize: fontSize.title,
    fontWeight: 'bold',
    subtitleColor: ink.soft,
    subtitleFontSize: fontSize.text,
    subtitlePadding: 5,
    offset: 14,
  },
  axis: {
    labelColor: ink.soft,
    labelFontSize: fontSize.label,
    titleColor: ink.strong,
    titleFontSize: fontSize.text,
    titleFontWeight: 'normal',
    titlePadding: 10,
    domainColor: ink.faint,
    tickColor: ink.faint,
    gridColor: ink.grid,
  },
  axisQuantitative: { tickCount: 6, labelFlush: false },
  axisBand: {
    labelColor: ink.strong,
    labelFontSize: fontSize.text,
    labelPadding: 6,
    ticks: false,
    domain: false,
    grid: false,
  },
  legend: {
    orient: 'top',
    title: null,
    labelColor: ink.strong,
    labelFontSize: fontSize.text,
    symbolStrokeWidth: 2,
    offset: 8,
  },
  range: { category: [...palette] },
  mark: { color: palette[0]! },
  text: { color: ink.strong, fontSize: fontSize.label },
};
