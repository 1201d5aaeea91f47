export { renderSvg } from './render-svg.js';
export { renderPng } from './render-png.js';
export { renderHtml } from './render-html.js';
export { rendersChinese } from './renders-chinese.js';
export type { Png } from './rasterize.js';
