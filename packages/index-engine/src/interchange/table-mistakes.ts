import { IndexlabError } from '@indexlab/core';

/** More would scroll away the first. */
const mostShown = 50;

/** Collects what is wrong in two tables, to tell it all at once. */
export class TableMistakes {
  private readonly found: string[] = [];

  /**
   * @param where the table, and in it the row (from 1) and the column
   * @param remedy what to do, where there is something
   */
  add(where: { table: string; row?: number; column?: string }, message: string, remedy?: string): void {
    const { table, row, column } = where;
    const place = [table, row !== undefined && `row ${row}`, column !== undefined && `column ${column}`]
      .filter(Boolean)
      .join(', ');
    this.found.push(`${place}: ${message}${remedy === undefined ? '' : `\n  ${remedy}`}`);
  }

  /** Throws all of them. @throws IndexlabError unless there is none */
  throwAny(caller: string): void {
    if (this.found.length === 0) return;
    const shown = this.found.slice(0, mostShown);
    if (this.found.length > mostShown) shown.push(`and ${this.found.length - mostShown} mistakes more`);
    throw new IndexlabError(
      [`${caller} requires tables without mistakes, got ${this.found.length}`, ...shown].join('\n'),
    );
  }
}
