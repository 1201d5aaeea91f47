import { Exact, type Interval, monotoneBounds } from '@indexlab/core';
import { descending } from '../../checks/descending.js';
import type { Cell, Evidence } from '../../ledger/evidence.js';
import type { ComputedNumber } from '../../ledger/statement.js';
import { claim, type ClaimMaker, valuesOf } from './claim.js';
import { figureCell } from './figures.js';

/**
 * Claims that bind the two parts of the innovation sub-index, new apps and new ventures (chapter 4).
 *
 * With `w` the weight of apps, a city's value is `w * apps + (1 - w) * ventures`, both as shares of the national
 * total; apps per venture over the national ratio is `apps / ventures` of these shares.
 */
export const innovationPartsClaims: readonly ClaimMaker[] = [
  claim('innovation-weight-of-apps', {
    statement:
      'The shares of Beijing and Shenzhen in new apps and new ventures (34.3, 26.0) and their two values fit one weight of apps between 0 and 1',
    printed: 'a weight between 0 and 1',
    locator: 'chapter 4, section 1.2; offset 44602',
    compute: (evidence) => {
      const { value, bounds } = weightOfApps(evidence);
      const holds = bounds.lower!.sign() >= 0 && bounds.upper!.compare(Exact.one) <= 0;
      const [lower, upper] = bounds.ends().map((end) => end.toFixed(3));
      return {
        holds: holds ? 'always' : 'possibly',
        text: `the weight of apps is ${value!.toFixed(3)}, from ${lower} to ${upper}; ventures have the rest`,
      };
    },
    reason: 'The report prints no weights inside the sub-index; these follow from its own figures.',
  }),
  claim('apps-five-fields-order', {
    statement:
      'Local services, tools, games, e-commerce and education (生活 O2O、工具软件、手机游戏、电子商务、教育培训) are the five leading fields of new apps, in this order',
    printed: 'falling shares',
    locator: 'chapter 4, section 2.1; offset 45093',
    compute: (evidence) =>
      descending(
        ['life', 'tool', 'game', 'commerce', 'education'].map((field) =>
          figureCell(evidence, `innovation-${field}-apps`),
        ),
        ['local services', 'tools', 'games', 'e-commerce', 'education'],
      ),
  }),
  claim('innovation-shenzhen-apps-per-venture', {
    figure: 'innovation-other-top-5-apps-per-project',
    statement: 'Shenzhen has at least 10 new apps per new venture, as have the other leaders beside Chongqing',
    compute: (evidence) => shenzhenRatio(evidence),
    class: 'text against text',
    reason:
      'Follows from the shares of Beijing and Shenzhen together and the ratios of Beijing and the nation; it must be 10 or more.',
  }),
];

/** `w = (value - ventures) / (apps - ventures)` of Beijing and Shenzhen together: rising in the value, falling in both shares. */
function weightOfApps(evidence: Evidence): ComputedNumber {
  const [beijing, shenzhen] = valuesOf(evidence, 'innovation', ['北京', '深圳']);
  const shares = bothCities(evidence);
  const compute = ([a, b, apps, ventures]: Exact[]): Exact => a!.plus(b!).minus(ventures!).over(apps!.minus(ventures!));
  return bounded(compute, [beijing!, shenzhen!, ...shares], ['up', 'up', 'down', 'down']);
}

/** Shenzhen's apps per venture, from its share of both cities' apps and ventures after Beijing's is taken off. */
function shenzhenRatio(evidence: Evidence): ComputedNumber {
  const [beijing] = valuesOf(evidence, 'innovation', ['北京']);
  const [shenzhen] = valuesOf(evidence, 'innovation', ['深圳']);
  const ofBeijing = figureCell(evidence, 'innovation-beijing-apps-per-project');
  const ofNation = figureCell(evidence, 'innovation-national-apps-per-project');
  const compute = ([apps, ventures, ratioBeijing, ratioNation, valueBeijing, valueShenzhen]: Exact[]): Exact => {
    const weight = valueBeijing!.plus(valueShenzhen!).minus(ventures!).over(apps!.minus(ventures!));
    const relative = ratioBeijing!.over(ratioNation!);
    const venturesBeijing = valueBeijing!.over(weight.times(relative).plus(Exact.one.minus(weight)));
    const appsBeijing = venturesBeijing.times(relative);
    return apps!.minus(appsBeijing).over(ventures!.minus(venturesBeijing)).times(ratioNation!);
  };
  const cells = [...bothCities(evidence), ofBeijing, ofNation, beijing!, shenzhen!];
  return bounded(
    compute,
    cells,
    cells.map(() => 'either'),
  );
}

function bothCities(evidence: Evidence): Cell[] {
  return ['innovation-two-cities-apps', 'innovation-two-cities-projects'].map((id) => figureCell(evidence, id));
}

function bounded(
  compute: (values: Exact[]) => Exact,
  cells: readonly Cell[],
  directions: ('up' | 'down' | 'either')[],
): ComputedNumber {
  const intervals: Interval[] = cells.map(({ interval }) => interval);
  return { value: compute(cells.map(({ value }) => value)), bounds: monotoneBounds(compute, intervals, directions) };
}
