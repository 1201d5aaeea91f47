import type { Table } from '@indexlab/core';
import { Evidence } from '../../ledger/evidence.js';
import type { Statement } from '../../ledger/statement.js';
import { baseClaims } from './base.js';
import { combinedRankClaims, combinedRankInvariants } from './combined-rank.js';
import { Figures } from './figures.js';
import { tableInvariants } from './invariants.js';
import { leapfrogClaims, leapfrogInvariants } from './leapfrog.js';
import { networkClaims } from './networks.js';
import { serviceClaims } from './services.js';
import { smartCityProvinceClaims } from './smart-city-provinces.js';
import { structureClaims } from './structure.js';
import { totalClaims } from './total.js';
import { rebuiltTotals, weightClaims } from './weights.js';

/** Every claim of the China "Internet Plus" Index 2016, chapter by chapter, then the invariants of its tables. */
export function internetPlus2016(load: (id: string) => Table): Statement[] {
  const figures = new Figures(load);
  const claims = [
    structureClaims,
    weightClaims,
    totalClaims,
    leapfrogClaims,
    combinedRankClaims,
    baseClaims,
    serviceClaims,
    smartCityProvinceClaims,
    networkClaims,
  ];
  return [
    ...claims.flat().map((make) => make(figures)),
    ...rebuiltTotals(new Evidence(load)),
    ...leapfrogInvariants(load),
    ...combinedRankInvariants(load),
    ...tableInvariants(load),
  ];
}
