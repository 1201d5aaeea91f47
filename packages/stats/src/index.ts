export * from './distributions/index.js';
export * from './regression/index.js';
export * from './panel/index.js';
