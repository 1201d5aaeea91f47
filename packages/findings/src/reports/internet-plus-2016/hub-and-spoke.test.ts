import { describe, expect, test } from 'vitest';
import { hubAndSpoke } from './hub-and-spoke.js';

const city = (place: string, rank: number, region = 'east') => ({ place, rank, region });

describe('hubAndSpoke', () => {
  test('the four leading cities and those behind rank 50 are left out', () => {
    const networks = hubAndSpoke([
      city('a', 4),
      city('b', 5),
      city('c', 20),
      city('d', 21),
      city('e', 50),
      city('f', 51),
    ]);
    expect(networks).toMatchObject([{ cores: ['b', 'c'], nodes: ['d', 'e'] }]);
  });

  test('cores are joined as cores, everything else as nodes', () => {
    const [network] = hubAndSpoke([city('b', 5), city('c', 20), city('d', 21)]);
    expect(network!.links.map(({ from, to, kind }) => `${from}${to} ${kind}`)).toEqual([
      'bc core',
      'bd node',
      'cd node',
    ]);
  });

  test('no link leaves a region', () => {
    const networks = hubAndSpoke([city('b', 5), city('c', 6, 'west'), city('d', 7, 'west')]);
    expect(networks.map(({ links }) => links.length)).toEqual([0, 1]);
  });

  test('read the other way, cores are joined across regions, and nodes are not', () => {
    const cities = [city('b', 5), city('c', 6, 'west'), city('d', 21, 'west'), city('e', 22)];
    const links = hubAndSpoke(cities, { cores: 'country' }).flatMap((network) => network.links);
    expect(links.map(({ from, to, kind }) => `${from}${to} ${kind}`)).toEqual(['bc core', 'be node', 'cd node']);
  });

  test('a rank that occurs twice is refused', () => {
    expect(() => hubAndSpoke([city('b', 5), city('c', 5)])).toThrow('got 5 twice');
  });
});
