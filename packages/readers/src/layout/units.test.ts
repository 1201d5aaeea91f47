import { describe, expect, test } from 'vitest';
import { readCsv } from '../csv/read-csv.js';
import { isUnit } from './units.js';

const unitsOf = (text: string) => {
  const { table } = readCsv(text);
  return table.columns.map((name) => {
    const column = table.column(name);
    return column.type === 'number' && column.unit !== undefined ? [name, column.unit] : [name];
  });
};

describe('isUnit', () => {
  test.each([
    ...[
      'Mio. EUR',
      'Mrd. €',
      'Tsd.',
      'in 1000',
      'in 1 000',
      '1000 EUR',
      'T€',
      '$bn',
      '£m',
      '€',
      'USD bn',
      'US$ million',
    ],
    ...['亿', '万', '亿元', '人/平方公里', '千公顷', "en milliers d'euros", 'milliers', 'EUR je Einwohner', 'Anzahl'],
    ...['2015=100', 'Index, 2015 = 100', 'current US$', 'per 100,000', 'thousands of persons', '°C', 'mg/L', 'in %'],
  ])('%s is a unit', (text) => expect(isUnit(text)).toBe(true));

  test.each([
    ...[
      'p',
      'a',
      '1',
      'note 1',
      'total',
      'male',
      '15-64',
      '2015',
      'M',
      'K',
      't',
      '1000',
      '10',
      'in',
      'year',
      'in 2019',
    ],
    ...['number of firms', 'count', 'Millionärsdichte', 'Euroraum', '万州', '千岛湖', '100=2015'],
  ])('%s is none', (text) => expect(isUnit(text)).toBe(false));
});

describe('units of a header', () => {
  test('stand in brackets at the end of a name', () => {
    expect(unitsOf('Land;BIP (Mio. EUR);x (Tsd.);y (in 1000);z (vorl.)\nA;1;2;3;4\nB;2;3;4;5\n')).toEqual([
      ['Land'],
      ['BIP', 'Mio. EUR'],
      ['x', 'Tsd.'],
      ['y', 'in 1000'],
      ['z (vorl.)'],
    ]);
  });

  test('stand over several columns, in a merged cell', () => {
    expect(unitsOf('城市,GDP（亿元）,,人口（万人）,\n,2019,2020,2019,2020\n甲,1.5,2.5,3,4\n乙,1.6,2.6,3,5\n')).toEqual([
      ['城市'],
      ['GDP 2019', '亿元'],
      ['GDP 2020', '亿元'],
      ['人口 2019', '万人'],
      ['人口 2020', '万人'],
    ]);
  });

  test('stand in a row of their own below merged names, powers of ten among them', () => {
    const text = 'Land;Bevölkerung;;BIP\n;insgesamt;männlich;\n;1000;Prozent;Mio. EUR\nA;10;50,5;3\nB;20;50,5;4\n';
    expect(unitsOf(text)).toEqual([
      ['Land'],
      ['Bevölkerung insgesamt', '1000'],
      ['Bevölkerung männlich', 'Prozent'],
      ['BIP', 'Mio. EUR'],
    ]);
  });

  test('tell columns apart that have one name', () => {
    expect(unitsOf('Kreis,Bevölkerung,,Fläche\n,Anzahl,%,km²\nA,100,1.5,20\nB,120,2.5,30\n')).toEqual([
      ['Kreis'],
      ['Bevölkerung (Anzahl)', 'Anzahl'],
      ['Bevölkerung (%)', '%'],
      ['Fläche', 'km²'],
    ]);
    expect(unitsOf('city,GDP (EUR),GDP (USD)\nA,1,2\nB,2,3\n').slice(1)).toEqual([
      ['GDP (EUR)', 'EUR'],
      ['GDP (USD)', 'USD'],
    ]);
  });

  test('a row of numbers alone is data', () => {
    expect(unitsOf('city,v,w\n,1000,100\nA,1,2\n')).toEqual([['city'], ['v'], ['w']]);
    expect(readCsv('city,v,w\n,1000,100\nA,1,2\n').table.rowCount).toBe(2);
  });
});
