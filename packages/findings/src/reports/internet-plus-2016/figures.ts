import { assertThat, Exact, printedNumber, type PrintedNumber, type Qualifier, type Table } from '@indexlab/core';
import type { Place } from '@indexlab/claims';
import { headingOf } from '../../dossier/locator.js';
import type { Cell, Evidence } from '../../ledger/evidence.js';
import type { Statement } from '../../ledger/statement.js';

const textFigures = 'internet-plus-2016/text-figures';

/**
 * A claim before its figure is looked up: what `figure` names is a row of `text-figures`, which holds the printed
 * token, its unit and qualifier, the place in the text and the statement in plain words.
 */
export type Claim = Omit<Statement, 'id' | 'kind' | 'statement' | 'printed' | 'locator'> &
  ({ readonly figure: string; readonly statement?: string } | Pick<Statement, 'statement' | 'printed' | 'locator'>);

/** The figures in the sentences of this report, by id. */
export class Figures {
  readonly #rows: ReadonlyMap<string, Record<string, string | number | null>>;
  readonly #sections: ReadonlyMap<string, string>;

  constructor(load: (id: string) => Table) {
    this.#rows = new Map(
      load(textFigures)
        .toRows()
        .map((row) => [String(row.id), row]),
    );
    const sections = load('internet-plus-2016/text-sections').toRows();
    this.#sections = new Map(
      sections.map(({ id, chapter, heading }) => [String(id), headingOf(String(chapter), String(heading))]),
    );
  }

  /** A claim with its statement, printed number and place. */
  complete(claim: Claim): Omit<Statement, 'id' | 'kind'> {
    const passages = claim.alsoAt ?? [];
    const alsoAt = passages.map((passage) => this.#place(passage));
    const also = passages.map((passage) => this.#at(passage));
    if (!('figure' in claim)) return { ...claim, alsoAt, also };
    const { figure, statement = String(this.#row(figure).statement), ...rest } = claim;
    return {
      ...rest,
      alsoAt,
      also,
      statement,
      locator: this.#place(figure),
      at: this.#at(figure),
      printed: (evidence) => readFigure(evidence, figure),
    };
  }

  #at(id: string): Place {
    const { section, offset } = this.#row(id);
    return { section: String(section), offset: Number(offset) };
  }

  #place(id: string): string {
    const { section, offset } = this.#row(id);
    return `${this.#sections.get(String(section))}; offset ${offset}`;
  }

  #row(id: string): Record<string, string | number | null> {
    const row = this.#rows.get(id);
    assertThat(row !== undefined, () => `Figures requires the id of a figure in the text, got ${JSON.stringify(id)}`);
    return row;
  }
}

/** A figure of a sentence as a printed number; its token is recorded as evidence. */
function readFigure(evidence: Evidence, id: string): PrintedNumber {
  const row = evidence.rowWith(textFigures, 'id', id);
  const token = evidence.text(textFigures, row, 'token');
  const unit = evidence.peek(textFigures, row, 'unit');
  const qualifier = evidence.peek(textFigures, row, 'qualifier') as Qualifier;
  return printedNumber(token, { unit, qualifier, exact: evidence.peek(textFigures, row, 'exact') === 'true' });
}

/** A figure of a sentence as a cell, to compute with: the token itself, whatever qualifies it. */
export function figureCell(evidence: Evidence, id: string): Cell {
  const { token, exact } = readFigure(evidence, id);
  const { interval } = printedNumber(token, { exact });
  return {
    ref: `${textFigures}#${evidence.rowWith(textFigures, 'id', id)}/token`,
    token,
    value: Exact.parse(token),
    interval,
  };
}
