export * from './distributions/index.js';
export * from './regression/index.js';
