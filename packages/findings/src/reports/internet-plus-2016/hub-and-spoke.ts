import { assertThat } from '@indexlab/core';

/** A ranked city in its region. */
export interface RankedCity {
  readonly place: string;
  readonly rank: number;
  readonly region: string;
}

/** One region's network: which cities are joined, and as what. */
export interface RegionNetwork {
  readonly region: string;
  /** Cities ranked 5 to 20. */
  readonly cores: readonly string[];
  /** Cities ranked 21 to 50. */
  readonly nodes: readonly string[];
  readonly links: readonly { readonly from: string; readonly to: string; readonly kind: 'core' | 'node' }[];
}

/**
 * Hub-and-spoke networks (轴辐式) by the rule of the 2016 report: the four leading cities are left out, cities
 * ranked 5 to 20 are cores, cities ranked 21 to 50 are nodes; inside each region cores are joined with cores,
 * and nodes with nodes and with cores.
 *
 * The sentence that says so divides the country into regions before it, and does not say whether cores of different regions are joined,
 * too: `cores: 'country'` is that reading. Either is a rule of drawing on ranks: no flow between two cities is measured, and a link says
 * nothing but where both rank.
 *
 * A region without a core has no hub; its nodes are joined with one another all the same.
 *
 * @param cities the ranking, in any order
 * @param options `cores`: whether cores are joined inside their `region` (the default) or in the whole `country`; a link between regions
 *   stands with that of the better city
 * @returns one network per region that has a core or a node, in the order of the regions' best city
 * @throws IndexlabError when two cities share a rank from 5 to 50, so that the rule does not say which is which
 *
 * Source: China "Internet Plus" Index 2016, chapter 3, section 3.3.
 *
 * @example
 * const cities = [{ place: 'a', rank: 5, region: 'east' }, { place: 'b', rank: 21, region: 'east' }, { place: 'c', rank: 4, region: 'east' }];
 * hubAndSpoke(cities)
 * // => [{ region: 'east', cores: ['a'], nodes: ['b'], links: [{ from: 'a', to: 'b', kind: 'node' }] }]
 */
export function hubAndSpoke(
  cities: readonly RankedCity[],
  options: { readonly cores?: 'region' | 'country' } = {},
): RegionNetwork[] {
  const { cores: reach = 'region' } = options;
  assertThat(
    reach === 'region' || reach === 'country',
    () => `hubAndSpoke requires cores to be joined in the region or the country, got ${JSON.stringify(reach)}`,
  );
  const joined = cities.filter(({ rank }) => rank >= 5 && rank <= 50).sort((a, b) => a.rank - b.rank);
  const shared = joined.find(({ rank }, index) => joined[index + 1]?.rank === rank);
  assertThat(shared === undefined, () => `hubAndSpoke requires each rank from 5 to 50 once, got ${shared!.rank} twice`);
  return [...new Set(joined.map(({ region }) => region))].map((region) => {
    const members = joined.filter((city) => city.region === region);
    const links = members.flatMap((from) =>
      joined
        .filter((to) => to.rank > from.rank && isJoined(from, to, reach))
        .map((to) => ({
          from: from.place,
          to: to.place,
          kind: isCore(from) && isCore(to) ? ('core' as const) : ('node' as const),
        })),
    );
    return {
      region,
      cores: members.filter(isCore).map(({ place }) => place),
      nodes: members.filter((city) => !isCore(city)).map(({ place }) => place),
      links,
    };
  });
}

function isCore({ rank }: RankedCity): boolean {
  return rank <= 20;
}

function isJoined(from: RankedCity, to: RankedCity, reach: 'region' | 'country'): boolean {
  return from.region === to.region || (reach === 'country' && isCore(from) && isCore(to));
}
