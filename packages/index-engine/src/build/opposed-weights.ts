import { opposedChildren } from '../coherence/opposed-children.js';
import { chosenMethod } from '../specification/stage-methods.js';
import type { LogEntry } from './built-index.js';
import type { IndexRun } from './index-run.js';

/** A warning for each child that runs against its siblings where the weights follow from the scores. */
export function opposedWeights({ plan, scores }: IndexRun): LogEntry[] {
  return plan.nodes.flatMap(({ row, children, option, weigh }) => {
    if (weigh === null || children.length < 2) return [];
    const { name, traits } = chosenMethod('weigh', option('weigh'));
    if (!traits.fromScores) return [];
    const columns = Object.fromEntries(children.map((child) => [plan.ids[child]!, scores[child]!]));
    return opposedChildren(columns).map(({ child, correlation }) => ({
      stage: 'weigh',
      node: row.id,
      message: `${child} runs against its siblings (mean correlation ${correlation.toFixed(2)}), and ${name} weighs it as if it did not; check its direction`,
    }));
  });
}
