import { cellToken } from '@indexlab/core';
import { describe, expect, test } from 'vitest';
import { readTable } from '../read-table.js';

describe('readTable on what statistical offices give', () => {
  const tsv = 'freq,geo\\TIME_PERIOD\t2019 \t2020 \nA,AT\t12.30 p\t: \nA,EU27_2020\t: c\t-0.5bd\n';

  test("reads Eurostat's TSV as a long table with flags", () => {
    const { table, report } = readTable(tsv);
    expect(table.toRows()).toEqual([
      { freq: 'A', geo: 'AT', TIME_PERIOD: 2019, value: 12.3, 'value flag': 'p' },
      { freq: 'A', geo: 'AT', TIME_PERIOD: 2020, value: null, 'value flag': null },
      { freq: 'A', geo: 'EU27_2020', TIME_PERIOD: 2019, value: null, 'value flag': 'c' },
      { freq: 'A', geo: 'EU27_2020', TIME_PERIOD: 2020, value: -0.5, 'value flag': 'bd' },
    ]);
    expect([report.format, report.rowsIn, cellToken(table.numbers('value'), 0)]).toEqual(['eurostat-tsv', 4, '12.30']);
    expect(report.notes).toContainEqual(expect.objectContaining({ rule: 'flag', value: 'bd, c, p', count: 3 }));
  });

  test('keeps times that are no years, and names the line of a cell or a row that is none', () => {
    expect(readTable('geo\\time\t2019M01\nAT\t1\n').table.texts('time').values).toEqual(['2019M01']);
    expect(() => readTable('geo\\time\t2019\t2020\nAT\t1\tn/a\n')).toThrow('got "n/a" (line 2, column 2020)');
    expect(() => readTable('geo,x\\time\t2019\nAT\t1\n')).toThrow(
      'requires 2 codes and 1 cells in each line, got 1 and 1 (line 2)',
    );
  });

  test('reads it as any other text when told to', () => {
    expect(readTable(tsv, { layout: 'plain', delimiter: '\t' }).report.format).toBe('csv');
  });

  test('reads SDMX-CSV 1.0 as it is, totals included, with the status as flag', () => {
    const { table, report } = readTable(
      'DATAFLOW,LAST UPDATE,geo,TIME_PERIOD,OBS_VALUE,OBS_FLAG\nESTAT:X(1.0),01/02/23,Total,2020,1.50,\nESTAT:X(1.0),01/02/23,01,2021,,p\n',
    );
    expect(table.toRows()).toEqual([
      {
        DATAFLOW: 'ESTAT:X(1.0)',
        'LAST UPDATE': '01/02/23',
        geo: 'Total',
        TIME_PERIOD: 2020,
        OBS_VALUE: 1.5,
        'OBS_VALUE flag': null,
      },
      {
        DATAFLOW: 'ESTAT:X(1.0)',
        'LAST UPDATE': '01/02/23',
        geo: '01',
        TIME_PERIOD: 2021,
        OBS_VALUE: null,
        'OBS_VALUE flag': 'p',
      },
    ]);
    expect([report.format, cellToken(table.numbers('OBS_VALUE'), 0)]).toEqual(['sdmx-csv', '1.50']);
  });

  test('reads SDMX-CSV 2.0, with semicolons, and codes with labels as two columns', () => {
    const { table } = readTable(
      'STRUCTURE;STRUCTURE_ID;ACTION;FREQ: Frequency;OBS_VALUE: Value;OBS_STATUS: Status\ndataflow;OECD:A(1.0);I;A: Annual;NaN;M: Missing\n',
    );
    expect(table.toRows()).toEqual([
      {
        STRUCTURE: 'dataflow',
        STRUCTURE_ID: 'OECD:A(1.0)',
        ACTION: 'I',
        FREQ: 'A',
        'FREQ label': 'Annual',
        OBS_VALUE: null,
        'OBS_VALUE flag': 'M',
        'OBS_STATUS label': 'Missing',
      },
    ]);
  });
});
