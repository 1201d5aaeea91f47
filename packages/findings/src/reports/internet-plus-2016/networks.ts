import { gazetteer } from '@indexlab/adapters';
import { claim, type ClaimMaker, table } from './claim.js';
import { hubAndSpoke } from './hub-and-spoke.js';

const networks = [
  ['retail', 'retail'],
  ['transport', 'transport-logistics'],
  ['catering', 'catering-accommodation'],
  ['tourism', 'tourism'],
  ['life-services', 'life-services'],
  ['finance', 'finance'],
] as const;

/** The networks that the report draws between the cities of six industries, by its own rule (chapter 3, section 3). */
export const networkClaims: readonly ClaimMaker[] = [
  ...networks.map(([name, list]) =>
    claim(`network-${name}`, {
      statement: `The ${name} network (轴辐式脉络图) joins 46 cities: 16 cores at ranks 5 to 20 and 30 nodes at ranks 21 to 50, inside the seven regions`,
      printed: '16 cores and 30 nodes',
      locator: `chapter 3, section 3; table ${list}`,
      at: { table: list },
      alsoAt: [`${name}-core-ranks`, `${name}-node-ranks`, `${name}-excluded`, `${name}-network-rank`],
      compute: (evidence) => {
        const places = evidence.places(table(list), 5, 50);
        const ranks = evidence.column(table(list), 'rank', 5, 50).map(({ value }) => value.toNumber());
        const regions = hubAndSpoke(
          places.map((place, index) => ({
            place,
            rank: ranks[index]!,
            region: gazetteer().classOf(place, 'seven-regions'),
          })),
        );
        const missing = Array.from({ length: 46 }, (_, at) => at + 5).filter((rank) => !ranks.includes(rank)).length;
        const cores = regions.flatMap((region) => region.cores).length;
        const nodes = regions.flatMap((region) => region.nodes).length;
        const text = regions
          .map((region) => `${region.region} ${region.cores.length}+${region.nodes.length}`)
          .join(', ');
        return {
          holds:
            cores === 16 && nodes === 30
              ? 'always'
              : cores + nodes + missing === 46 && cores <= 16 && nodes <= 30
                ? 'possibly'
                : 'never',
          text: `${cores} cores and ${nodes} nodes: ${text}`,
          partial: nodes < 30,
        };
      },
      reason: 'Where the printed list lacks a rank between 5 and 50, its city cannot be placed.',
    }),
  ),
];
