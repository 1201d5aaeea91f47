import { listNames } from './errors.js';

/**
 * The names that a misspelt one may mean, nearest first: those within a third of its length in single-character edits
 * (insertion, deletion, substitution, neighbours swapped; case and blanks do not count), those that contain it, and
 * those with the same stem: the first five characters or more, and half of the shorter name. Last come abbreviations, either
 * way: a name's initials, or a third of its letters in order ("yr" for year).
 *
 * @param name what was asked for
 * @param names what there is
 * @param limit how many at most
 *
 * @example
 * nearestNames('scor', ['rank', 'score', 'port']) // => ['score']
 * @example
 * nearestNames('GDP', ['gdp per head', 'population']) // => ['gdp per head']
 */
export function nearestNames(name: string, names: Iterable<string>, limit = 3): string[] {
  const wanted = plain(name);
  const near: { candidate: string; distance: number }[] = [];
  for (const candidate of new Set(names)) {
    const other = plain(candidate);
    const allowed = Math.max(1, Math.floor(Math.max(wanted.length, other.length) / 3));
    const stem = sharedStart(wanted, other);
    const related = stem >= 5 && 2 * stem >= Math.min(wanted.length, other.length);
    const contained = wanted.length >= 2 && (other.includes(wanted) || (other.length >= 3 && wanted.includes(other)));
    const apart = edits(wanted, other);
    const abbreviated = abbreviates(name, candidate) || abbreviates(candidate, name);
    const distance = contained ? Math.min(1, apart) : related || abbreviated ? Math.min(allowed, apart) : apart;
    if (wanted.length > 0 && distance <= allowed && distance < Math.max(wanted.length, other.length)) {
      near.push({ candidate, distance });
    }
  }
  return near
    .sort((a, b) => a.distance - b.distance)
    .slice(0, limit)
    .map(({ candidate }) => candidate);
}

/**
 * The remedy for an unknown name: the nearest names first, or all there are when none is near.
 *
 * @param what the kind of thing, in the plural: columns, units, options
 *
 * @example
 * didYouMean('scor', ['rank', 'score'], 'columns') // => 'Did you mean score? The columns are: rank, score.'
 */
export function didYouMean(name: string, names: Iterable<string>, what: string): string {
  const all = [...names];
  const near = nearestNames(name, all);
  const list = all.length > 0 ? `The ${what} are: ${listNames(all)}.` : `There are no ${what}.`;
  return near.length > 0 ? `Did you mean ${near.join(', ')}? ${list}` : list;
}

/** Whether a name is made of the other's initials, or of a third of its letters or more, the first among them and, if few, the last. */
function abbreviates(short: string, long: string): boolean {
  const [few, many] = [plain(short), plain(long)];
  if (few.length < 2 || few.length >= many.length) return false;
  const words = String(long)
    .normalize('NFKC')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
  if (words.length > 1 && words.map((word) => word[0]).join('') === few) return true;
  if (few[0] !== many[0] || 3 * few.length < many.length) return false;
  if (few.length < 4 && few.at(-1) !== many.at(-1)) return false;
  let at = 0;
  for (const letter of many) if (letter === few[at]) at += 1;
  return at === few.length;
}

function sharedStart(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length += 1;
  return length;
}

function plain(name: string): string {
  return String(name).normalize('NFKC').toLowerCase().replace(/\s+/g, '');
}

/** The Damerau-Levenshtein distance in its restricted form: no part is edited twice. */
function edits(a: string, b: string): number {
  let [before, last] = [new Array<number>(b.length + 1).fill(0), Array.from({ length: b.length + 1 }, (_, j) => j)];
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const substituted = last[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? before[j - 2]! + 1 : Infinity;
      row.push(Math.min(last[j]! + 1, row[j - 1]! + 1, substituted, swapped));
    }
    [before, last] = [last, row];
  }
  return last[b.length]!;
}
