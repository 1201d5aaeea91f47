import { existsSync, readFileSync } from 'node:fs';
import { assertThat } from '@indexlab/core';
import { readCsv } from '@indexlab/readers';
import { exactColumn, textColumn } from './listing.js';
import { placeListsIn } from './place-lists.js';
import { locate, type PrintedColumn, type PrintedTable } from './printed-table.js';
import {
  type LocatedSection,
  locateSections,
  type NumberedSentence,
  numberedSentences,
  type Section,
} from './sections.js';
import type { TextNumber } from './text-numbers.js';

const offset = exactColumn('offset', 'Characters before it in the text');
const section = textColumn('section', 'Section, an id of text-sections');

/**
 * What a report says in running text, as tables:
 *
 * - `text-sections`: chapter, heading and offset of each section;
 * - `text-figures`: every number that says something about the index, with the statement in our own words;
 * - `text-lists`: lists of places, as printed;
 * - `text-claims`: what is said of the index without a number, where the report has a file of claims;
 * - `text-sentences`: every sentence with a number, with its figures or the reason why it has none.
 *
 * The files `specs/<report>-*.csv` of this package say which number of a section is which figure and which list of
 * places is which; the numbers and the names are read from the text.
 *
 * @param titles printed titles of tables: they are no sentences
 */
export function textTables(
  report: string,
  text: string,
  sections: readonly Section[],
  titles: readonly string[],
): PrintedTable[] {
  const located = locateSections(text, sections);
  const sentences = numberedSentences(text, located, titles);
  const figures = readFigures(report, sentences);
  const table = (
    id: string,
    title: string,
    columns: readonly PrintedColumn[],
    rows: readonly string[][],
  ): PrintedTable => ({
    id: `${report}/${id}`,
    title,
    locator: { chapter: 'all', heading: 'running text', offset: located[0]!.offset },
    columns,
    rows,
  });
  return [
    table(
      'text-sections',
      'Sections of the text',
      [
        textColumn('id', 'Section'),
        textColumn('chapter', 'Chapter'),
        textColumn('heading', 'Heading, as printed'),
        offset,
      ],
      located.map(({ id, chapter, heading, offset }) => [id, chapter, heading, String(offset)]),
    ),
    table(
      'text-figures',
      'Numbers about the index in running text',
      [
        textColumn('id', 'Figure'),
        textColumn('statement', 'What is said, in our own words'),
        textColumn('token', 'The number in digits; a range is low~high'),
        textColumn('printed', 'The number as printed'),
        textColumn('unit', 'Unit'),
        textColumn('qualifier', 'Qualifier, as in core'),
        { name: 'exact', title: 'A count or rank', type: 'boolean' },
        section,
        offset,
      ],
      figures.map(({ cells }) => cells),
    ),
    table(
      'text-lists',
      'Lists of places in running text',
      [
        textColumn('id', 'List'),
        textColumn('statement', 'What is said of them, in our own words'),
        textColumn('kind', 'order: the places stand in the order of their ranks; members: they belong to a set'),
        textColumn('names', 'The places as printed, with 、 between them'),
        section,
        offset,
      ],
      readLists(report, text, located),
    ),
    ...(hasSpecification(report, 'claims')
      ? [
          table(
            'text-claims',
            'What is said of the index without a number',
            [
              textColumn('id', 'Claim'),
              textColumn('statement', 'What is said, in our own words'),
              textColumn('kind', 'order, relation, trend or definition'),
              section,
              offset,
            ],
            readClaims(report, text, located),
          ),
        ]
      : []),
    table(
      'text-sentences',
      'Sentences with numbers, and what was read from each',
      [
        section,
        offset,
        exactColumn('length', 'Characters'),
        textColumn('numbers', 'The numbers as printed'),
        textColumn('figures', 'Figures read from it, ids of text-figures'),
        textColumn('reason', 'Why no figure was read from it'),
      ],
      describeSentences(report, sentences, figures),
    ),
  ];
}

interface Figure {
  readonly id: string;
  readonly numbers: readonly TextNumber[];
  readonly cells: string[];
}

