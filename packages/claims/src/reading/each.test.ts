import { describe, expect, test } from 'vitest';
import { world } from '../../test/harbour.js';
import { readClaims } from '../index.js';

describe('each over the rows of a table', () => {
  test('names the unit of a row in full and in an id', () => {
    const yaml =
      "- id: 'x-{slug}'\n  says: '{unit} grew'\n  each: ports[1 to 2]\n  compute: ports[{port}].growth > 0\n";
    const { claims } = readClaims(yaml, 'c.yaml', world().tables, new Map(), (key) => `Port of ${key}é 港`);
    expect(claims.map(({ id, says, compute }) => [id, says, compute!.text])).toEqual([
      ['x-port-of-arne', 'Port of Arné 港 grew', 'ports[Arn].growth > 0'],
      ['x-port-of-belme', 'Port of Belmé 港 grew', 'ports[Belm].growth > 0'],
    ]);
  });
});
