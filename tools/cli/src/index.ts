export { run } from './main.js';
export type { Terminal } from './terminal.js';
