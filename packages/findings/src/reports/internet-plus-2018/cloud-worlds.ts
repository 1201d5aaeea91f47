import type { Dossier } from '@indexlab/adapters';
import { randomSource, type Table } from '@indexlab/core';
import { regress } from '@indexlab/stats/regression';
import { committedSimulations } from '../../simulated/simulate-dossier.js';

/** Cities of two years in one world: points of the parts of economy, and logits of the shares that they were drawn under. */
export interface CloudCities {
  readonly place: readonly string[];
  readonly tier: readonly string[];
  readonly cloud2016: Float64Array;
  readonly industry2016: Float64Array;
  readonly industry2017: Float64Array;
  /** Industry within economy, and cloud within what is left of it. */
  readonly industryShare2016: Float64Array;
  readonly industryShare2017: Float64Array;
  readonly cloudShare2016: Float64Array;
  /** Points of economy, which no world changes. */
  readonly economy2016: Float64Array;
  readonly economy2017: Float64Array;
}

const economyParts = ['cloud', 'enterprise-wechat', 'industry'];

/**
 * Cities of the 2018 report, simulated, in a world where cloud use raises industry a year later by `effect`, and in one with an
 * effect of 0 where it does not: only the shares of the parts within each city's economy are drawn. The report prints economy
 * and its sums by tier, and no part of it, so that everything printed holds in both.
 */
export function cloudCities(dossier: Dossier, { effect, seed }: { effect: number; seed: number }): CloudCities {
  return worldOf(citiesOf(dossier), effect, seed);
}

type Economies = Pick<CloudCities, 'place' | 'tier' | 'economy2016' | 'economy2017'>;

function citiesOf(dossier: Dossier): Economies {
  const tables = committedSimulations(dossier);
  const table = (id: string) => tables.find(({ plan }) => plan.id === id)!.table;
  const economy = (own: Table) => {
    const parts = economyParts.map((name) => own.numbers(name).values);
    return Float64Array.from(parts[0]!, (_, row) => parts.reduce((sum, part) => sum + part[row]!, 0));
  };
  const [before, after] = [table('cities-2016'), table('cities-2017')];
  const names = (column: string) => before.texts(column).values.map((text) => text ?? '');
  return { place: names('place'), tier: names('tier'), economy2016: economy(before), economy2017: economy(after) };
}

function worldOf(cities: Economies, effect: number, seed: number): CloudCities {
  const random = randomSource(seed);
  const draw = () => Float64Array.from(cities.place, () => 0.5 * random.normal());
  const [cloud, industry, later] = [draw(), draw(), draw()];
  const after = industry.map((value, row) => 0.7 * value + effect * cloud[row]! + later[row]!);
  const part = (logit: number) => 1 / (1 + Math.exp(-logit));
  const industry2016 = industry.map((logit, row) => cities.economy2016[row]! * part(logit));
  return {
    ...cities,
    industry2016,
    industry2017: after.map((logit, row) => cities.economy2017[row]! * part(logit)),
    cloud2016: cloud.map((logit, row) => (cities.economy2016[row]! - industry2016[row]!) * part(logit)),
    industryShare2016: industry,
    industryShare2017: after,
    cloudShare2016: cloud,
  };
}

/** How a regression looks for the effect of cloud use on industry. */
export const cloudDesigns = {
  'points, with lag': { outcome: 'industry2017', formula: 'y ~ cloud2016', cause: 'cloud2016' },
  'differences of points': { outcome: 'pointDifference', formula: 'y ~ cloud2016', cause: 'cloud2016' },
  'shares, with lag': { outcome: 'industryShare2017', formula: 'y ~ cloudShare2016', cause: 'cloudShare2016' },
  'differences of shares, with the share before': {
    outcome: 'shareDifference',
    formula: 'y ~ cloudShare2016 + industryShare2016',
    cause: 'cloudShare2016',
  },
} as const;

export type CloudDesign = keyof typeof cloudDesigns;

/** What one design makes of one of the worlds. */
export interface CloudDetection {
  readonly design: CloudDesign;
  readonly effect: number;
  readonly seeds: number;
  /** In how many seeds the estimate is positive with a p value below 0.05, by HC3 errors. */
  readonly found: number;
}

/** How often designs find an effect of cloud use over seeds 1 to `seeds`, in a world with it and in one without. */
export function cloudDetection(
  dossier: Dossier,
  { seeds, effects = [0, 0.3] }: { seeds: number; effects?: readonly number[] },
): CloudDetection[] {
  const cities = citiesOf(dossier);
  return effects.flatMap((effect) => {
    const worlds = Array.from({ length: seeds }, (_, index) => worldOf(cities, effect, index + 1));
    return (Object.keys(cloudDesigns) as CloudDesign[]).map((design) => ({
      design,
      effect,
      seeds,
      found: worlds.filter((world) => finds(world, design)).length,
    }));
  });
}

function finds(world: CloudCities, design: CloudDesign): boolean {
  const { outcome, formula, cause } = cloudDesigns[design];
  const { cloud2016, industry2016, industry2017, industryShare2016, industryShare2017, cloudShare2016 } = world;
  const outcomes = {
    industry2017,
    industryShare2017,
    pointDifference: industry2017.map((value, row) => value - industry2016[row]!),
    shareDifference: industryShare2017.map((value, row) => value - industryShare2016[row]!),
  };
  const data = { y: outcomes[outcome], cloud2016, cloudShare2016, industryShare2016 };
  const { estimate, pValue } = regress(formula, data, { se: 'HC3' }).terms.find(({ term }) => term === cause)!;
  return estimate > 0 && pValue < 0.05;
}
