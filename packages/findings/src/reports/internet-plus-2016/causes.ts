import type { StatedCause } from '../../dossier/causes.js';

/** The mistakes of this report, each once, with the rows that it explains. */
export const internetPlus2016Causes: readonly StatedCause[] = [
  {
    id: 'weights',
    title: 'The stated weights of the sub-indices (27.69, 26.39, 21.93 and 23.99 %) do not give the printed totals',
    explains: /^(weight-|weights-|rebuilt-)/,
    materiality: 'headline',
  },
  {
    id: 'first-level-indicators',
    title: 'Fourteen first-level indicators are announced, and thirteen are defined',
    explains: /^first-level-indicators-summary$/,
    materiality: 'digit',
  },
  {
    id: 'largest-leap',
    title: 'Deyang is called the largest leapfrogging city; another leads by every printed lead',
    explains: /^leapfrog-smart-deyang-largest$/,
    materiality: 'rank',
  },
  {
    id: 'beijing-over-gdp',
    title: 'The ratio of Beijing is called two to three, and the table below prints 3.6',
    explains: /^two-to-three-times-gdp-beijing$/,
    materiality: 'digit',
  },
];
