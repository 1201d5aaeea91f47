export * from './clusters/index.js';
export * from './descriptive/index.js';
export * from './distributions/index.js';
export * from './moderation/index.js';
export * from './panel/index.js';
export * from './regression/index.js';
export * from './regression-table/index.js';
export * from './tests/index.js';
