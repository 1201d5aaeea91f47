import type { Table } from '@indexlab/core';
import { headingOf } from '../../dossier/locator.js';
import { Evidence } from '../../ledger/evidence.js';
import type { Statement } from '../../ledger/statement.js';

/** A sentence that names places and says how many they are, or which ranks they hold. */
export interface NamedPlaces extends Pick<Statement, 'cause' | 'materiality' | 'means'> {
  /** Ids of `text-lists`. */
  readonly lists: readonly string[];
  /** An id of `text-figures`: a number of places, or a range of ranks. */
  readonly figure: string;
}

/** The check that a sentence names as many places as it says. */
export function namedPlaces(
  report: string,
  { lists, figure, ...contradiction }: NamedPlaces,
  load: (id: string) => Table,
): Statement {
  const [figures, listed] = [`${report}/text-figures`, `${report}/text-lists`];
  const labels = new Evidence(load);
  const row = labels.rowWith(figures, 'id', figure);
  const section = labels.peek(figures, row, 'section');
  const heading = labels.rowWith(`${report}/text-sections`, 'id', section);
  const above = (name: string): string => labels.peek(`${report}/text-sections`, heading, name);
  const token = labels.peek(figures, row, 'token');
  const offset = Number(load(figures).toRows()[row - 1]!.offset);
  return {
    id: `${report}/names-of-${figure}`,
    kind: 'statement',
    statement: `The sentence names as many places as it says: ${labels.peek(figures, row, 'statement')}`,
    locator: `${headingOf(above('chapter'), above('heading'))}; offset ${offset}`,
    at: { section, offset },
    printed: token.includes('~') ? `as many names as ranks ${token}` : `${token} names`,
    class: 'count',
    ...contradiction,
    compute: (evidence) => {
      const said = placesSaid(evidence.text(figures, row, 'token'));
      const names = lists.flatMap((list) =>
        evidence.text(listed, evidence.rowWith(listed, 'id', list), 'names').split('、'),
      );
      return {
        holds: names.length === said ? 'always' : 'never',
        text: `${names.length} names for ${said}: ${names.join('、')}`,
      };
    },
  };
}

/** How many places a token stands for: `5`, or as many as there are ranks in `2~5`. */
function placesSaid(token: string): number {
  const [low, high] = token.split('~').map(Number) as [number, number?];
  return high === undefined ? low : high - low + 1;
}
