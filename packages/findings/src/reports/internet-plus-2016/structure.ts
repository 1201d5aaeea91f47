import { printedNumber } from '@indexlab/core';
import { sum } from '../../checks/sum.js';
import type { Evidence } from '../../ledger/evidence.js';
import type { ComputedNumber } from '../../ledger/statement.js';
import { claim, type ClaimMaker } from './claim.js';
import { figureCell } from './figures.js';

const tencent = ['summary-tencent-data-sets', 'data-tencent-sets'] as const;
const companies = [
  'summary-jd-data-sets',
  'summary-didi-data-sets',
  'summary-ctrip-data-sets',
  'summary-meituan-data-sets',
];
const firstLevel = ['base-first-level', 'industry-first-level', 'innovation-first-level', 'smart-city-first-level'];
const weights = ['weight-base', 'weight-industry', 'weight-innovation', 'weight-smart-city'];

/** Claims about how the index is put together (summary and chapter 1): counts of indicators, weights. */
export const structureClaims: readonly ClaimMaker[] = [
  claim('first-level-indicators-summary', {
    figure: 'summary-first-level-indicators',
    statement: 'The index has 14 first-level indicators (一级指标), says the executive summary',
    compute: (evidence) => figures(evidence, firstLevel),
    class: 'text against text',
    means:
      'Sections 1.1 to 1.4 count two, three, two and six first-level indicators, thirteen together, and section 3.1 says thirteen.',
  }),
  claim('first-level-indicators-method', {
    figure: 'weights-first-level-indicators',
    statement: 'The index has 13 first-level indicators, says section 3.1',
    compute: (evidence) => figures(evidence, firstLevel),
  }),
  claim('second-level-indicators', {
    figure: 'summary-second-level-indicators',
    alsoAt: ['summary-dimensions'],
    statement:
      'The index has 135 second-level indicators (二级指标): the data sets of Tencent, JD, Didi, Ctrip and Meituan-Dianping add up to them',
    compute: (evidence) => figures(evidence, [tencent[0], ...companies]),
  }),
  claim('company-data-sets', {
    figure: 'data-company-sets',
    statement: 'JD, Didi, Ctrip and Meituan-Dianping give 14 data sets together',
    compute: (evidence) =>
      figures(evidence, ['data-jd-sets', 'data-didi-sets', 'data-ctrip-sets', 'data-meituan-sets']),
  }),
  ...(
    [
      ['tencent', tencent[1], tencent[0]],
      ['jd', 'data-jd-sets', 'summary-jd-data-sets'],
      ['didi', 'data-didi-sets', 'summary-didi-data-sets'],
      ['ctrip', 'data-ctrip-sets', 'summary-ctrip-data-sets'],
      ['meituan', 'data-meituan-sets', 'summary-meituan-data-sets'],
    ] as const
  ).map(([company, figure, other]) =>
    claim(`data-sets-${company}-repeated`, {
      figure,
      statement: `Section 2.1 and the summary give one number of data sets from ${company}`,
      compute: (evidence) => figures(evidence, [other]),
      class: 'text against text',
      means: 'Two passages print one count differently.',
    }),
  ),
  claim('industry-company-indicators', {
    figure: 'industry-company-indicators',
    statement:
      'The industry sub-index adds 14 indicators of the companies: three of JD, two of Didi, four of Ctrip, five of Meituan-Dianping',
    compute: (evidence) =>
      figures(evidence, [
        'services-retail-dimensions',
        'services-transport-dimensions',
        'services-tourism-dimensions',
        'services-catering-dimensions',
      ]),
  }),
  claim('industry-second-level', {
    figure: 'industry-second-level',
    alsoAt: ['industry-dimensions'],
    statement: 'The industry sub-index has 26 second-level indicators: 10 of accounts, 2 of payments, 14 of companies',
    compute: (evidence) =>
      figures(evidence, ['industry-account-indicators', 'industry-payment-indicators', 'industry-company-indicators']),
  }),
  claim('services-account-dimensions', {
    figure: 'services-account-dimensions',
    statement: 'Each service industry rests on 12 dimensions of accounts and payments: 10 and 2',
    compute: (evidence) => figures(evidence, ['industry-account-indicators', 'industry-payment-indicators']),
  }),
  ...(['wechat', 'qq', 'content', 'cloud'] as const).map((part) =>
    claim(`base-${part}-indicators-repeated`, {
      figure: `base-2-${part}-indicators`,
      statement: `Chapters 1 and 2 give one number of ${part} indicators of the base sub-index`,
      compute: (evidence) => figures(evidence, [`base-${part}-indicators`]),
      class: 'text against text',
      means: 'Two passages print one count differently.',
    }),
  ),
  claim('weights-sum', {
    statement: 'The stated weights of the four sub-indices (27.69, 26.39, 21.93, 23.99) sum to 100',
    printed: printedNumber('100', { unit: '%', exact: true }),
    locator: 'chapter 1, section 3.1; offset 21467',
    compute: (evidence) => figures(evidence, weights),
    class: 'arithmetic',
    reason: 'Weights that share one whole must sum to 100.',
  }),
];

function figures(evidence: Evidence, ids: readonly string[]): ComputedNumber {
  return sum(ids.map((id) => figureCell(evidence, id)));
}
