import { Exact, randomSource } from '@indexlab/core';
import fc from 'fast-check';
import highsModule from 'highs';
import { describe, expect, test } from 'vitest';
import { atLeast, atMost, type Constraint, padded, type Region } from './constraint.js';
import { evaluate, maximise } from './maximise.js';

const numbers = (...tokens: string[]): Exact[] => tokens.map((token) => Exact.parse(token));
const region = (variables: number, constraints: Constraint[], free: number[] = []): Region => ({
  variables,
  free,
  constraints,
});

describe('maximise', () => {
  test('gives an optimum that is no decimal exactly', () => {
    const optimum = maximise(region(1, [atMost(numbers('3'), Exact.one)]), numbers('1'));
    expect(optimum.status === 'optimal' && optimum.value.toString()).toBe('1/3');
  });

  test('tells apart ends that differ by far less than the tolerance of a solver in doubles', () => {
    const above = atLeast(numbers('1', '1'), Exact.parse('0.50000000000000000001'));
    const below = atMost(numbers('1', '1'), Exact.parse('0.5'));
    expect(maximise(region(2, [above, below]), numbers('1', '0')).status).toBe('infeasible');
    expect(maximise(region(2, [below]), numbers('1', '0')).status).toBe('optimal');
  });

  test('says when the objective has no bound, and when a bounded objective has a direction without one', () => {
    const difference = region(2, [atMost(numbers('1', '-1'), Exact.one)]);
    expect(maximise(difference, numbers('1', '0')).status).toBe('unbounded');
    const optimum = maximise(difference, numbers('1', '-1'));
    expect(optimum.status === 'optimal' && optimum.value.toString()).toBe('1');
  });

  test('takes numbers beyond the range of doubles', () => {
    const huge = Exact.parse('3e400');
    const optimum = maximise(
      region(1, [atMost([huge], Exact.parse('6e400')), atLeast([huge], Exact.parse('1e390'))]),
      numbers('1'),
    );
    expect(optimum.status === 'optimal' && optimum.value.toString()).toBe('2');
  });

  test('lets a free variable be negative', () => {
    const optimum = maximise(region(1, [atMost(numbers('1'), Exact.parse('-2'))], [0]), numbers('1'));
    expect(optimum.status === 'optimal' && optimum.value.toString()).toBe('-2');
  });

  test('breaks ties by the smallest first coordinate', () => {
    const optimum = maximise(
      region(2, [atMost(numbers('1', '1'), Exact.one), atLeast(numbers('1', '1'), Exact.one)]),
      numbers('0', '0'),
    );
    expect(optimum.status === 'optimal' && optimum.point.map(String)).toEqual(['0', '1']);
  });

  test('is the best vertex of any small region', () => {
    fc.assert(
      fc.property(smallRegion, ({ constraints, objective }) => {
        const optimum = maximise(region(2, constraints), objective);
        const best = bestVertex(constraints, objective);
        if (best === undefined) expect(optimum.status).toBe('infeasible');
        else expect(optimum.status === 'optimal' && optimum.value.toString()).toBe(best.toString());
      }),
      { numRuns: 500 },
    );
  });

  test('certifies an empty region by a few constraints that make it empty', () => {
    fc.assert(
      fc.property(smallRegion, ({ constraints, objective }) => {
        const optimum = maximise(region(2, constraints), objective);
        if (optimum.status !== 'infeasible') return;
        expect(optimum.certificate.length).toBeLessThanOrEqual(2 + 1);
        expect(constraints).toEqual(expect.arrayContaining([...optimum.certificate]));
        expect(maximise(region(2, [...optimum.certificate]), objective).status).toBe('infeasible');
      }),
      { numRuns: 500 },
    );
  });

  test('goes on from the optimum of a larger region to the same value as from scratch', () => {
    fc.assert(
      fc.property(smallRegion, ({ constraints, objective }) => {
        const [first, ...rest] = constraints;
        const box = [atMost(numbers('1', '0'), Exact.parse('9')), atMost(numbers('0', '1'), Exact.parse('9'))];
        const start = maximise(region(2, [...box, ...rest]), objective);
        if (start.status !== 'optimal') return;
        const all = region(2, [...box, ...rest, first!]);
        const again = maximise(all, objective, start.basis);
        const scratch = maximise(all, objective);
        expect(again.status).toBe(scratch.status);
        if (again.status === 'optimal' && scratch.status === 'optimal')
          expect(again.value.equals(scratch.value)).toBe(true);
      }),
    );
  });

  test('agrees with HiGHS on weights of six parts behind 351 totals', async () => {
    const constraints = publishedIndex(351, [0.3, 0.25, 0.2, 0.12, 0.08, 0.05]);
    // Under nodenext the types of highs take its default export for the module.
    const loadHighs = highsModule as unknown as () => Promise<{ solve(problem: string): { ObjectiveValue: number } }>;
    const highs = await loadHighs();
    for (let part = 0; part < 6; part += 1) {
      const objective = Array.from({ length: 6 }, (_, index) => (index === part ? Exact.one : Exact.zero));
      const optimum = maximise(region(6, constraints), objective);
      const lines = constraints.map(
        ({ doubles, doubleBound, scale }, row) => `r${row}: ${linear(doubles, scale)} <= ${doubleBound * scale}`,
      );
      const solution = highs.solve(`Maximize\n obj: x${part}\nSubject To\n ${lines.join('\n ')}\nEnd`);
      expect(optimum.status === 'optimal' && optimum.value.toNumber()).toBeCloseTo(solution.ObjectiveValue, 5);
    }
  });
});

