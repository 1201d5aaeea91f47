import { type PrintedNumber, printedNumber, type Table } from '@indexlab/core';
import { descending } from '../../checks/descending.js';
import { ratio } from '../../checks/ratio.js';
import { type Cell, Evidence } from '../../ledger/evidence.js';
import type { Statement } from '../../ledger/statement.js';
import { invariant, named, slugOf, table } from './claim.js';

/**
 * Generated from the tables: ratios that follow from the numbers beside them.
 */
export function tableInvariants(load: (id: string) => Table): Statement[] {
  const places = (name: string): string[] => new Evidence(load).places(table(name));
  return [
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
  ];
}

function roundedCell({ token }: Cell, unit: string): PrintedNumber {
  return printedNumber(token, { unit });
}
