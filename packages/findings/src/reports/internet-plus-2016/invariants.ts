import { type PrintedNumber, printedNumber, type Table } from '@indexlab/core';
import { descending } from '../../checks/descending.js';
import { sameOrder } from '../../checks/lists.js';
import { ratio } from '../../checks/ratio.js';
import { sum } from '../../checks/sum.js';
import { type Cell, Evidence } from '../../ledger/evidence.js';
import type { Statement } from '../../ledger/statement.js';
import { invariant, named, slugOf, table, topTenOf } from './claim.js';
import { tableLocator } from './table-locator.js';

/** Ranked lists: the table, its title, and how many rows it says that it has. */
const rankedLists = [
  ['cities', 351],
  ['total', 100],
  ['base', 100],
  ['industry', 100],
  ['innovation', 100],
  ['smart-city', 100],
  ['base-50', 50],
  ['industry-50', 50],
  ['innovation-50', 50],
  ['retail', 100],
  ['finance', 100],
  ['transport-logistics', 100],
  ['catering-accommodation', 100],
  ['tourism', 100],
  ['life-services', 100],
  ['province-industry', 31],
] as const;

/** Beijing, Tianjin, Shanghai and Chongqing. */
const municipalities = ['110000', '120000', '310000', '500000'];

/**
 * Generated from the tables: parts that do not exceed their whole, ratios that follow from the numbers beside them.
 */
export function tableInvariants(load: (id: string) => Table): Statement[] {
  const places = (name: string): string[] => new Evidence(load).places(table(name));
  return [
    invariant('sum-cities', {
      statement: 'The totals of the 351 cities sum to 100, as section 3.2 defines the index',
      printed: printedNumber('100', { unit: '%', exact: true }),
      locator: 'chapter 1, section 3.2; offset 21678',
      compute: (evidence) => sum(evidence.column(table('cities'), 'index')),
      class: 'definition',
      means:
        'Section 3.2 divides every indicator by its sum over the sample cities, so any weighted mean of them sums to 100 over these cities. The printed totals do not: part of what they are shares of belongs to no city of the appendix.',
    }),
    ...rankedLists
      .filter(([, rows]) => rows === 100 || rows === 50)
      .map(([name]) =>
        invariant(`part-of-whole-${name}`, {
          statement: `The list ${name} sums to no more than the national total of 100`,
          printed: printedNumber('100', { unit: '%', exact: true, qualifier: 'at-most' }),
          locator: 'chapter 1, section 3.2; offset 21678',
          compute: (evidence) => sum(evidence.column(table(name), 'index')),
          class: 'arithmetic',
          means: 'A list of shares of one total exceeds it.',
        }),
      ),
    ...places('province-gdp-shares').map((place) =>
      invariant(`gdp-ratio-${slugOf(place)}`, {
        statement: `The ratio of ${named(place)} is its share of the index over its share of GDP`,
        printed: (evidence) => roundedCell(evidence.at(table('province-gdp-shares'), place, 'ratio'), 'times'),
        locator: 'core views; offset 8903',
        compute: (evidence) =>
          ratio(
            [evidence.at(table('province-gdp-shares'), place, 'share')],
            [evidence.at(table('province-gdp-shares'), place, 'gdpShare')],
          ),
        class: 'arithmetic',
        means: 'The printed ratio does not follow from the two shares beside it.',
      }),
    ),
    invariant('gdp-ratio-order', {
      statement: 'The nine provinces stand in the order of their ratios',
      printed: 'falling ratios',
      locator: 'core views; offset 8903',
      compute: (evidence) =>
        descending(
          evidence.column(table('province-gdp-shares'), 'ratio'),
          evidence.places(table('province-gdp-shares')).map(named),
        ),
      class: 'order',
      means: 'The rows do not fall with the ratio.',
    }),
    invariant('leapfrog-gdp-order', {
      statement: 'The cities ahead of their GDP rank stand in the order of their leads',
      printed: 'falling leads',
      locator: 'executive summary; offset 13289',
      compute: (evidence) =>
        descending(evidence.column(table('leapfrog-gdp'), 'lead'), evidence.places(table('leapfrog-gdp')).map(named)),
      class: 'order',
      means: 'The rows do not fall with the lead.',
    }),
    ...municipalities.map((place) =>
      invariant(`municipality-${slugOf(place)}`, {
        statement: `${named(place)} has one industry value as a city and as a province`,
        printed: 'one value',
        locator: tableLocator('province-industry'),
        compute: (evidence) => {
          const [asProvince, asCity] = ['province-industry', 'industry'].map((name) =>
            evidence.at(table(name), place, 'index'),
          );
          const equal = asProvince!.interval.meets(asCity!.interval);
          return {
            holds: equal ? 'always' : 'never',
            text: `${asProvince!.token} as a province, ${asCity!.token} as a city`,
          };
        },
        means:
          'One area, two values: the tables of provinces and of cities were not computed on one basis, and the report does not say how they differ.',
        flags: ['not like for like'],
      }),
    ),
    ...topTenInvariants(load),
  ];
}

/** The tables of top tens are printed more than once, and six of their columns have lists of a hundred as well. */
function topTenInvariants(load: (id: string) => Table): Statement[] {
  const printings = [
    ['top-ten-industries-chapter-3', 'industry', ['top-ten-industries-front', 'top-ten-industries-summary']],
    ['top-ten-services-chapter-5', 'service', ['top-ten-services-summary']],
  ] as const;
  const lists = ['retail', 'finance', 'transport-logistics', 'catering-accommodation', 'tourism', 'life-services'];
  const ten = (evidence: Evidence, tops: string, column: 'industry' | 'service', key: string): string[] =>
    topTenOf(evidence, tops, column, key).map(named);
  return [
    ...printings.flatMap(([original, column, copies]) =>
      [...new Set(load(table(original)).texts(column).values)].flatMap((key) =>
        copies.map((copy) =>
          invariant(`same-${copy}-${key}`, {
            statement: `The ten leading cities of ${key} are the same in ${copy} and ${original}`,
            printed: 'the same ten cities in the same order',
            locator: tableLocator(copy),
            compute: (evidence) => sameOrder(ten(evidence, copy, column, key!), ten(evidence, original, column, key!)),
            class: 'table against table',
            means: 'Two printings of one table of top tens differ.',
          }),
        ),
      ),
    ),
    ...lists.map((list) =>
      invariant(`top-ten-of-${list}`, {
        statement: `The ten leading cities of ${list} in the table of top tens are the first ten of its list of a hundred`,
        printed: 'the same ten cities in the same order',
        locator: tableLocator('top-ten-industries-chapter-3'),
        compute: (evidence) =>
          sameOrder(
            ten(evidence, 'top-ten-industries-chapter-3', 'industry', list),
            evidence.places(table(list), 1, 10).map(named),
          ),
        class: 'table against table',
        means: 'The table of top tens and the list of a hundred rank cities differently.',
      }),
    ),
  ];
}

function roundedCell({ token }: Cell, unit: string): PrintedNumber {
  return printedNumber(token, { unit });
}
