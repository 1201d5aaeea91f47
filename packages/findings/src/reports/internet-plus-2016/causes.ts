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
    id: 'users-of-ten-fields',
    title: 'The share of users of all local services is given to the ten fields',
    explains: /^services-ten-fields-/,
    materiality: 'digit',
  },
  {
    id: 'guangdong-in-the-first-ten',
    title: 'Four cities of Guangdong are counted among the first ten of the smart-city list, which has three',
    explains: /^smart-guangdong-top-ten$/,
    materiality: 'digit',
  },
];
