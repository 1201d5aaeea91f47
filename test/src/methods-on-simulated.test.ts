import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { resolvePlace } from '@indexlab/adapters';
import { type Data, randomSource, type Table } from '@indexlab/core';
import { committedSimulations, publishedDossier } from '@indexlab/findings';
import { buildIndex, readSpecification, rollUpOnce, scoredCounts } from '@indexlab/index-engine';
import {
  apportion,
  correlate,
  dependentCorrelations,
  digitalEconomySize,
  divideMeasures,
  growthOfSum,
  mean,
  median,
  percentileShareRatio,
  ratioCorrelation,
  regress,
  shareChanges,
  shiftShare,
  sizeCheck,
  slopeChange,
  weightedGroupMeans,
} from '@indexlab/stats';
import { describe, expect, test } from 'vitest';

/** The committed simulated table of a report. */
function simulated(report: string, id: string): Table {
  return committedSimulations(publishedDossier(report)).find(({ plan }) => plan.id === id)!.table;
}
const numbers = (table: Table, name: string) => Float64Array.from(table.numbers(name).values);
const names = (table: Table, name: string) => table.texts(name).values.map((text) => text ?? '');
const total = (values: Iterable<number>) => [...values].reduce((sum, value) => sum + value, 0);
/** Rows of several columns, one under another. */
const stacked = (tables: readonly Table[], column: string) =>
  Float64Array.from(tables.flatMap((table) => [...numbers(table, column)]));

describe('on the simulated cities of 2016 and 2017', () => {
  const years = [
    simulated('internet-plus-2018', 'cities-2016'),
    simulated('internet-plus-2018', 'cities-2017'),
  ] as const;
  const [before, after] = years;
  const parts = ['cloud', 'industry', 'government', 'connection'];

  test('simulated changes of share sum to zero though the sum grows, and some cities that grow lose share', () => {
    const changes = shareChanges(numbers(before, 'industry'), numbers(after, 'industry'));
    expect(total(changes.map(({ change }) => change))).toBeCloseTo(0, 12);
    expect(growthOfSum(numbers(before, 'industry'), numbers(after, 'industry'))).toBeGreaterThan(0.2);
    expect(changes.some(({ change, growth }) => change < 0 && growth > 0)).toBe(true);
  });

  test('simulated changes split into nation, mix and competition, which add up', () => {
    const data = {
      city: parts.flatMap(() => names(before, 'place')),
      part: parts.flatMap((part) => names(before, 'place').map(() => part)),
      before: Float64Array.from(parts.flatMap((part) => [...numbers(before, part)])),
      after: Float64Array.from(parts.flatMap((part) => [...numbers(after, part)])),
    };
    const rows = shiftShare(data, { unit: 'city', sector: 'part', before: 'before', after: 'after' });
    expect(rows).toHaveLength(351);
    for (const { change, national, mix, competitive } of rows)
      expect(national + mix + competitive).toBeCloseTo(change, 9);
    expect(total(rows.map(({ competitive }) => competitive))).toBeCloseTo(0, 9);
  });

  test('a simulated difference on its own part: the largest four cities move the slope', () => {
    const change = (name: string) => numbers(after, name).map((value, row) => value - numbers(before, name)[row]!);
    const [part, other] = [change('industry'), change('cloud')];
    const level = numbers(after, 'industry');
    const data = { difference: part.map((value, row) => value + other[row]!), part, level };
    expect(regress('difference ~ part', data).terms[1]!.pValue).toBeLessThan(0.001);
    const { variants } = sizeCheck('difference ~ level', data, { largest: 4 });
    const slope = (wanted: string) => variants.find(({ variant }) => variant === wanted)!.regression.terms[1]!.estimate;
    expect(Math.abs(slope('without the largest') / slope('levels') - 1)).toBeGreaterThan(0.05);
  });

  test('simulated ratios that share a component correlate though the numerator is permuted', () => {
    const data = {
      links: numbers(after, 'connection'),
      talks: numbers(after, 'interaction'),
      industry: numbers(after, 'industry'),
    };
    const { shared, mechanical } = ratioCorrelation(data as Data, {
      x: ['links', 'industry'],
      y: ['talks', 'links'],
      permutations: 199,
      seed: 1,
    });
    expect(shared).toBe('links');
    expect(mechanical.upper).toBeLessThan(0);
  });

  test('two simulated correlations of the same cities are compared as dependent', () => {
    const data = Object.fromEntries(
      ['connection', 'interaction', 'culture'].map((name) => [name, numbers(after, name)]),
    );
    const { first, second, pValue, degreesOfFreedom } = dependentCorrelations(data, {
      first: ['connection', 'interaction'],
      second: ['connection', 'culture'],
    });
    expect(degreesOfFreedom).toBe(348);
    const other = (name: string) => correlate({ connection: data.connection!, other: data[name]! }).pairs[0]!.estimate!;
    expect(first).toBeCloseTo(other('interaction'), 12);
    expect(second).toBeCloseTo(other('culture'), 12);
    expect(pValue).toBeGreaterThan(0);
  });

  test('the simulated slope of links on industry changes between the years by the difference of two slopes', () => {
    const data = {
      city: years.flatMap((table) => names(table, 'place')),
      year: years.flatMap((table, year) => names(table, 'place').map(() => 2016 + year)),
      links: stacked(years, 'connection'),
      industry: stacked(years, 'industry'),
    };
    const options = { outcome: 'links', x: 'industry', time: 'year', unit: 'city', before: 2016, after: 2017 };
    const { change } = slopeChange(data, options);
    const [first, last] = years.map(
      (table) =>
        regress('links ~ industry', { links: numbers(table, 'connection'), industry: numbers(table, 'industry') })
          .terms[1]!.estimate,
    );
    expect(change.estimate).toBeCloseTo(last! - first!, 9);
    expect(Math.abs(change.estimate)).toBeGreaterThan(0.01);
  });

  test('candidates for the digital divide disagree by far on the same simulated scores of government', () => {
    const government = numbers(after, 'government');
    const known = divideMeasures(government)
      .map(({ value }) => value)
      .filter((value) => value !== null);
    expect(Math.max(...known)).toBeGreaterThan(10 * Math.min(...known));
    expect(percentileShareRatio(government, 0.1, 0.4)).toBeGreaterThan(1);
  });
});

