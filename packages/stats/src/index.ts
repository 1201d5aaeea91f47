export * from './distributions/index.js';
export * from './clusters/index.js';
