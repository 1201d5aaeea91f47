import { Exact, Interval, maximum, minimum, type PrintedNumber, printedNumber, type Table } from '@indexlab/core';
import { exactValue } from '../../checks/exact-value.js';
import { decided, sameMembers } from '../../checks/lists.js';
import { sum } from '../../checks/sum.js';
import { type Cell, Evidence } from '../../ledger/evidence.js';
import type { ComputedNumber, Statement } from '../../ledger/statement.js';
import {
  city,
  claim,
  type ClaimMaker,
  invariant,
  named,
  province,
  provinceOf,
  rankOf,
  slugOf,
  table,
} from './claim.js';

const base = table('leapfrog-base');
const gdp = table('leapfrog-gdp');
const smart = table('leapfrog-smart-city');

const baseLeads = [
  ['industryLead', 'industry'],
  ['innovationLead', 'innovation'],
  ['smartCityLead', 'smart-city'],
] as const;
const smartLeads = [
  ['baseLead', 'base'],
  ['industryLead', 'industry'],
  ['innovationLead', 'innovation'],
] as const;

/** Claims about leapfrogging cities (黑马城市) in sentences. */
export const leapfrogClaims: readonly ClaimMaker[] = [
  claim('leapfrog-base-count', {
    statement: 'Thirteen cities are ahead of their base rank in all three other sub-indices',
    figure: 'leapfrog-base-count',
    compute: (evidence) => exactValue(evidence.places(base).length),
  }),
  claim('leapfrog-base-over-20', {
    statement: 'Each of the 13 cities is more than 20 ranks ahead of its base rank in each of the three sub-indices',
    figure: 'leapfrog-base-threshold',
    compute: (evidence) =>
      exactValue(
        Math.min(
          ...baseLeads.flatMap(([column]) => evidence.column(base, column).map(({ value }) => value.toNumber())),
        ),
      ),
    reason: 'The smallest lead of the table.',
  }),
  claim('leapfrog-gdp-count', {
    statement: 'Twenty cities are listed as furthest ahead of their GDP rank',
    figure: 'leapfrog-gdp-count',
    compute: (evidence) => exactValue(evidence.places(gdp).length),
  }),
  ...(
    [
      ['佳木斯', '黑龙江'],
      ['三亚', '海南'],
      ['喀什', '新疆'],
    ] as const
  ).map(([name, within]) =>
    claim(`leapfrog-gdp-reach-${slugOf(city(name))}`, {
      statement: `${named(city(name))} in ${named(province(within))} is among the 20 cities furthest ahead of their GDP rank`,
      printed: 'in the list',
      locator: 'executive summary; offset 13241',
      compute: (evidence) => {
        const places = evidence.places(gdp);
        return decided(
          places.includes(city(name)) && provinceOf(city(name)) === province(within),
          `row ${places.indexOf(city(name)) + 1}`,
        );
      },
    }),
  ),
  claim('leapfrog-smart-deyang-over-100', {
    statement: 'Deyang (德阳) is more than 100 ranks ahead of its base, industry and innovation ranks',
    figure: 'smart-city-deyang-lead',
    alsoAt: ['smart-city-core-deyang-lead'],
    compute: (evidence) =>
      exactValue(Math.min(...smartLeads.map(([column]) => evidence.at(smart, city('德阳'), column).value.toNumber()))),
  }),
  claim('leapfrog-smart-deyang-not-listed', {
    statement:
      "Deyang's leads of 112, 107 and 221 put it behind rank 100 in base, industry and innovation, so it is in none of these lists",
    printed: 'in none of the three lists',
    locator: 'chapter 5, section 1.3; offset 52069',
    compute: (evidence) => {
      const listed = smartLeads
        .filter(([, list]) => evidence.places(table(list)).includes(city('德阳')))
        .map(([, list]) => list);
      return decided(listed.length === 0, listed.length === 0 ? 'in none' : `in ${listed.join(', ')}`);
    },
  }),
  claim('leapfrog-smart-deyang-largest', {
    statement: 'Deyang is the largest leapfrogging city of the smart-city list (最大黑马城市)',
    printed: 'largest',
    locator: 'chapter 5, section 1.3; offset 52102',
    alsoAt: ['chapter 5; offset 50411'],
    compute: (evidence) => {
      const leadOf = (row: number): number[] =>
        smartLeads.map(([column]) => evidence.cell(smart, row, column).value.toNumber());
      const places = evidence.places(smart);
      const largest = (measure: (leads: number[]) => number): string => {
        const values = places.map((_, index) => measure(leadOf(index + 1)));
        return named(places[values.indexOf(Math.max(...values))]!);
      };
      const total = largest((leads) => leads.reduce((a, b) => a + b, 0));
      const smallest = largest((leads) => Math.min(...leads));
      // By every measure of lead that the table prints; a rank is no lead.
      const leads = [total, smallest, ...smartLeads.map((_, at) => largest((all) => all[at]!))];
      const deyang = named(city('德阳'));
      const ahead = leads.filter((name) => name === deyang).length;
      return {
        holds: ahead === leads.length ? 'always' : ahead > 0 ? 'possibly' : 'never',
        text: `largest sum of leads: ${total}; largest smallest lead: ${smallest}; best smart-city rank: ${named(places[0]!)}`,
      };
    },
    reason: 'The report gives no measure; each lead, their sum and the smallest of them are tried.',
    class: 'text against table',
    means: 'Another city leads by every lead that the table prints; Deyang is first only by its smart-city rank.',
    flags: ['true but empty'],
  }),
];