function readFigures(report: string, sentences: readonly NumberedSentence[]): Figure[] {
  const numbersOf = new Map<string, TextNumber[]>();
  for (const sentence of sentences) {
    numbersOf.set(sentence.section.id, [...(numbersOf.get(sentence.section.id) ?? []), ...sentence.numbers]);
  }
  return readSpecification(report, 'figures').map((figure) => {
    const numbers = figure.number!.split('~').map((position) => {
      const number = numbersOf.get(figure.section!)?.[Number(position) - 1];
      assertThat(
        number !== undefined,
        () => `extract requires a number ${position} in section "${figure.section}", got fewer (${figure.id})`,
      );
      return number;
    });
    const token = numbers.map((number) => number.token.split('/')[0]).join('~'); // of a fraction the unit says the denominator
    const printed = numbers.map((number) => number.printed).join('~');
    const cells = [
      figure.id,
      figure.statement,
      token,
      printed,
      figure.unit,
      figure.qualifier,
      figure.exact,
      figure.section,
    ];
    return { id: figure.id!, numbers, cells: [...cells.map((cell) => cell ?? ''), String(numbers[0]!.offset)] };
  });
}

function readLists(report: string, text: string, sections: readonly LocatedSection[]): string[][] {
  const bySection = new Map<string, ReturnType<typeof placeListsIn>>();
  for (const list of placeListsIn(text)) {
    const within = sections.findLast((candidate) => candidate.offset <= list.offset);
    if (within) bySection.set(within.id, [...(bySection.get(within.id) ?? []), list]);
  }
  return readSpecification(report, 'lists').map(({ id, section, list, kind, statement }) => {
    const found = bySection.get(section!)?.[Number(list) - 1];
    assertThat(
      found !== undefined,
      () => `extract requires a list ${list} of places in section "${section}", got fewer (${id})`,
    );
    return [id!, statement!, kind!, found.names.join('、'), section!, String(found.offset)];
  });
}

/** A claim is found by a few characters of its own behind the heading of its section. */
function readClaims(report: string, text: string, sections: readonly LocatedSection[]): string[][] {
  return readSpecification(report, 'claims').map(({ id, section, find, kind, statement }) => {
    const start = sections.find((candidate) => candidate.id === section);
    assertThat(
      start !== undefined,
      () => `extract requires a section of the report, got ${JSON.stringify(section)} (${id})`,
    );
    return [id!, statement!, kind!, section!, String(start.offset + locate(text.slice(start.offset), [find!]))];
  });
}

function describeSentences(
  report: string,
  sentences: readonly NumberedSentence[],
  figures: readonly Figure[],
): string[][] {
  const reasons = new Map(readSpecification(report, 'context').map(({ section, reason }) => [section, reason!]));
  return sentences.map((sentence) => {
    const own = figures
      .filter(({ numbers }) => numbers.some((number) => sentence.numbers.includes(number)))
      .map(({ id }) => id);
    const reason = own.length > 0 ? '' : reasonOf(sentence, reasons.get(sentence.section.id));
    const printed = sentence.numbers.map((number) => number.printed).join(' ');
    return [sentence.section.id, String(sentence.offset), String(sentence.length), printed, own.join(' '), reason];
  });
}

function reasonOf(sentence: NumberedSentence, reason: string | undefined): string {
  if (sentence.heading) return 'heading or caption';
  if (sentence.numbers.every(({ token }) => /^20\d\d$/.test(token))) return 'a year and no other number';
  assertThat(
    reason !== undefined,
    () =>
      `extract requires figures or a reason for each sentence, got none (section "${sentence.section.id}", offset ${sentence.offset})`,
  );
  return reason;
}

function specification(report: string, name: string): URL {
  return new URL(`../specs/${report}-${name}.csv`, import.meta.url);
}

function hasSpecification(report: string, name: string): boolean {
  return existsSync(specification(report, name));
}

/** The rows of a specification, in the order of the file. */
function readSpecification(report: string, name: string): Record<string, string | null>[] {
  const { table } = readCsv(readFileSync(specification(report, name)), { layout: 'plain', types: 'text' });
  return table.toRows() as Record<string, string | null>[];
}
