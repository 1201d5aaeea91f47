import { describe, expect, test } from 'vitest';
import { changedRows } from './committed-ledger.js';
import { raised, spoilt } from './changed-tables.testing.js';
import { computeLedger } from './compute-ledger.js';

const report = 'internet-plus-2016';

describe('the whole ledger of the 2016 report, computed again with another cell', () => {
  test('a digit changed in base-50, row 40, changes exactly the rows whose inputs hold that cell', async () => {
    const before = new Map((await computeLedger(report)).map((row) => [row.id, row]));
    const after = await computeLedger(report, raised(`${report}/base-50`, 40, 'index'));
    const wanted = [...before.values()].filter(({ inputs }) => inputs.includes(`${report}/base-50#40/index`));
    const changed = after.filter((row) => JSON.stringify(before.get(row.id)) !== JSON.stringify(row));
    expect(changed.map(({ id }) => id)).toEqual(wanted.map(({ id }) => id));
    expect(wanted).not.toEqual([]);
  });

  test('a column that is wrong turns the claims that read it, and the ledger is computed all the same', async () => {
    const rows = await computeLedger(report, spoilt(`${report}/total`));
    const sum = rows.find(({ id }) => id === `${report}/leading-four-total`)!;
    expect(sum).toMatchObject({ verdict: 'contradicted', class: 'text against table' });
    expect(changedRows(rows, report)).toContain(sum.id);
  });
});
