import { describe, expect, test } from 'vitest';
// Workers load compiled files: the pool under test is the built one.
import { workerPool } from '../dist/index.js';

const module = new URL('../fixtures/batches.mjs', import.meta.url).href;
const batches = Array.from({ length: 7 }, (_, batch) => [
  { seed: 5, draws: [0, 1, 2].map((draw) => 3 * batch + draw) },
]);

describe('workerPool', () => {
  test('the number of workers never shows in the result', async () => {
    const results = await Promise.all(
      [1, 2, 3].map((workers) => workerPool(workers).run({ module, name: 'sums' }, batches)),
    );
    expect(results[1]).toEqual(results[0]);
    expect(results[2]).toEqual(results[0]);
    expect(results[0]!.flat()).toHaveLength(21);
  });

  test('outputs come in the order of the inputs, and progress counts every batch', async () => {
    const seen: number[] = [];
    const pool = workerPool(2);
    const outputs = await pool.run(
      { module, name: 'fails' },
      [[{ at: 0 }], [{ at: 1 }], [{ at: 3 }], [{ at: 4 }]],
      (done) => seen.push(done),
    );
    pool.close();
    expect(outputs).toEqual([0, 1, 3, 4]);
    expect(seen).toEqual([1, 2, 3, 4]);
  });

  test.each([1, 2])('with %i workers a batch that fails is named with its reason', async (workers) => {
    const pool = workerPool(workers);
    await expect(pool.run({ module, name: 'fails' }, [[{ at: 0 }], [{ at: 1 }], [{ at: 2 }]])).rejects.toThrow(
      'batch 3 of 3: batch two is broken',
    );
    pool.close();
  });

  test('one worker computes one batch after the other', async () => {
    expect(await workerPool(1).run({ module, name: 'atOnce' }, [[], [], []])).toEqual([1, 1, 1]);
  });

  test('a function that is not there is named', async () => {
    await expect(workerPool(1).run({ module, name: 'absent' }, [[1]])).rejects.toThrow('exports no function "absent"');
  });

  test('a closed pool runs nothing', async () => {
    const pool = workerPool(2);
    pool.close();
    await expect(pool.run({ module, name: 'sums' }, batches)).rejects.toThrow('got a closed one');
  });

  test('a number of workers that is not positive is refused', () => {
    expect(() => workerPool(0)).toThrow('a positive number of workers, got 0');
  });
});
