import type { Table } from '@indexlab/core';
import { Evidence } from '../../ledger/evidence.js';
import type { Statement } from '../../ledger/statement.js';
import { combinedRankClaims } from './combined-rank.js';
import { Figures } from './figures.js';
import { networkClaims } from './networks.js';
import { nineProvincesClaims } from './nine-provinces.js';
import { smartCityProvinceClaims } from './smart-city-provinces.js';
import { rebuiltTotals, weightClaims } from './weights.js';

/** What the China "Internet Plus" Index 2016 claims and its dossier cannot say: recovered weights, networks, relations. */
export function internetPlus2016(load: (id: string) => Table): Statement[] {
  const figures = new Figures(load);
  const claims = [weightClaims, nineProvincesClaims, combinedRankClaims, smartCityProvinceClaims, networkClaims];
  return [...claims.flat().map((make) => make(figures)), ...rebuiltTotals(new Evidence(load))];
}
