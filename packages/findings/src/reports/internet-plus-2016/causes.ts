import type { StatedCause } from '../../dossier/causes.js';

/** The mistakes of this report that its functions find, with the rows that each explains. */
export const internetPlus2016Causes: readonly StatedCause[] = [
  {
    id: 'weights',
    title: 'The stated weights of the sub-indices (27.69, 26.39, 21.93 and 23.99 %) do not give the printed totals',
    explains: /^(weight-|weights-|rebuilt-)/,
    materiality: 'headline',
  },
];