describe('on the simulated users of eight services', () => {
  test('a simulated service of a whole province counts once', () => {
    const services = simulated('internet-plus-2016', 'services');
    const items = ['housing-fund', 'public-transport'];
    const rows = names(services, 'place').flatMap((place, row) => {
      const found = resolvePlace(place);
      const province = found.match?.code.slice(0, 2);
      return province === undefined
        ? []
        : items.map((item) => ({ province, place, item, users: numbers(services, item)[row]! }));
    });
    const column = <K extends keyof (typeof rows)[number]>(key: K) => rows.map((row) => row[key]);
    const scope = column('item').map((item) => (item === 'housing-fund' ? 'province' : 'city'));
    const rolled = rollUpOnce(
      { province: column('province'), place: column('place'), item: column('item'), users: column('users'), scope },
      {
        parent: 'province',
        place: 'place',
        item: 'item',
        value: 'users',
        scope: { column: 'scope', wide: ['province'] },
      },
    );
    for (const { places, total: once, summed, wide } of rolled) {
      expect(wide).toEqual(['housing-fund']);
      if (places === 1) expect(once).toBe(summed);
      else expect(once).toBeLessThan(summed);
    }
    expect(rolled.filter(({ places }) => places > 1).length).toBeGreaterThan(20);
  });
});

describe('on the simulated counts of 2015', () => {
  const places = simulated('cisi-2015', 'places');
  const cities = names(places, 'table').flatMap((table, row) => (table === 'zhejiang' ? [row] : []));
  const at = (name: string) => cities.map((row) => numbers(places, name)[row]!);

  test('simulated posts add up over the eleven cities, a cloud of the province counts once', () => {
    const items = ['posts', 'cloud-capacity'];
    const data = {
      province: items.flatMap(() => cities.map(() => 'Zhejiang')),
      city: items.flatMap(() => cities.map((row) => names(places, 'place')[row]!)),
      item: items.flatMap((item) => cities.map(() => item)),
      count: items.flatMap(at),
      level: items.flatMap((item) => cities.map(() => (item === 'posts' ? 'city' : 'province'))),
    };
    const scope = { column: 'level', wide: ['province'] };
    const [rolled] = rollUpOnce(data, { parent: 'province', place: 'city', item: 'item', value: 'count', scope });
    expect(rolled).toMatchObject({ places: 11, wide: ['cloud-capacity'] });
    expect(rolled!.total).toBeCloseTo(total(at('posts')) + Math.max(...at('cloud-capacity')), 3);
  });

  test('a simulated province is its cities with or without population as weights, and the two differ', () => {
    const { specification, table } = committedSimulations(publishedDossier('cisi-2015'))[0]!;
    const { scores } = buildIndex(specification, table).stages;
    const score = cities.map((row) => scores[specification.tree.id]![row]!);
    const data = { province: cities.map(() => 'Zhejiang'), score, population: at('population') };
    const [group] = weightedGroupMeans(data, { group: 'province', value: 'score', weights: ['population'] });
    expect(group!.unweighted).toBeCloseTo(mean(score), 9);
    expect(group!.upper - group!.lower).toBeGreaterThan(0.1);
  });
});

