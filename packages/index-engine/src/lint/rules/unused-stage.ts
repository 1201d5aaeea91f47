import { type IndicatorStage, indicatorStages } from '../../specification/schema.js';
import { isDenominated, isIndicator, methodOf } from '../node-methods.js';
import type { Finding, Rule, Subject } from '../problem.js';

/** A stage that is stated but not among `stages`, or the other way round. */
export const unusedStage: Rule = {
  severity: 'warning',
  find: (subject) => {
    const order = subject.specification.stages;
    if (!order) return [];
    return indicatorStages.flatMap((stage): Finding[] => {
      const stated = isStated(stage, subject);
      if (stated === order.includes(stage)) return [];
      return [
        stated
          ? {
              path: ['stages'],
              reason: `${stage} is stated but is not among the stages`,
              remedy: `Add ${stage} to stages, or take its options out.`,
            }
          : {
              path: ['stages', order.indexOf(stage)],
              reason: `${stage} is among the stages but nothing says how`,
              remedy: `State a method for ${stage}, or take it out of stages.`,
            },
      ];
    });
  },
};

function isStated(stage: IndicatorStage, { specification, nodes }: Subject): boolean {
  if (stage === 'screen') return specification.screen !== undefined;
  return nodes
    .filter(isIndicator)
    .some((node) => (stage === 'denominate' ? isDenominated(node) : methodOf(node, stage).name !== 'none'));
}