/** Generated: each printed lead against the ranks of the lists, each printed difference against its parts. */
export function leapfrogInvariants(load: (id: string) => Table): Statement[] {
  const rows = (id: string): string[] => new Evidence(load).places(id);
  return [
    ...rows(base).flatMap((place) =>
      baseLeads.map(([column, list]) =>
        invariant(`leapfrog-base-${slugOf(place)}-${list}`, {
          statement: `${named(place)} is ahead of its base rank by the printed number of places in ${list}`,
          printed: (evidence) => exactCell(evidence.at(base, place, column)),
          locator: 'executive summary; offset 12861',
          compute: (evidence) => lead(rankAt(evidence, 'base', place), rankAt(evidence, list, place)),
          class: 'table against table',
          reason:
            'Base rank minus the other rank, from the lists of a hundred; a city that a list does not name stands behind its last rank.',
        }),
      ),
    ),
    ...rows(base).map((place) =>
      invariant(`leapfrog-base-${slugOf(place)}-one-rank`, {
        statement: `The three printed leads of ${named(place)} fit one base rank`,
        printed: 'one base rank',
        locator: 'executive summary; offset 12861',
        compute: (evidence) =>
          oneRank(
            baseLeads.map(([column, list]) =>
              addTo(rankAt(evidence, list, place), evidence.at(base, place, column).value),
            ),
            rankAt(evidence, 'base', place),
          ),
        class: 'table against table',
        reason:
          'Each lead added to its own rank gives the base rank; the three must agree with each other and with the base list.',
      }),
    ),
    ...rows(gdp).map((place) =>
      invariant(`leapfrog-gdp-${slugOf(place)}`, {
        statement: `The lead of ${named(place)} is its GDP rank minus its combined rank`,
        printed: (evidence) => exactCell(evidence.at(gdp, place, 'lead')),
        locator: 'executive summary; offset 13289',
        compute: (evidence) => sum([evidence.at(gdp, place, 'gdpRank')], [evidence.at(gdp, place, 'combinedRank')]),
        class: 'arithmetic',
        means: 'The printed lead is not the difference of the two printed ranks beside it.',
      }),
    ),
    ...rows(smart).flatMap((place) => [
      invariant(`leapfrog-smart-${slugOf(place)}-rank`, {
        statement: `The smart-city rank of ${named(place)} is the one of the list`,
        printed: (evidence) => exactCell(evidence.at(smart, place, 'smartCityRank')),
        locator: 'chapter 5, section 1.3; offset 52416',
        compute: (evidence) => rankAt(evidence, 'smart-city', place),
        class: 'table against table',
        means: 'The table of leapfrogging cities and the list of a hundred print different ranks.',
      }),
      ...smartLeads.map(([column, list]) =>
        invariant(`leapfrog-smart-${slugOf(place)}-${list}`, {
          statement: `The smart-city rank of ${named(place)} is ahead of its ${list} rank by the printed number of places`,
          printed: (evidence) => exactCell(evidence.at(smart, place, column)),
          locator: 'chapter 5, section 1.3; offset 52416',
          compute: (evidence) => lead(rankAt(evidence, list, place), rankAt(evidence, 'smart-city', place)),
          class: 'table against table',
          reason:
            'The other rank minus the smart-city rank, from the lists of a hundred; a city that a list does not name stands behind its last rank.',
        }),
      ),
    ]),
    invariant('leapfrog-both-lists-base-ranks', {
      statement: 'Cities in both tables of leapfrogging cities have one lead of smart-city over base',
      printed: 'one lead',
      locator: 'executive summary; offset 12861',
      compute: (evidence) => {
        const both = evidence.places(base).filter((place) => evidence.places(smart).includes(place));
        const differing = both.filter(
          (place) =>
            !evidence.at(base, place, 'smartCityLead').value.equals(evidence.at(smart, place, 'baseLead').value),
        );
        return sameMembers(both.map(named), both.filter((place) => !differing.includes(place)).map(named));
      },
      class: 'table against table',
      means: 'Two tables print the same lead differently.',
    }),
  ];
}

/** A printed count or rank. */
function exactCell({ token }: Cell): PrintedNumber {
  return printedNumber(token, { exact: true });
}

/** The rank of a place in a list of a hundred: exact where listed, else between 101 and the number of cities. */
function rankAt(evidence: Evidence, list: string, place: string): ComputedNumber {
  const rank = rankOf(evidence, list, place);
  if (rank.value !== null) return rank;
  return {
    value: null,
    bounds: new Interval(rank.bounds.lower, Exact.fromNumber(evidence.rowCount(table('cities')))),
    partial: true,
  };
}

function lead(from: ComputedNumber, to: ComputedNumber): ComputedNumber {
  return {
    value: from.value && to.value && from.value.minus(to.value),
    bounds: from.bounds.minus(to.bounds),
    partial: from.value === null || to.value === null,
  };
}

function addTo(rank: ComputedNumber, places: Exact): Interval {
  return rank.bounds.plus(Interval.point(places));
}

/** Whether intervals of one rank have a value in common. */
function oneRank(implied: readonly Interval[], listed: ComputedNumber) {
  const all = [...implied, listed.bounds];
  const lower = maximum(...(all.map(({ lower }) => lower!) as [Exact, ...Exact[]]));
  const upper = minimum(...(all.map(({ upper }) => upper!) as [Exact, ...Exact[]]));
  const holds = lower.compare(upper) <= 0;
  const exact = lower.equals(upper);
  const text = holds
    ? exact
      ? `base rank ${lower}`
      : `a base rank from ${lower} to ${upper}`
    : `implied base ranks ${all.join(', ')}`;
  return { holds: holds ? ('always' as const) : ('never' as const), text, partial: !exact };
}