describe('padded', () => {
  test('adds a variable that does not enter', () => {
    const { coefficients, doubles, bound } = padded(atMost(numbers('0.5', '2'), Exact.one));
    expect({ coefficients, doubles, bound }).toEqual({ coefficients: [1n, 4n, 0n], doubles: [1, 4, 0], bound: 2n });
  });
});

/** Up to six half-planes with small whole numbers; bounded by the box of nine by nine where a test needs it. */
const smallRegion = fc
  .record({
    rows: fc.array(
      fc.tuple(fc.integer({ min: -4, max: 4 }), fc.integer({ min: -4, max: 4 }), fc.integer({ min: -6, max: 6 })),
      {
        minLength: 1,
        maxLength: 6,
      },
    ),
    goal: fc.tuple(fc.integer({ min: -3, max: 3 }), fc.integer({ min: -3, max: 3 })),
  })
  .map(({ rows, goal }) => ({
    constraints: [
      atMost(numbers('1', '0'), Exact.parse('9')),
      atMost(numbers('0', '1'), Exact.parse('9')),
      ...rows.map(([a, b, bound]) => atMost(numbers(String(a), String(b)), Exact.parse(String(bound)))),
    ],
    objective: numbers(String(goal[0]), String(goal[1])),
  }));

/** The largest objective over all crossings of two lines that satisfy every constraint (a bounded region). */
function bestVertex(constraints: readonly Constraint[], objective: readonly Exact[]): Exact | undefined {
  const all = [...constraints, atLeast(numbers('1', '0'), Exact.zero), atLeast(numbers('0', '1'), Exact.zero)];
  const values = all.flatMap(({ coefficients: [a, b], bound: e }) =>
    all.flatMap(({ coefficients: [c, d], bound: f }) => {
      const determinant = a! * d! - b! * c!;
      if (determinant === 0n) return [];
      const point = [Exact.ratio(e * d! - b! * f, determinant), Exact.ratio(a! * f - e * c!, determinant)];
      const satisfied = all.every(
        ({ coefficients, bound }) =>
          evaluate(
            coefficients.map((value) => Exact.ratio(value)),
            point,
          ).compare(Exact.ratio(bound)) <= 0,
      );
      return satisfied ? [evaluate(objective, point)] : [];
    }),
  );
  return values.reduce<Exact | undefined>(
    (best, value) => (best === undefined || value.compare(best) > 0 ? value : best),
    undefined,
  );
}

function publishedIndex(rows: number, weights: readonly number[]): Constraint[] {
  const random = randomSource(2016);
  const half = Exact.parse('0.00005');
  const ones = weights.map(() => Exact.one);
  const printed = Array.from({ length: rows }, () => {
    const parts = weights.map(() => random.uniform() * 10);
    const total = Exact.parse(parts.reduce((sum, value, part) => sum + value * weights[part]!, 0).toFixed(4));
    const cells = parts.map((value) => Exact.parse(value.toFixed(4)));
    return [
      atMost(
        cells.map((cell) => cell.minus(half)),
        total.plus(half),
      ),
      atLeast(
        cells.map((cell) => cell.plus(half)),
        total.minus(half),
      ),
    ];
  });
  return [...printed.flat(), atMost(ones, Exact.one), atLeast(ones, Exact.one)];
}

function linear(coefficients: readonly number[], scale: number): string {
  return coefficients.map((value, index) => `${value < 0 ? '-' : '+'} ${Math.abs(value) * scale} x${index}`).join(' ');
}
