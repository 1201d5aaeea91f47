import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadTable } from '@indexlab/adapters';
import { computeLedger, coverage, reports } from '@indexlab/findings';
import { describe, expect, test } from 'vitest';

describe.each(Object.keys(reports))('docs/coverage/%s.md', (report) => {
  test('it is what the ledger and the sentences give', async () => {
    const committed = readFileSync(join(import.meta.dirname, '../../docs/coverage', `${report}.md`), 'utf8');
    expect(coverage(report, await computeLedger(report), (id) => loadTable(id).table)).toBe(committed);
  });
});
