import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readPart, unread } from './read-part.js';
import { specificationSchema } from './schema.js';
import { readYaml } from './yaml.js';

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** One of each: options of every stage, every form in which they are written. */
const whole: Json = {
  id: 'demo',
  title: 'Demo',
  year: 2015,
  data: { unit: 'city', time: 'year', groups: ['region'], denominators: ['people'] },
  stages: ['impute', 'normalise'],
  screen: { availability: 0.5 },
  impute: { method: 'group-mean', by: 'region' },
  denominate: { by: 'people', per: 1000 },
  treat: { method: 'outliers', most: null, then: 'log' },
  normalise: { method: 'min-max', upper: 100 },
  weigh: 'equal',
  aggregate: { method: 'power', power: 2 },
  missing: { minimumShare: 0.5 },
  levels: { '1': { aggregate: 'geometric', normalise: { method: 'goalposts', lower: 1, upper: 7, cut: false } } },
  rank: { ties: 'dense' },
  tier: { method: 'cut-offs', cuts: [1, 2], labels: ['a', 'b', 'c'] },
  tree: {
    id: 't',
    title: 'T',
    children: [
      { id: 'a', title: 'A', weight: '2', column: 'x', direction: 'negative' },
      { id: 'b', title: 'B', weight: 0.5, unnamed: 2, within: { treat: 'none' }, children: [{ id: 'c', title: 'C' }] },
    ],
  },
};

const read = (value: Json): { value: unknown; mistakes: number } => {
  let mistakes = 0;
  const complain = (): void => void (mistakes += 1);
  return { value: readPart(readYaml(JSON.stringify(value), complain)!, specificationSchema, 'it', complain), mistakes };
};

test('a text is read as its schema reads it', () => {
  expect(read(whole)).toEqual({ value: specificationSchema.parse(whole), mistakes: 0 });
});

/** Another value somewhere in a document, another key, or one key less. */
function changed(value: Json, choose: (below: number) => number, replacement: Json): Json {
  if (value === null || typeof value !== 'object' || choose(8) === 0) return replacement;
  if (Array.isArray(value)) {
    const place = choose(value.length);
    return value.map((item, index) => (index === place ? changed(item, choose, replacement) : item));
  }
  const keys = Object.keys(value);
  const key = keys[choose(keys.length)]!;
  const { [key]: inner, ...rest } = value;
  const way = choose(8);
  if (way === 0) return rest;
  return { ...rest, [way === 1 ? `${key}s` : key]: changed(inner!, choose, replacement) };
}

test('a text is refused where its schema refuses it, and what is read the schema takes', () => {
  const values = fc.constantFrom<Json>(null, 'x', 'none', 3, -1, 0.5, true, [], ['a'], [1, 1], {}, { method: 'rank' });
  fc.assert(
    fc.property(fc.array(fc.nat(), { minLength: 30, maxLength: 30 }), values, (numbers, replacement) => {
      let next = 0;
      const document = changed(whole, (below) => numbers[next++ % numbers.length]! % below, replacement);
      const own = read(document);
      const theirs = specificationSchema.safeParse(document);
      expect(own.value === unread).toBe(own.mistakes > 0);
      if (own.value !== unread) expect(specificationSchema.safeParse(own.value).success).toBe(true);
      if (theirs.success && own.value !== unread) expect(own.value).toEqual(theirs.data);
      // A number may stand for a text, and a method may refuse options that do not go together: nothing else differs.
      if (typeof replacement !== 'number' && typeof replacement !== 'boolean' && !Array.isArray(replacement))
        expect(own.value !== unread).toBe(theirs.success);
    }),
    { numRuns: 500 },
  );
});
