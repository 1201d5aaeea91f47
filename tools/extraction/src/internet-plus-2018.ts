import { internetPlus2018Sections } from './internet-plus-2018-sections.js';
import type { PrintedTable } from './printed-table.js';
import { textTables } from './text-tables.js';

/** What the text of the China "Internet Plus" Index Report 2018 says in numbers and lists; its excerpt has no tables. */
export function internetPlus2018(text: string): PrintedTable[] {
  return textTables('internet-plus-2018', text, internetPlus2018Sections, []);
}
