import { describe, expect, test } from 'vitest';
import { readSpecification } from '../specification/read-specification.js';
import { buildIndex } from './build-index.js';
import type { BuiltIndex } from './built-index.js';
import { resultRows } from './build-document.js';

const options = `
data: { denominators: [people] }
impute: mean
denominate: { by: people }
treat: { method: winsorise-quantiles, lower: 0, upper: 0.75 }
normalise: min-max
tree: { id: t, title: T, children: [{ id: a, title: A }] }`;
const data = { place: ['p', 'q', 'r', 's'], a: [2, null, 12, 80], people: [1, 2, 3, 4] };
const build = (order: string): BuiltIndex =>
  buildIndex(readSpecification(`id: d\ntitle: D\nstages: ${order}\n${options}`), data);
const stages = ['impute', 'denominate', 'treat', 'normalise'] as const;

describe('the trace', () => {
  test('impute before denominate: gaps are filled with the mean of the values as given', () => {
    const { imputed, denominated } = build('[impute, denominate]').stages;
    const mean = (2 + 12 + 80) / 3;
    expect(imputed.a).toEqual(Float64Array.of(2, mean, 12, 80));
    expect(denominated.a).toEqual(Float64Array.of(2, mean / 2, 4, 20));
  });

  test('denominate before impute: the denominated column still has its gap', () => {
    const { imputed, denominated } = build('[denominate, impute]').stages;
    expect(denominated.a).toEqual(Float64Array.of(2, NaN, 4, 20));
    expect(imputed.a).toEqual(Float64Array.of(2, (2 + 4 + 20) / 3, 4, 20));
  });

  test('treat before impute: the treated column still has its gap', () => {
    const { imputed, treated } = build('[treat, impute]').stages;
    expect(treated.a).toEqual(Float64Array.of(2, NaN, 12, (12 + 80) / 2));
    expect(imputed.a).toEqual(Float64Array.of(2, (2 + 12 + 46) / 3, 12, 46));
  });

  test('a stage that is left out gives what those before it in the usual order have left', () => {
    const { denominated, treated, normalised } = build('[denominate, impute]').stages;
    expect(treated).toEqual({ a: Float64Array.of(2, (2 + 4 + 20) / 3, 4, 20) });
    expect(normalised).toEqual(treated);
    expect(build('[impute]').stages.denominated).toEqual(build('[impute]').stages.imputed);
    expect(denominated).not.toEqual(treated);
  });

  test('names the stages in the order in which they ran', () => {
    expect(build('[treat, denominate, impute, normalise]').trace.map(({ stage }) => stage)).toEqual([
      'treat',
      'denominate',
      'impute',
      'normalise',
    ]);
  });

  test.each(permutations(stages).map((order) => [order.join(', ')]))(
    '%s: is replayed from every stage, to the same scores',
    (order) => {
      const specification = readSpecification(`id: d\ntitle: D\nstages: [${order}]\n${options}`);
      const built = buildIndex(specification, data);
      const ran = built.trace.map(({ stage }) => stage);
      built.trace.forEach(({ columns }, place) => {
        const rest = { ...specification, stages: ran.slice(place + 1) };
        expect(buildIndex(rest, { ...data, ...columns }).stages.scores).toEqual(built.stages.scores);
      });
    },
  );

  test('columns behind stages before a screen are of the rows that are kept', () => {
    const screened = buildIndex(
      readSpecification(`id: d\ntitle: D\nstages: [denominate, screen, impute]\nscreen: {}\n${options}`),
      data,
    );
    expect(screened.unitNames).toEqual(['p', 'r', 's']);
    expect(screened.trace.map(({ columns }) => columns.a)).toEqual(Array(3).fill(Float64Array.of(2, 4, 20)));
    expect(resultRows(screened, 'denominated').map(({ a }) => a)).toEqual([2, 4, 20]);
  });
});

function permutations<Item>(items: readonly Item[]): Item[][] {
  if (items.length < 2) return [[...items]];
  return items.flatMap((item, place) => permutations(items.toSpliced(place, 1)).map((rest) => [item, ...rest]));
}
