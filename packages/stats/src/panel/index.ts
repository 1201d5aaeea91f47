export { hausman, type HausmanForm, type HausmanOptions, type HausmanTest } from './hausman.js';
export { type Panel, panel, type PanelMethod, type PanelOptions } from './panel.js';
export type { VarianceComponents } from './random-effects.js';
