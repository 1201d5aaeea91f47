import type { Table } from '@indexlab/core';
import type { Statement } from '../../ledger/statement.js';
import { Figures } from './figures.js';
import { networkClaims } from './networks.js';
import { nineProvincesClaims } from './nine-provinces.js';
import { provinceRelationClaims } from './province-relations.js';
import { weightClaims } from './weights.js';

export { hubAndSpoke, type RankedCity, type RegionNetwork } from './hub-and-spoke.js';
export { failureRate, returnRate, serviceValue } from './smart-city-indicators.js';

/** What the China "Internet Plus" Index 2016 claims and its dossier cannot say: recovered weights, networks, relations. */
export function internetPlus2016(load: (id: string) => Table): Statement[] {
  const figures = new Figures(load);
  const claims = [weightClaims, nineProvincesClaims, provinceRelationClaims, networkClaims];
  return claims.flat().map((make) => make(figures));
}
