import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Dossier } from '@indexlab/adapters';
import {
  assumedSpecification,
  buildIndex,
  readSpecification,
  simulateIndicators,
  simulateModeration,
} from '@indexlab/index-engine';
import { regress } from '@indexlab/stats/regression';
import { plannedCells, printedScores } from '../../simulated/planned-cells.js';
import { plannedUnits } from '../../simulated/planned-units.js';
import { simulationPlan } from '../../simulated/simulate-dossier.js';

/** The cities whose technology base is ahead of their market base (section 2.4); in all others it lags. */
const ahead = new Set(['北京市', '广州市', '上海市', '深圳市', '福州市', '厦门市']);
const firstTier = new Set(['北京市', '广州市', '上海市', '深圳市']);

/** The cities of one world: what is printed, or was drawn with it, and the two parts of the base that were drawn under a model. */
export interface ModerationCities {
  readonly place: readonly string[];
  readonly industry: Float64Array;
  readonly base: Float64Array;
  readonly market: Float64Array;
  readonly technology: Float64Array;
}

/**
 * Cities of the 2016 report, simulated, in a world where each percentage point of technology base raises the effect of market
 * base on industry by `ratio`: 0.4 as section 2.3 says, 0 for a world without. Every printed score of base and industry holds
 * in both, and so does which base is ahead in which city. The weights of the two bases are not printed: equal ones.
 */
export function moderationCities(dossier: Dossier, { ratio, seed }: { ratio: number; seed: number }): ModerationCities {
  return worldOf(citiesOf(dossier)(seed), ratio, seed);
}

type PublishedCities = Pick<ModerationCities, 'place' | 'industry' | 'base'>;

/** The cities with scores of base and industry: those printed, and for each seed others where none are. */
function citiesOf(dossier: Dossier): (seed: number) => PublishedCities {
  const plan = simulationPlan(dossier).simulations.find(({ id }) => id === 'cities')!;
  const published = readSpecification(readFileSync(join(dossier.folder, plan.specification), 'utf8'));
  const leaf = { children: undefined, weigh: undefined };
  const specification = assumedSpecification(published, {
    index: plan.assume!.index,
    nodes: { base: leaf, industry: leaf, innovation: leaf, 'smart-city': leaf },
  });
  const units = plannedUnits(dossier, plan);
  const { held } = plannedCells(dossier, plan, units);
  const index = { units: units.names, columns: units.columns, printed: printedScores(held, plan, units) };
  const rows = [...units.names.keys()].filter((row) => units.columns.kind![row] === 'city');
  return (seed) => {
    const made = simulateIndicators(specification, index, { seed, weights: plan.assume!.weights });
    const { scores } = buildIndex(made.specification, made.table).stages;
    const percent = (node: string) => Float64Array.from(rows, (row) => 100 * scores[node]![row]!);
    return { place: rows.map((row) => units.names[row]!), industry: percent('industry'), base: percent('base') };
  };
}

function worldOf(cities: PublishedCities, ratio: number, seed: number): ModerationCities {
  const { x, moderator } = simulateModeration(
    {
      outcome: cities.industry,
      mean: cities.base,
      weight: 0.5,
      ahead: cities.place.map((name) => (ahead.has(name) ? 1 : -1)),
    },
    { seed, ratio },
  );
  return { ...cities, market: x, technology: moderator };
}

/** How a regression looks for the moderation. */
export const moderationDesigns = {
  'all cities, classical errors': { formula: 'industry ~ market * technology', se: 'classical', without: false },
  'all cities, HC3 errors': { formula: 'industry ~ market * technology', se: 'HC3', without: false },
  'without the four first-tier cities, HC3 errors': {
    formula: 'industry ~ market * technology',
    se: 'HC3',
    without: true,
  },
  'with squares of both, HC3 errors': {
    formula: 'industry ~ market * technology + I(market^2) + I(technology^2)',
    se: 'HC3',
    without: false,
  },
} as const;

export type ModerationDesign = keyof typeof moderationDesigns;

/** What one design makes of the two worlds. */
export interface ModerationDetection {
  readonly design: ModerationDesign;
  readonly ratio: number;
  readonly seeds: number;
  /** In how many seeds the interaction is positive with a p value below 0.05. */
  readonly found: number;
  /** The median over seeds of the interaction over the effect of market. */
  readonly medianRatio: number;
}

/** How often designs find moderation over seeds 1 to `seeds`, in a world with it and in one without. */
export function moderationDetection(
  dossier: Dossier,
  { seeds, ratios = [0, 0.4] }: { seeds: number; ratios?: readonly number[] },
): ModerationDetection[] {
  const cities = citiesOf(dossier);
  const drawn = Array.from({ length: seeds }, (_, index) => cities(index + 1));
  const designs = Object.keys(moderationDesigns) as ModerationDesign[];
  return ratios.flatMap((ratio) => {
    const worlds = drawn.map((own, index) => worldOf(own, ratio, index + 1));
    return designs.map((design) => {
      const estimates = worlds.map((world) => interaction(world, design));
      const sorted = estimates.map((own) => own.ratio).sort((a, b) => a - b);
      return {
        design,
        ratio,
        seeds,
        found: estimates.filter(({ estimate, pValue }) => estimate > 0 && pValue < 0.05).length,
        medianRatio: (sorted[Math.floor((seeds - 1) / 2)]! + sorted[Math.ceil((seeds - 1) / 2)]!) / 2,
      };
    });
  });
}

function interaction(world: ModerationCities, design: ModerationDesign) {
  const { formula, se, without } = moderationDesigns[design];
  const kept = world.place.map((name) => !(without && firstTier.has(name)));
  const column = (values: Float64Array) => values.filter((_, row) => kept[row]);
  const { terms } = regress(
    formula,
    { industry: column(world.industry), market: column(world.market), technology: column(world.technology) },
    { se },
  );
  const term = (name: string) => terms.find((own) => own.term === name)!;
  const { estimate, pValue } = term('market:technology');
  return { estimate, pValue, ratio: estimate / term('market').estimate };
}
