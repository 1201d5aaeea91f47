import type { Cause } from '../dossier/causes.js';
import type { LedgerRow } from '../ledger/ledger-row.js';
import { passageAnchors } from './passages.js';
import { correctionsAt } from './corrections-at.js';
import type { ReportHeading } from './reviewer-report.js';
import { type Language, type Words, words } from './words.js';

/** Everything that the parts of a page are made from. */
export interface Page {
  readonly rows: readonly LedgerRow[];
  readonly causes: readonly Cause[];
  readonly heading: ReportHeading;
  readonly lang: Language;
  readonly words: Words;
  readonly dossier: NonNullable<ReportHeading['dossier']>;
  readonly rowOf: ReadonlyMap<string, LedgerRow>;
  /** The tables that have a place on the page, by id. */
  readonly tables: ReadonlySet<string>;
  /** The passages of the text that have a place on the page, by their headings. */
  readonly passages: ReadonlyMap<string, string>;
  /** The suspected mistakes of each cell, by reference with the report's name. */
  readonly correctionsAt: (ref: string) => readonly number[];
}

/** Gathers what the parts of a page share. */
export function pageOf(rows: readonly LedgerRow[], causes: readonly Cause[], heading: ReportHeading): Page {
  const name = heading.dossier?.name ?? rows[0]?.report ?? '';
  const dossier = heading.dossier ?? { name, tables: [], corrections: [], rekeyed: [], redone: [], recovered: [] };
  const lang = heading.lang ?? 'en';
  const correctionsOf = correctionsAt(dossier.corrections);
  return {
    rows,
    causes,
    heading,
    lang,
    words: words[lang],
    dossier,
    rowOf: new Map(rows.map((row) => [row.id, row])),
    tables: new Set(dossier.tables.map((table) => `${name}/${table.name}`)),
    passages: passageAnchors(rows.filter(isOfText)),
    correctionsAt: (ref) => correctionsOf(ref.slice(name.length + 1)),
  };
}

/** Whether a verdict could not be reached: what it needs is not printed, or no slip could have been noticed. */
export function isUnchecked({ verdict, why }: LedgerRow): boolean {
  return verdict === 'not-computable' || why === 'untestable';
}

/** Whether a row stands among the claims of the text. */
export function isOfText(row: LedgerRow): boolean {
  return row.kind === 'statement' && row.verdict !== null && !isUnchecked(row);
}

/** The table of a cell, `report/table`; `null` where a reference names no cell. */
export function tableOfRef(ref: string): string | null {
  return /^(.*)#\d/su.exec(ref)?.[1] ?? null;
}
