export * from './distributions/index.js';
