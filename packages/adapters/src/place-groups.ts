import { cityClusters } from './city-clusters.js';
import { gazetteer } from './gazetteer.js';
import { keyOf } from './place-key.js';
import { placeRows } from './place-rows.js';

/** A named group of places: a city cluster, a region of a plan, or a class of a classification. */
export interface PlaceGroup {
  readonly kind: 'cluster' | 'region' | 'class';
  /** Such as `pearl-delta`, or `coastal-inland/coastal` for a class. */
  readonly id: string;
  readonly nameZh: string;
  readonly nameEn: string;
  /** Codes of the members; of provinces for a class. */
  readonly members: readonly string[];
}

/**
 * The groups that a name means: none, one, or several where classifications differ.
 *
 * @example
 * placeGroups('粤港澳大湾区').map(({ id, members }) => [id, members.length]) // => [['greater-bay-area', 11]]
 * @example
 * placeGroups('沿海地区').map(({ id, members }) => [id, members.length]) // => [['coastal-inland/coastal', 11]]
 */
export function placeGroups(name: string): PlaceGroup[] {
  const key = groupKey(name);
  return (groups ??= allGroups()).filter(({ keys }) => keys.has(key)).map(({ group }) => group);
}

/** Every name of a group, for suggestions. */
export function groupNames(): string[] {
  return (groups ??= allGroups()).flatMap(({ group: { nameZh, nameEn } }) => [nameZh, nameEn]);
}

interface NamedGroup {
  readonly group: PlaceGroup;
  readonly keys: ReadonlySet<string>;
}

let groups: readonly NamedGroup[] | undefined;

function allGroups(): NamedGroup[] {
  const clusters = cityClusters().map(({ id, nameZh, nameEn, members }): NamedGroup => {
    const group: PlaceGroup = { kind: 'cluster', id, nameZh, nameEn, members: members.map(({ code }) => code) };
    return named(group, [nameZh, nameEn]);
  });
  const members = placeRows('regions');
  const regions = placeRows('region-sources').map((row): NamedGroup => {
    const codes = members.filter(({ region }) => region === row.region).map(({ code }) => code!);
    const others = (row.otherNames ?? '').split(' ').map((other) => other.replaceAll('_', ' '));
    const group: PlaceGroup = {
      kind: 'region',
      id: row.region!,
      nameZh: row.nameZh!,
      nameEn: row.nameEn!,
      members: codes,
    };
    return named(group, [row.nameZh!, row.nameEn!, ...others]);
  });
  const classes = gazetteer().classifications.flatMap(({ id, title, classes: each }) =>
    each.map(({ class: name, classZh, provinces }) => {
      const group: PlaceGroup = {
        kind: 'class',
        id: `${id}/${name}`,
        nameZh: classZh,
        nameEn: `${name} (${title})`,
        members: provinces,
      };
      return named(group, [classZh, name, `${name} china`]);
    }),
  );
  return [...clusters, ...regions, ...classes];
}

function named(group: PlaceGroup, names: readonly string[]): NamedGroup {
  return { group, keys: new Set([group.id, ...names].map(groupKey)) };
}

/** What follows the name of a group does not count. */
function groupKey(name: string): string {
  return keyOf(name).replace(
    /(城市群|都市圈|经济区|经济圈|地区|区域|省份|urbanagglomeration|citycluster|cluster|region|provinces|area)$/,
    '',
  );
}
