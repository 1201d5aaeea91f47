export type { BatchFunction } from './answer.js';
export { workerPool, type WorkerPool } from './worker-pool.js';
