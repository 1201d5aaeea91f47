import { type CityCluster, cityClusters, type DossierField, gazetteer, resolvePlace } from '@indexlab/adapters';
import type { Places } from '@indexlab/claims';
import { bilingualName } from '../tell/bilingual-name.js';

type Level = 'city' | 'province';

/** The places of a dossier whose columns name cities or provinces. */
export interface GazetteerPlaces extends Places {
  /** The code of a name in a column of this level; `null` where the gazetteer has no one unit of that name. */
  codeOf(name: string, level: Level, province?: string): string | null;
}

/**
 * What the gazetteer knows of places, for a dossier of a year: their codes, their provinces, classes, regions and city
 * clusters, of which a unit may be a member in part. A class
 * that several classifications have is named with its classification: `"nbs-four-regions east"`.
 *
 * @param levels whether a table names cities or provinces, by its name
 */
export function gazetteerPlaces(year: number | null, levels: ReadonlyMap<string, Level>): GazetteerPlaces {
  const { place } = gazetteer();
  const known = new Map<string, string | null>();
  const codeOf = (name: string, level: Level, province?: string): string | null => {
    const asked = `${level} ${name} ${province ?? ''}`;
    const found = known.get(asked);
    if (found !== undefined) return found;
    const code = resolvePlace(name, { level, ...(year !== null && { year }), ...(province && { province }) }).match;
    known.set(asked, code?.code ?? null);
    return code?.code ?? null;
  };
  const clusters = clustersByName();
  const regions = regionsOf(clusters);
  return {
    codeOf,
    keyOf: (name, table) => {
      const level = table && levels.get(table.name);
      if (level) return codeOf(name, level);
      return table && !level ? null : (codeOf(name, 'city') ?? codeOf(name, 'province'));
    },
    labelOf: (key) => (isCode(key) ? bilingualName(key) : key),
    belongs: (key, region) => {
      if (!isCode(key)) return null;
      const province = codeOf(region, 'province');
      return province === null ? (regions.get(region)?.(key) ?? null) : place(key).province === province;
    },
    caveat: (key, region) => {
      const parts = clusters.get(region)?.members.find(({ code }) => code === key)?.parts;
      return parts ? `${place(key).nameEn} counts as ${region}, to which it belongs in part only (${parts})` : null;
    },
    regions: [...regions.keys()],
  };
}

function regionsOf(clusters: ReadonlyMap<string, CityCluster>): Map<string, (code: string) => boolean> {
  const { classifications, classOf } = gazetteer();
  const named = classifications.flatMap(({ id, classes }) =>
    classes.flatMap(({ class: english, classZh }) =>
      [english, classZh].map((name) => ({ id, name, holds: (code: string) => classOf(code, id) === english })),
    ),
  );
  const alone = named.filter(({ name }) => named.filter((other) => other.name === name).length === 1);
  const inCluster = [...clusters].map(([name, { members }]) => {
    const codes = new Set(members.map(({ code }) => code));
    return [name, (code: string) => codes.has(code)] as const;
  });
  return new Map([
    ...inCluster,
    ['capital', (code: string) => code.endsWith('0100')] as const,
    ['municipality', (code: string) => /^(11|12|31|50)0000$/.test(code)] as const,
    ...named.map(({ id, name, holds }) => [`${id} ${name}`, holds] as const),
    ...alone.map(({ name, holds }) => [name, holds] as const),
  ]);
}

/** The city clusters by each of their names. */
function clustersByName(): Map<string, CityCluster> {
  return new Map(
    cityClusters().flatMap((cluster) =>
      [cluster.id, cluster.nameZh, `${cluster.nameZh}城市群`, cluster.nameEn].map((name) => [name, cluster] as const),
    ),
  );
}

function isCode(key: string): boolean {
  return /^\d{6}$/.test(key);
}

/** The column that names places, and its level. */
export function placeField(fields: readonly DossierField[]): { name: string; level: Level } | null {
  const field = fields.find(({ places }) => places === 'city' || places === 'province');
  return field ? { name: field.name, level: field.places as Level } : null;
}
