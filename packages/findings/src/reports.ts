import type { Table } from '@indexlab/core';
import type { StatedCause } from './dossier/causes.js';
import { recoveredWeights } from './reports/cisi-2015/recovered-weights.js';
import { internetPlus2016 } from './reports/internet-plus-2016/index.js';
import { internetPlus2018 } from './reports/internet-plus-2018/index.js';
import type { Statement } from './ledger/statement.js';

/**
 * The statements of every report by its short id. Invariants are generated from the tables, hence the loader.
 */
export const reports: Readonly<Record<string, (load: (id: string) => Table) => readonly Statement[]>> = {
  'cisi-2015': recoveredWeights,
  'internet-plus-2016': internetPlus2016,
  'internet-plus-2018': internetPlus2018,
  'digital-china-2020': () => [],
  'city-digital-economy-2021': () => [],
};

/** The mistakes that a report's functions name by the ids of rows; those of these reports stand in their claims. */
export const statedCauses: Readonly<Record<string, readonly StatedCause[]>> = {};
