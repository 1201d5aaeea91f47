import { listTables } from '@indexlab/adapters';
import { table } from './claim.js';

/** Where one of this report's tables stands, as a statement says it. */
export function tableLocator(name: string): string {
  const info = listTables().find(({ id }) => id === table(name))!;
  return `${info.locator.chapter}, ${info.locator.heading}; offset ${info.locator.offset}`;
}
