import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from '@indexlab/cli';
import { roundedInterval } from '@indexlab/core';
import { readSpecification } from '@indexlab/index-engine';
import { beforeAll, describe, expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');
const reports = join(root, 'data/reports');
const page = readFileSync(join(root, 'data/README.md'), 'utf8');
const commands = [...page.matchAll(/^ {4}indexlab build (\S+) --data (\S+)$/gm)].map(([, spec, data]) => [
  spec!,
  data!,
]);

/** Rows of a printed table, each cell as printed. */
function rowsOf(path: string): Record<string, string>[] {
  const [header, ...lines] = readFileSync(join(root, path), 'utf8').trimEnd().split('\n');
  const names = header!.split(',');
  return lines.map((line) => Object.fromEntries(line.split(',').map((cell, at) => [names[at]!, cell])));
}
const table = (report: string, name: string) => rowsOf(`data/reports/${report}/tables/${name}.csv`);
const columnBy = (rows: readonly Record<string, string>[], key: string, column: string): Map<string, string> =>
  new Map(rows.map((row) => [row[key]!, row[column]!]));

interface Built {
  units: { unit: string; rank: number; tier: number | null; tierName?: string; scores: Record<string, number> }[];
  log: { stage: string; node: string; message: string }[];
}

const built = new Map<string, Built>();
async function build(spec: string, data: string): Promise<Built> {
  let document: unknown;
  const status = await run(['build', join(root, spec), '--data', join(root, data), '--json'], {
    json: (value) => (document = value),
    line: () => {},
    note: () => {},
    progress: () => {},
  });
  expect(status).toBe(0);
  return document as Built;
}

beforeAll(async () => {
  for (const [spec, data] of commands) built.set(`${spec} ${data}`, await build(spec!, data!));
});
const of = (spec: string, data: string): Built => built.get(`data/reports/${spec} data/reports/${data}`)!;

describe('what the specifications build from printed values', () => {
  test('every report has a command', () => {
    const named = commands.map(([spec]) => spec!.split('/')[2]);
    expect([...new Set(named)].sort()).toEqual(readdirSync(reports).sort());
  });

  test('the 242 totals of 2021 give tiers of the printed sizes and means', () => {
    const { units, log } = of(
      'city-digital-economy-2021/specification.yaml',
      'city-digital-economy-2021/tables/index.csv',
    );
    expect(units).toHaveLength(242);
    expect(log[0]).toMatchObject({ stage: 'given', node: 'total' });
    for (const { tier, cities, mean } of table('city-digital-economy-2021', 'tiers')) {
      const scores = units.filter(({ tierName }) => tierName === tier).map(({ scores }) => scores.total!);
      expect([tier, scores.length]).toEqual([tier, Number(cities)]);
      const average = scores.reduce((sum, score) => sum + score, 0) / scores.length;
      // The scores are rounded to a tenth, and so is their mean: both ends of both.
      expect(Math.abs(average - Number(mean))).toBeLessThanOrEqual(0.05 + 0.05);
    }
  });

  test('recovered weights give the printed total of every province and city, and its rank among its peers', () => {
    const { units } = of('cisi-2015/recovered.yaml', 'cisi-2015/printed/services.csv');
    const printed = [...table('cisi-2015', 'total'), ...table('cisi-2015', 'zhejiang-total')];
    const totals = columnBy(printed, 'name', 'index');
    const ranks = columnBy(printed, 'name', 'rank');
    expect(units).toHaveLength(31 + 11);
    for (const { unit, scores, rank } of units) {
      // Two services are rounded to a tenth, weighing 30 and 25 %; the components' hundredths are stretched by 45 over some 60.
      const inputs = (0.3 + 0.25) * 0.05 + 0.45 * (45 / 20) * 2 * 0.005;
      const { lower, upper } = roundedInterval(totals.get(unit)!);
      expect([unit, scores.total! >= Number(lower) - inputs && scores.total! <= Number(upper) + inputs]).toEqual([
        unit,
        true,
      ]);
      expect([unit, rank]).toEqual([unit, Number(ranks.get(unit))]);
    }
  });

  test('the printed stages of the provinces follow from their printed totals', () => {
    const { units } = of('cisi-2015/specification.yaml', 'cisi-2015/tables/total.csv');
    const stages = columnBy(table('cisi-2015', 'stage-members'), 'name', 'stage');
    const differing = units.filter(({ unit, tierName }) => stages.get(unit) !== tierName);
    expect(differing.map(({ unit, scores }) => [unit, scores.total])).toEqual([]);
  });

  test('stated weights give the printed totals of 2016 but for Beijing and Shenzhen, which contradict them', () => {
    const { units } = of('internet-plus-2016/specification.yaml', 'internet-plus-2016/printed/sub-indices.csv');
    const totals = columnBy(table('internet-plus-2016', 'total'), 'name', 'index');
    const checked = units.filter(({ unit }) => totals.has(unit));
    expect([units.length, checked.length]).toEqual([61, 61]);
    const off = checked.filter(({ unit, scores }) => {
      const parts = ['base', 'industry', 'innovation', 'smart-city'].map((part) => scores[part]!);
      // Half a unit in the last digit: of each weight (hundredths of a per cent), of the scores, of the total.
      const allowed = parts.reduce((sum, part) => sum + 0.00005 * part, 0) + 0.00005 + 0.0005;
      return Math.abs(scores.total! - Number(totals.get(unit))) > allowed;
    });
    expect(off.map(({ unit }) => unit)).toEqual(['北京', '深圳']);
  });

  test('recovered weights give every printed total of 2016, but for the rounding of the scores', () => {
    const { units } = of('internet-plus-2016/recovered.yaml', 'internet-plus-2016/printed/sub-indices.csv');
    const totals = columnBy(table('internet-plus-2016', 'total'), 'name', 'index');
    // Each sub-index is printed to its fourth digit or the third, the total to the third.
    const off = units.filter(
      ({ unit, scores }) => Math.abs(scores.total! - Number(totals.get(unit))) > 0.0005 + 0.0001,
    );
    expect(off.map(({ unit, scores }) => [unit, scores.total, totals.get(unit)])).toEqual([]);
  });

  test('the six industries with a printed list build, each as a specification of its own', async () => {
    const folder = join(reports, 'internet-plus-2016/industries');
    const names = readdirSync(folder).map((file) => file.replace('.yaml', ''));
    expect(names).toHaveLength(10);
    for (const name of names) {
      const { tree } = readSpecification(readFileSync(join(folder, `${name}.yaml`), 'utf8'), name);
      expect(tree.children!.length).toBeGreaterThanOrEqual(12);
    }
    const printed = readdirSync(join(reports, 'internet-plus-2016/tables')).filter((file) =>
      names.includes(file.replace('.csv', '')),
    );
    expect(printed).toHaveLength(6);
    for (const file of printed) {
      const { units } = await build(
        `data/reports/internet-plus-2016/industries/${file.replace('.csv', '.yaml')}`,
        `data/reports/internet-plus-2016/tables/${file}`,
      );
      expect(units.length).toBeGreaterThan(90);
    }
  });

  test('printed totals of 2016, 2020 and 2021 give the printed ranks, but for the order of ties', () => {
    for (const [spec, data] of [
      ['internet-plus-2016/specification.yaml', 'internet-plus-2016/tables/cities.csv'],
      ['digital-china-2020/specification.yaml', 'digital-china-2020/tables/provinces.csv'],
      ['city-digital-economy-2021/specification.yaml', 'city-digital-economy-2021/tables/index.csv'],
    ] as const) {
      const printed = rowsOf(`data/reports/${data}`);
      const { units } = of(spec, data);
      const differing = units.filter(({ rank }, at) => {
        const tied = units.filter((other) => other.rank === rank).length;
        return Number(printed[at]!.rank) < rank || Number(printed[at]!.rank) >= rank + tied;
      });
      expect(differing.map(({ unit, rank }) => [unit, rank])).toEqual([]);
    }
  });

  test('the tiers of 2018 come in the order of their shares', () => {
    const { units } = of('internet-plus-2018/specification.yaml', 'internet-plus-2018/printed/tiers.csv');
    expect(units.sort((a, b) => a.rank - b.rank).map(({ unit }) => unit)).toEqual([
      'tier-5',
      'tier-1',
      'tier-4',
      'tier-2',
    ]);
  });
});

describe('what is arranged for a specification', () => {
  test('holds the cells of the tables, digit by digit', () => {
    for (const row of rowsOf('data/reports/cisi-2015/printed/services.csv')) {
      const before = row.kind === 'province' ? '' : 'zhejiang-';
      const cell = (name: string, column: string) =>
        columnBy(table('cisi-2015', `${before}${name}`), 'name', column).get(row.place!);
      for (const part of ['reach', 'service', 'interaction']) expect(row[part]).toBe(cell('government', part));
      for (const part of ['convenience', 'infrastructure']) expect(row[part]).toBe(cell(part, 'index'));
    }
    for (const row of rowsOf('data/reports/internet-plus-2016/printed/sub-indices.csv'))
      for (const part of ['base', 'industry', 'innovation', 'smart-city'])
        expect(row[part]).toBe(columnBy(table('internet-plus-2016', part), 'name', 'index').get(row.place!));
    const figures = readFileSync(join(reports, 'internet-plus-2018/text/text-figures.csv'), 'utf8');
    for (const { place, cities, share } of rowsOf('data/reports/internet-plus-2018/printed/tiers.csv'))
      for (const [id, token] of [
        ['cities', cities],
        ['share', share],
      ])
        expect(figures).toMatch(new RegExp(`^${place}-${id},.*,${token!.replace('.', '\\.')},`, 'm'));
  });

  test('every further specification can be read and names its report', () => {
    for (const report of readdirSync(reports))
      for (const name of readdirSync(join(reports, report)).filter((file) => file.endsWith('.yaml')))
        expect(readSpecification(readFileSync(join(reports, report, name), 'utf8'), name).report).toBe(report);
  });
});
