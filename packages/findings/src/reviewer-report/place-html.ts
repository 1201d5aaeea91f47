import type { Page } from './page.js';
import { passageOf } from './passages.js';
import { saidHtml } from './said-html.js';

/** A place with its words in the page's language. */
export function placeWords(place: string, page: Page): string {
  return saidHtml(
    place.replace(/\b(section|page|table|offset)\b/gu, (word) => page.words.terms[word] ?? word),
    page,
  );
}

/** The same as a link to the passage of the text, where it has a place on the page. */
export function placeHtml(place: string, page: Page): string {
  const passage = passageOf(place);
  const anchor = passage === '' ? undefined : page.passages.get(passage);
  return anchor === undefined ? placeWords(place, page) : `<a href="#${anchor}">${placeWords(place, page)}</a>`;
}

/** A place without the passage under which a row stands anyway. */
export function withoutPassage(place: string, under: string | null): string {
  return under !== null && passageOf(place) === under ? place.slice(under.length).replace(/^;\s*/u, '') : place;
}
