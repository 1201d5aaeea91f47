import { optionOf, type TreeNode } from '../specification/index-tree.js';
import { methodParts, type WrittenMethod } from '../specification/method.js';
import { optionReaders } from '../specification/option-readers.js';
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

type NodeMethods = Omit<PlannedNode, 'row' | 'children' | 'direction'>;

const everyReader = Object.values(optionReaders);

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
  const methodsOf = ({ specification: node, level }: TreeNode, place: number): NodeMethods => {
    const option: PlannedNode['option'] = (name) => optionOf(name, node, level, above[place]!, specification);
    const leaf = children[place]!.length === 0;
    const asGiven = leaf && node.children !== undefined;
    const [scale, treat, source] = [option('normalise'), option('treat') ?? 'none', option('weigh') ?? 'stated'];
    return {
      asGiven,
      option,
      scaling: asGiven || (!leaf && scale === undefined) ? null : scaling(scale ?? 'none'),
      treatment: asGiven || !leaf || treat === 'none' ? null : treatment(treat),
      aggregator: aggregator(option('aggregate') ?? 'arithmetic'),
      missing: option('missing') ?? 'propagate',
      weigh: source === 'stated' || source === 'equal' ? null : weigh(source),
    };
  };
  // Sibling indicators that state nothing of their own, most nodes of most indices, have the same methods.
  let alike: { parent: string | null; methods: NodeMethods } | null = null;
  return tree.map((row, place) => {
    const plain = row.specification.children === undefined && statesNothing(row.specification);
    const methods: NodeMethods = plain && alike?.parent === row.parent ? alike.methods : methodsOf(row, place);
    if (plain) alike = { parent: row.parent, methods };
    return {
      row,
      children: children[place]!,
      asGiven: methods.asGiven,
      direction: row.specification.direction === 'negative' ? -1 : 1,
      option: methods.option,
      scaling: methods.scaling,
      treatment: methods.treatment,
      aggregator: methods.aggregator,
      missing: methods.missing,
      weigh: methods.weigh,
    };
  });
}

function statesNothing(node: SpecificationNode): boolean {
  for (const read of everyReader) if (read(node) !== undefined) return false;
  return true;
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
