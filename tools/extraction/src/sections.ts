import { locate } from './printed-table.js';
import { numbersIn, type TextNumber } from './text-numbers.js';

/** A section of a report's text. */
export interface Section {
  readonly id: string;
  readonly chapter: string;
  readonly heading: string;
  /** Strings that follow one another behind the section before; the section begins with the last. */
  readonly find: readonly string[];
}

/** A section that is found by its heading, or by the given strings. */
export function section(id: string, chapter: string, heading: string, ...find: string[]): Section {
  return { id, chapter, heading, find: find.length > 0 ? find : [heading] };
}

export interface LocatedSection extends Section {
  readonly offset: number;
}

/** A sentence of prose that holds a number. */
export interface NumberedSentence {
  readonly section: LocatedSection;
  readonly offset: number;
  readonly length: number;
  /** Offsets count from the beginning of the text. */
  readonly numbers: readonly TextNumber[];
  /** The sentence is a heading, or the caption of a figure or table. */
  readonly heading: boolean;
}

/** Where each section begins. */
export function locateSections(text: string, sections: readonly Section[]): LocatedSection[] {
  let end = 0;
  return sections.map((section) => {
    const offset = end + locate(text.slice(end), section.find);
    end = offset + section.find.at(-1)!.length;
    // A heading that is searched with its line breaks begins behind the first.
    return { ...section, offset: text[offset] === '\n' ? offset + 1 : offset };
  });
}

/**
 * The sentences of prose that hold a number, in their order, from the first section on.
 *
 * A sentence ends at 。！？； or at the end of its line; rows of tables and displayed formulas are not prose.
 *
 * @param titles printed titles of tables; they count as headings
 */
export function numberedSentences(
  text: string,
  sections: readonly LocatedSection[],
  titles: readonly string[],
): NumberedSentence[] {
  const headings = new Set([...titles, ...sections.map(({ heading }) => heading)]);
  const sentences: NumberedSentence[] = [];
  for (const { 0: line, index: start } of text.matchAll(/[^\n]+/g)) {
    const section = sections.findLast(({ offset }) => offset <= start);
    if (!section || line.includes('\t') || line.startsWith('$$')) continue;
    for (const { 0: sentence, index } of line.matchAll(/[^。！？；]+[。！？；]?/g)) {
      const offset = start + index;
      const numbers = numbersIn(sentence).map((number) => ({ ...number, offset: offset + number.offset }));
      const heading = headings.has(line.trim()) || /^(#|(图|表) ?\d|\d(\.\d+)*\.? .{1,40}$)/.test(line.trim());
      if (numbers.length > 0) sentences.push({ section, offset, length: sentence.length, numbers, heading });
    }
  }
  return sentences;
}
