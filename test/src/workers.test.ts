import { loadTable } from '@indexlab/adapters';
import { giniBootstrapBatch } from '@indexlab/stats';
import { workerPool } from '@indexlab/workers';
import { describe, expect, test } from 'vitest';

const sizes = loadTable('internet-plus-2016/cities').table.numbers('index').values.slice().sort();
const batch = { module: import.meta.resolve('@indexlab/stats'), name: 'giniBootstrapBatch' };
const batches = Array.from({ length: 10 }, (_, index) => [{ sizes, seed: 7 }, 100 * index, 100]);

describe('resampling on several cores', () => {
  test('one, two and three workers give the resamples of one thread', async () => {
    const single = giniBootstrapBatch({ sizes, seed: 7 }, 0, 1000);
    for (const workers of [1, 2, 3]) {
      const pool = workerPool(workers);
      const parts = await pool.run<Float64Array>(batch, batches);
      pool.close();
      expect(Float64Array.from(parts.flatMap((part) => [...part]))).toEqual(single);
    }
  });
});
