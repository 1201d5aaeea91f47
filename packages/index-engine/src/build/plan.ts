import { optionOf, type TreeNode } from '../specification/index-tree.js';
import { methodParts, type WrittenMethod } from '../specification/method.js';
import type { Specification, SpecificationNode, StageOptions } from '../specification/schema.js';
import { aggregations, type Aggregator, type WrittenMissing } from '../stages/aggregate.js';
import { bindScaling, type Scaling } from '../stages/normalise/normalise.js';
import { bindTreatment, type Treatment } from '../stages/treat/treat.js';
import { type Weigh, weighings } from '../stages/weigh.js';

/** A node of the tree with what holds for it, its methods ready to run. */
export interface PlannedNode {
  readonly row: TreeNode;
  /** The places of the children in the list of nodes; none for a column of the data. */
  readonly children: readonly number[];
  /** A column stands for this node although the specification has nodes below it: its score, taken as it is. */
  readonly asGiven: boolean;
  readonly direction: 1 | -1;
  option<Option extends keyof StageOptions>(option: Option): StageOptions[Option];
  /** Of an indicator, or of an inner node that is scaled again; `null` where the values stay as they are. */
  readonly scaling: Scaling | null;
  readonly treatment: Treatment | null;
  readonly aggregator: Aggregator;
  /** What a missing child does to the node. */
  readonly missing: WrittenMissing;
  /** `null` where the weights stand in the tree: stated or equal. */
  readonly weigh: Weigh | null;
}

/** The nodes with their children and with the options that hold for each. */
export function planNodes(tree: readonly TreeNode[], specification: Specification): PlannedNode[] {
  const places = new Map(tree.map((row, place) => [row.id, place]));
  const children: number[][] = tree.map(() => []);
  const above: SpecificationNode[][] = [];
  tree.forEach((row, place) => {
    const parent = row.parent === null ? -1 : places.get(row.parent)!;
    // Only nodes with options for what lies below them say anything there.
    const group = parent < 0 || tree[parent]!.specification.within === undefined ? null : tree[parent]!.specification;
    above.push(parent < 0 ? [] : group ? [...above[parent]!, group] : above[parent]!);
    if (parent >= 0) children[parent]!.push(place);
  });
  // Most nodes share their methods: each written method is bound once.
  const [scaling, treatment, aggregator, weigh] = [
    bindOnce(bindScaling),
    bindOnce(bindTreatment),
    bindOnce((written) => bindFrom(aggregations, written) as Aggregator),
    bindOnce((written) => bindFrom(weighings, written) as Weigh),
  ];
  return tree.map((row, place) => {
    const option: PlannedNode['option'] = (name) =>
      optionOf(name, row.specification, row.level, above[place]!, specification);
    const leaf = children[place]!.length === 0;
    const asGiven = leaf && row.specification.children !== undefined;
    const [scale, treat, source] = [option('normalise'), option('treat') ?? 'none', option('weigh') ?? 'stated'];
    return {
      row,
      children: children[place]!,
      asGiven,
      direction: row.specification.direction === 'negative' ? -1 : 1,
      option,
      scaling: asGiven || (!leaf && scale === undefined) ? null : scaling(scale ?? 'none'),
      treatment: asGiven || !leaf || treat === 'none' ? null : treatment(treat),
      aggregator: aggregator(option('aggregate') ?? 'arithmetic'),
      missing: option('missing') ?? 'propagate',
      weigh: source === 'stated' || source === 'equal' ? null : weigh(source),
    };
  });
}

function bindFrom<Run>(
  methods: Readonly<Record<string, { bind(options: unknown): Run }>>,
  written: WrittenMethod,
): Run {
  const { name, options } = methodParts(written);
  return methods[name]!.bind(options);
}

function bindOnce<Bound>(bind: (written: WrittenMethod) => Bound): (written: WrittenMethod) => Bound {
  const known = new Map<WrittenMethod, Bound>();
  return (written) => {
    const bound = known.get(written) ?? bind(written);
    known.set(written, bound);
    return bound;
  };
}
