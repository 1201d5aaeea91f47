export * from './distributions/index.js';
export * from './moderation/index.js';
export * from './panel/index.js';
export * from './regression/index.js';
