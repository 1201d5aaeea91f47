import { expect, test } from 'vitest';
import { publishedDossier } from '../../dossier/published-dossier.js';
import { cloudCities, cloudDetection } from './cloud-worlds.js';

const dossier = publishedDossier('internet-plus-2018');

test('the simulated worlds with and without an effect have the printed economy of the first and the fifth tier', () => {
  for (const effect of [0, 0.3]) {
    const { tier, economy2017, industry2017, cloud2016, economy2016 } = cloudCities(dossier, { effect, seed: 1 });
    const sum = (name: string) => economy2017.reduce((all, value, row) => all + (tier[row] === name ? value : 0), 0);
    expect([sum('tier-1').toFixed(4), sum('tier-5').toFixed(4)]).toEqual(['53.7569', '31.1792']);
    expect(industry2017.every((value, row) => value > 0 && value < economy2017[row]!)).toBe(true);
    expect(cloud2016.every((value, row) => value > 0 && value < economy2016[row]!)).toBe(true);
  }
});

test('a lag in points finds an effect in the simulated world without one; differences of shares tell the two apart', () => {
  const rows = cloudDetection(dossier, { seeds: 10 });
  const found = (design: string, effect: number) =>
    rows.find((row) => row.design === design && row.effect === effect)!.found;
  expect(found('points, with lag', 0)).toBeGreaterThan(5);
  expect(found('differences of shares, with the share before', 0)).toBeLessThan(4);
  expect(found('differences of shares, with the share before', 0.3)).toBeGreaterThan(7);
});
