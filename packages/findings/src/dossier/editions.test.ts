import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readDossier } from '@indexlab/adapters';
import { expect, test } from 'vitest';
import { judgeDossier } from './judge-dossier.js';

/** A dossier of a text with one figure, `total`. */
function write(folder: string, total: string, descriptor: object, claims: string): string {
  mkdirSync(join(folder, 'text'), { recursive: true });
  const resources = [{ name: 'text-figures', path: 'text/text-figures.csv' }];
  writeFileSync(join(folder, 'datapackage.json'), JSON.stringify({ name: 'ports', resources, ...descriptor }));
  const header = 'id,statement,token,printed,unit,qualifier,exact,section,offset';
  writeFileSync(
    join(folder, 'text/text-figures.csv'),
    `${header}\ntotal,The total.,${total},${total},points,none,false,all,1\n`,
  );
  writeFileSync(join(folder, 'claims.yaml'), claims);
  return folder;
}

test("a claim compares a figure with that of another edition's text", () => {
  const folder = mkdtempSync(join(tmpdir(), 'editions-'));
  const own = '- { id: t, says: The total, figure: total, compute: text.total }\n';
  write(join(folder, 'before'), '80.0', {}, own);
  const claims = `
- { id: grew, says: It grew, compute: text.total > text.earlier-total }
- { id: rate, says: It grew by a quarter, printed: 25.0 %, compute: 'growth(text.total, text.earlier-total)' }
- { id: fell, says: It fell, compute: text.total < text.earlier-total, flags: [editions differ] }
`;
  const later = write(join(folder, 'after'), '100.0', { editions: { earlier: '../before' } }, claims);
  const { rows } = judgeDossier(readDossier(later));
  expect(rows.map(({ id, verdict }) => [id, verdict])).toEqual([
    ['ports/grew', 'reproduced'],
    ['ports/rate', 'reproduced'],
    ['ports/fell', 'contradicted'],
  ]);
  expect(JSON.stringify(rows[0])).toContain('earlier-text-figures#1/token');
});
