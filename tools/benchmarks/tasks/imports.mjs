// What it costs to import a package, in a fresh process.
const cold = (name, load) => ({ name: `import of ${name}`, coldOnly: true, run: () => load().then(() => 0) });

export const tasks = [
  cold('@indexlab/core', () => import('../../../packages/core/dist/index.js')),
  cold('@indexlab/stats', () => import('../../../packages/stats/dist/index.js')),
  cold('@indexlab/index-engine', () => import('../../../packages/index-engine/dist/index.js')),
];
