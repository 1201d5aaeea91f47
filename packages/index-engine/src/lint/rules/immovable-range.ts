import type { PlannedNode } from '../../build/plan.js';
import { methodOf, placeOfOption } from '../node-methods.js';
import type { Finding, Rule, Subject } from '../problem.js';

/** A scale without width, and experts whose scale leaves weights no room. */
export const immovableRange: Rule = {
  severity: 'warning',
  find: (subject) =>
    subject.nodes.flatMap((node) => [...scoresWithoutWidth(subject, node), ...weightsWithoutRoom(subject, node)]),
};

function scoresWithoutWidth(subject: Subject, node: PlannedNode): Finding[] {
  const range = methodOf(node, 'normalise').range();
  if (!range || range[1] > range[0]) return [];
  return [
    {
      path: placeOfOption(subject, node, 'normalise'),
      node: node.row.id,
      reason: `all scores lie between ${range[0]} and ${range[1]}: no unit can differ from another`,
      remedy: 'State a lower end below the upper one.',
    },
  ];
}

function weightsWithoutRoom(subject: Subject, node: PlannedNode): Finding[] {
  const weigh = methodOf(node, 'weigh');
  const range = node.children.length > 1 ? weigh.weightRange(node.children.length) : null;
  if (!range) return [];
  const [low, high] = (weigh.options.scale as [number, number] | undefined) ?? [1, 5];
  return [
    {
      path: placeOfOption(subject, node, 'weigh'),
      node: node.row.id,
      reason: `a scale from ${low} to ${high} keeps every weight between ${range[0].toFixed(3)} and ${range[1].toFixed(3)}, whatever the experts think`,
      remedy: 'Take scores from 0, or let experts allocate a budget (budget-allocation).',
    },
  ];
}
