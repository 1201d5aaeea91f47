import type { Dossier } from '@indexlab/adapters';
import { type Hedge, type Place, printedText, type TextFigure } from '@indexlab/claims';
import { headingOf, locatorOf } from './locator.js';

/** What a dossier knows of the sentences of its report: their numbers, and the headings above them. */
export interface DossierText {
  readonly figures: ReadonlyMap<string, TextFigure>;
  /** A place as one line, with the headings of the report. */
  readonly locate: (place: Place | null) => string;
}

/** Reads the tables `text-figures` and `text-sections` of a dossier, where it has them. */
export function dossierText(dossier: Dossier): DossierText {
  const sections = recordsOf(dossier, 'text-sections').map(({ id, chapter, heading, offset }) => ({
    id: id!,
    title: headingOf(chapter!, heading!),
    offset: Number(offset),
  }));
  const sectionOf = ({ section, offset }: Place) =>
    section === undefined && offset !== undefined
      ? sections.findLast((one) => one.offset <= offset)
      : sections.find(({ id }) => id === section);
  const tables = new Map(dossier.tables.map(({ name, locator }) => [name, locator]));
  return {
    figures: new Map(recordsOf(dossier, 'text-figures').map((row, at) => [row.id!, figureOf(row, at + 1)])),
    locate: (place) => {
      const heading = place && sectionOf(place)?.title;
      if (heading) return `${heading}; offset ${place.offset}`;
      const table = tables.get(place?.table ?? '');
      return table?.heading ? `${table.chapter}, ${table.heading}; offset ${table.offset}` : locatorOf(place);
    },
  };
}

function figureOf(row: Readonly<Record<string, string>>, line: number): TextFigure {
  const { statement, token, unit, qualifier, exact, section, offset } = row;
  return {
    says: statement!,
    printed: printedText(token!.replace('~', '-'), qualifier as Hedge, unit ?? ''),
    exact: exact === 'true',
    at: { section: section!, offset: Number(offset) },
    cell: `text-figures#${line}/token`,
  };
}

function recordsOf({ text }: Dossier, name: string): Record<string, string>[] {
  const table = text.find((one) => one.name === name);
  if (!table) return [];
  return table.rows.map((cells) => Object.fromEntries(table.fields.map((field, at) => [field.name, cells[at] ?? ''])));
}