describe('on the simulated indicators of 2020', () => {
  const clusters = simulated('digital-china-2020', 'cluster-cities');

  test('cloud use is built of three kinds of simulated services, drawn as parts of the simulated use', () => {
    const text = readFileSync(join(publishedDossier('digital-china-2020').folder, 'cloud-use.yaml'), 'utf8');
    const specification = readSpecification(text.replace('weigh: undisclosed', 'weigh: equal'));
    const random = randomSource(1);
    const part = () => numbers(clusters, 'cloud').map((use) => use * (0.5 + random.uniform()));
    const table = {
      place: names(clusters, 'place'),
      'infrastructure-services': part(),
      'platform-services': part(),
      'software-services': part(),
    };
    const { scores } = buildIndex(specification, table).stages;
    expect(mean(scores.cloud!)).toBeCloseTo(0, 9);
    expect(scores.cloud!.indexOf(Math.max(...scores.cloud!))).toBe(
      numbers(clusters, 'cloud').indexOf(Math.max(...numbers(clusters, 'cloud'))),
    );
  });

  test('simulated clusters have means of each industry that weights move', () => {
    const data = {
      cluster: names(clusters, 'cluster'),
      retail: numbers(clusters, 'retail'),
      cloud: numbers(clusters, 'cloud'),
    };
    const groups = weightedGroupMeans(data, { group: 'cluster', value: 'retail', weights: ['cloud'] });
    expect(groups).toHaveLength(4);
    expect(total(groups.map(({ n, unweighted }) => n * unweighted)) / total(data.retail)).toBeCloseTo(1, 12);
    expect(groups.some(({ lower, upper }) => upper > 1.1 * lower)).toBe(true);
  });

  test('the simulated divide of government by cluster: the mean of skewed values lies above the median', () => {
    const value = numbers(clusters, 'service-value');
    expect(mean(value)).toBeGreaterThan(median(value));
    const cluster = names(clusters, 'cluster');
    for (const name of new Set(cluster)) {
      const own = value.filter((_, row) => cluster[row] === name);
      if (own.length > 1) expect(divideMeasures(own)[0]!.value).toBeCloseTo(Math.max(...own) / Math.min(...own), 9);
    }
  });
});

describe('on the simulated sizes of 2021', () => {
  const size = simulated('city-digital-economy-2021', 'size');
  const sectors = ['capital-services-primary', 'capital-services-secondary', 'capital-services-tertiary'];
  const industry = numbers(size, 'digital-industry-value');
  const all = industry.map((value, row) => value + total(sectors.map((name) => numbers(size, name)[row]!)));

  test('stocks behind simulated services give the simulated size back at the user cost they have, and more where prices fall', () => {
    const services = sectors.map((name) => total(numbers(size, name)));
    const data = {
      sector: ['ict', ...sectors],
      added: [total(industry), ...services.map((value) => 4 * value)],
      stock: [0, ...services.map((value) => value / 0.3)],
    };
    const plain = { depreciation: 0.2, returnRate: 0.1 };
    const [own, falling] = digitalEconomySize(data, {
      sector: 'sector',
      valueAdded: 'added',
      capital: 'stock',
      ictSectors: ['ict'],
      assumptions: { plain, falling: { ...plain, priceChange: -0.1 } },
    });
    expect(own!.total / total(all)).toBeCloseTo(1, 12);
    expect(falling!.total).toBeGreaterThan(own!.total);
  });

  test('a simulated national size is brought down to cities between two keys', () => {
    const data = { city: names(size, 'place'), industry, tertiary: numbers(size, 'capital-services-tertiary') };
    const rows = apportion(total(all), data, { unit: 'city', keys: ['industry', 'tertiary'] });
    expect(total(rows.map(({ amounts }) => amounts.industry!)) / total(all)).toBeCloseTo(1, 12);
    const within = rows.filter(({ lower, upper }, row) => lower <= all[row]! && all[row]! <= upper);
    expect(within.length).toBeGreaterThan(0);
    expect(within.length).toBeLessThan(rows.length);
  });

  test('simulated results of services as scored counts: stars follow the cut-offs', () => {
    const cities = simulated('city-digital-economy-2021', 'cities');
    const items = ['services-planning', 'services-construction', 'services-results'];
    const data = {
      city: names(cities, 'place'),
      ...Object.fromEntries(items.map((name) => [name, numbers(cities, name)])),
    };
    const scored = scoredCounts(data, { unit: 'city', items, points: { 'services-results': 3 }, stars: [200, 300] });
    for (const { score, stars } of scored) expect(stars).toBe(score >= 300 ? 3 : score >= 200 ? 2 : 1);
    expect(new Set(scored.map(({ stars }) => stars)).size).toBe(3);
  });
});
