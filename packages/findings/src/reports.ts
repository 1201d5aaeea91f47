import type { Table } from '@indexlab/core';
import type { StatedCause } from './dossier/causes.js';
import { internetPlus2016Causes } from './reports/internet-plus-2016/causes.js';
import { internetPlus2016 } from './reports/internet-plus-2016/index.js';
import type { Statement } from './ledger/statement.js';

/**
 * The statements of every report by its short id. Invariants are generated from the tables, hence the loader.
 */
export const reports: Readonly<Record<string, (load: (id: string) => Table) => readonly Statement[]>> = {
  'digital-china-2020': () => [],
  'internet-plus-2016': internetPlus2016,
};

/** The mistakes of every report, as far as its module names them. */
export const statedCauses: Readonly<Record<string, readonly StatedCause[]>> = {
  'internet-plus-2016': internetPlus2016Causes,
};
