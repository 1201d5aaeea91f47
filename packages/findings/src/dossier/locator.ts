import type { Place } from '@indexlab/claims';

/** A place as one line: `section 2.1; offset 1480`. */
export function locatorOf(place: Place | null): string {
  if (!place) return '';
  const { section, page, table, offset } = place;
  const parts: (string | false)[] = [
    section !== undefined && `section ${section}`,
    page !== undefined && `page ${page}`,
    table !== undefined && `table ${table}`,
    offset !== undefined && `offset ${offset}`,
  ];
  return parts.filter((part) => part !== false).join('; ');
}

/** The headings above a section of a report as one; a chapter without sections has one heading. */
export function headingOf(chapter: string, heading: string): string {
  return chapter === heading ? chapter : `${chapter}, ${heading}`;
}
