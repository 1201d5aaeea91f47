import type { Table } from '@indexlab/core';
import type { Statement } from '../../ledger/statement.js';
import { namedPlaces, type NamedPlaces } from './named-places.js';

/** The sentences of the 2018 report that name places and say how many, or which ranks they hold. */
const sentences: readonly NamedPlaces[] = [
  { lists: ['total-provinces'], figure: 'total-provinces-top-5' },
  { lists: ['total-cities'], figure: 'cities-top-3' },
  { lists: ['growth-provinces', 'growth-provinces-over-80'], figure: 'fast-provinces' },
  { lists: ['economy-provinces'], figure: 'economy-provinces-top-5' },
  {
    lists: ['economy-second-group'],
    figure: 'economy-second-group-ranks',
    cause: 'economy-second-group',
    materiality: 'rank',
    means: 'The next group begins at rank 5, so these three hold ranks 2 to 4.',
  },
  { lists: ['economy-third-group'], figure: 'economy-third-group-ranks' },
  { lists: ['industry-cities'], figure: 'industry-next-cities-ranks' },
  {
    lists: ['industry-cities'],
    figure: 'industry-five-cities',
    cause: 'industry-five-cities',
    materiality: 'none',
    means: 'Five cities cannot hold ranks 2 to 5; with Beijing, named before them at rank 1, they would be five.',
  },
  { lists: ['industry-newcomers'], figure: 'industry-newcomers' },
  { lists: ['government-cities'], figure: 'government-top-4' },
  { lists: ['social'], figure: 'social-top-5' },
  { lists: ['payment'], figure: 'payment-top-5' },
  { lists: ['section-social'], figure: 'section-social-top-5' },
  { lists: ['section-payment'], figure: 'section-payment-top-5' },
  { lists: ['section-payment-northern'], figure: 'section-payment-northern' },
  { lists: ['interaction-last'], figure: 'interaction-last-5' },
  { lists: ['culture'], figure: 'culture-top-5' },
  { lists: ['news'], figure: 'news-top-5' },
  { lists: ['comments'], figure: 'comments-top-5' },
];

/** What the language of claims cannot say of the China "Internet Plus" Index 2018: how many places a sentence names. */
export function internetPlus2018(load: (id: string) => Table): Statement[] {
  return sentences.map((sentence) => namedPlaces('internet-plus-2018', sentence, load));
}
