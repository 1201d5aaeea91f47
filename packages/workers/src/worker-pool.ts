import { assertThat, IndexlabError } from '@indexlab/core';
import { type Answer, answer, type BatchFunction } from './answer.js';
import { openWorker, type OpenWorker } from './open-worker.js';

export interface WorkerPool {
  /** How many workers it has; 1 computes in place. */
  readonly workers: number;
  /**
   * Computes every batch and gives the outputs in the order of the inputs.
   *
   * @param inputs the arguments of the function, batch by batch
   * @throws IndexlabError with the number of the first batch that failed, and why
   */
  run<Output>(
    task: BatchFunction,
    inputs: readonly (readonly unknown[])[],
    onBatch?: (done: number, all: number) => void,
  ): Promise<Output[]>;
  /** Ends the workers. Idle ones do not keep a Node process alive, so a notebook need not call it. */
  close(): void;
}

/**
 * A pool of workers that stays warm between runs.
 *
 * The batch function must be pure and take everything from its input, random streams included (a seed and the
 * numbers of its draws). Batches are cut by the caller, so the number of workers never shows in a result.
 *
 * @param workers how many; the processors of the machine by default
 * @throws IndexlabError when the number is not a positive whole number
 *
 * @example
 * const pool = workerPool(1);
 * const task = { module: new URL('data:text/javascript,export const twice = (x) => 2 * x').href, name: 'twice' };
 * await pool.run(task, [[1], [2], [3]]) // => [2, 4, 6]
 */
export function workerPool(workers: number = processors()): WorkerPool {
  assertThat(
    Number.isInteger(workers) && workers > 0,
    () => `workerPool requires a positive number of workers, got ${workers}`,
  );
  const idle: OpenWorker[] = [];
  let closed = false;

  const compute = async (worker: OpenWorker | null, task: BatchFunction, input: readonly unknown[]): Promise<Answer> =>
    worker ? worker.ask({ task, input }) : answer({ task, input });

  return {
    workers,
    async run<Output>(
      task: BatchFunction,
      inputs: readonly (readonly unknown[])[],
      onBatch: (done: number, all: number) => void = () => {},
    ) {
      assertThat(!closed, 'WorkerPool.run requires an open pool, got a closed one');
      const outputs = new Array<Output>(inputs.length);
      let next = 0;
      let done = 0;
      const lane = async (): Promise<void> => {
        const worker = workers === 1 ? null : (idle.pop() ?? (await openWorker()));
        while (next < inputs.length) {
          const batch = next;
          next += 1;
          const reply = await compute(worker, task, inputs[batch]!);
          if ('error' in reply) {
            next = inputs.length;
            throw new IndexlabError(`WorkerPool.run failed in batch ${batch + 1} of ${inputs.length}: ${reply.error}`);
          }
          outputs[batch] = reply.output as Output;
          done += 1;
          onBatch(done, inputs.length);
        }
        if (worker && closed) worker.close();
        else if (worker) idle.push(worker);
      };
      await Promise.all(Array.from({ length: Math.min(workers, inputs.length) }, lane));
      return outputs;
    },
    close() {
      closed = true;
      for (const worker of idle.splice(0)) worker.close();
    },
  };
}

function processors(): number {
  return Math.max(1, globalThis.navigator?.hardwareConcurrency ?? 2);
}
