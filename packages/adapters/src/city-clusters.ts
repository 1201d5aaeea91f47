import { placeRows } from './place-rows.js';

/** A city cluster (城市群) and its members by its official plan. */
export interface CityCluster {
  readonly id: string;
  /** As the report of 2020 prints it, without 城市群. */
  readonly nameZh: string;
  readonly nameEn: string;
  /** The plan that names the members, and its year; the reports do not list them. */
  readonly plan: string;
  readonly year: number;
  readonly members: readonly ClusterMember[];
}

export interface ClusterMember {
  readonly code: string;
  /** Which parts of the unit belong to the cluster, or which do not; `null` when the whole unit does. */
  readonly parts: string | null;
}

/**
 * The eleven city clusters of the Digital China Index Report 2020, with their members by their official plans in force
 * at the end of 2019. A unit can belong to more than one, and to one only in part.
 *
 * @example
 * cityClusters().map(({ nameZh, members }) => `${nameZh} ${members.length}`).slice(0, 4)
 * // => ['珠三角 9', '京津冀 13', '长三角 27', '成渝 16']
 */
export function cityClusters(): CityCluster[] {
  const members = placeRows('clusters');
  return placeRows('cluster-sources').map((row) => ({
    id: row.cluster!,
    nameZh: row.nameZh!,
    nameEn: row.nameEn!,
    plan: row.plan!,
    year: Number(row.year),
    members: members
      .filter(({ cluster }) => cluster === row.cluster)
      .map(({ code, parts }) => ({ code: code!, parts: parts! })),
  }));
}
