import type { Table } from '@indexlab/core';
import { Evidence } from '../../ledger/evidence.js';
import type { Statement } from '../../ledger/statement.js';
import { correlationClaims } from './correlations.js';
import { Figures } from './figures.js';
import { innovationClaims } from './innovation.js';
import { innovationPartsClaims } from './innovation-parts.js';
import { nineProvincesClaims } from './nine-provinces.js';
import { otherClaims } from './other.js';
import { smartCityClaims } from './smart-city.js';
import { smartCityProvinceClaims } from './smart-city-provinces.js';
import { rebuiltTotals, weightClaims } from './weights.js';

/** Every claim of the China "Internet Plus" Index 2016, chapter by chapter, then the invariants of its tables. */
export function internetPlus2016(load: (id: string) => Table): Statement[] {
  const figures = new Figures(load);
  const claims = [
    weightClaims,
    nineProvincesClaims,
    innovationClaims,
    innovationPartsClaims,
    smartCityClaims,
    smartCityProvinceClaims,
    correlationClaims,
    otherClaims,
  ];
  return [...claims.flat().map((make) => make(figures)), ...rebuiltTotals(new Evidence(load))];
}
