import type { Interval } from '@indexlab/core';
import { recoverWeights, type Recovery } from '@indexlab/index-engine/recover';
import type { Evidence } from '../../ledger/evidence.js';
import type { Statement } from '../../ledger/statement.js';

/** A weighted sum whose weights the report does not print, and those that fit every row. */
interface Recovered {
  readonly slug: string;
  readonly says: string;
  readonly total: string;
  /** The column of each part, by what the part is called. */
  readonly parts: Readonly<Record<string, { readonly table: string; readonly column: string }>>;
  readonly weights: Readonly<Record<string, number>>;
  readonly offset: number;
}

const components = ['reach', 'service', 'interaction'];
const services = ['government', 'convenience', 'infrastructure'];

const sums: readonly Recovered[] = [
  ['provinces', '', 'Table 6', 19288, 'Table 5', 17607] as const,
  ['cities of Zhejiang', 'zhejiang-', 'Table 11', 47588, 'Table 9', 45714] as const,
].flatMap(([units, prefix, tableOfGovernment, government, tableOfTotals, totals]): Recovered[] => [
  {
    slug: `weights-${prefix}government`,
    says: `${tableOfGovernment}: government services of the ${units} are 40, 25 and 35 % of reach, service and interaction`,
    total: `${prefix}government`,
    parts: Object.fromEntries(components.map((column) => [column, { table: `${prefix}government`, column }])),
    weights: { reach: 0.4, service: 0.25, interaction: 0.35 },
    offset: government,
  },
  {
    slug: `weights-${prefix}total`,
    says: `${tableOfTotals}: totals of the ${units} are 45, 30 and 25 % of the three services, those of government rescaled`,
    total: `${prefix}total`,
    parts: Object.fromEntries(services.map((name) => [name, { table: `${prefix}${name}`, column: 'index' }])),
    weights: { government: 0.45, convenience: 0.3, infrastructure: 0.25 },
    offset: totals,
  },
]);

/** The weights that the report of 2015 does not print, between the bounds that its tables leave. */
export function recoveredWeights(): Statement[] {
  return sums.map((sum) => ({
    id: `cisi-2015/${sum.slug}`,
    kind: 'invariant',
    statement: sum.says,
    printed: Object.values(sum.weights)
      .map((weight) => `${weight * 100} %`)
      .join(', '),
    locator: `cisi-2015/${sum.total}; offset ${sum.offset}`,
    at: { table: sum.total, offset: sum.offset },
    compute: (evidence) => {
      const { status, stated, weights, scaling } = recovered(evidence, sum);
      const bounds = Object.entries(weights).map(([part, { lower, upper }]) => {
        const rescaled = scaling[part]?.method === 'none' ? '' : ', rescaled';
        return `${part} ${percent(lower)} to ${percent(upper)} %${rescaled}`;
      });
      return { holds: status === 'feasible' && stated?.possible ? 'always' : 'never', text: bounds.join('; ') };
    },
    class: 'method',
    means: 'Some row does not have its printed total under these weights.',
    assumptions: ['the weights sum to one', 'no weight is negative', 'weights are printed nowhere'],
  }));
}

function recovered(evidence: Evidence, { total, parts, weights }: Recovered): Recovery {
  const unit = evidence.places(`cisi-2015/${total}`);
  const column = (table: string, name: string): Interval[] =>
    unit.map((place) => evidence.at(`cisi-2015/${table}`, place, name).interval);
  return recoverWeights({
    unit,
    parts: Object.fromEntries(
      Object.entries(parts).map(([part, { table, column: name }]) => [part, column(table, name)]),
    ),
    total: column(total, 'index'),
    stated: weights,
  });
}

function percent(weight: number | null): string {
  return weight === null ? '?' : (100 * weight).toFixed(2);
}
