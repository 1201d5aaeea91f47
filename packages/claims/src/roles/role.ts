/** What a column of a table is, or how it follows from others; the same roles as in an audit of the table. */
export interface Role {
  readonly role: RoleName;
  /** The column, or columns, that it follows from. */
  readonly of?: string | readonly string[];
  /** Another table, for `repeats`. */
  readonly table?: string;
  /** For a rank: 1 is the smallest. */
  readonly ascending?: boolean;
  /** Rows are some of many: gaps and a sum below the whole are no mistake. */
  readonly selection?: boolean;
  /** For a rank: the table of all units, or how many there are, where the list is cut off. */
  /** For a unit: how many there are, where the table prints some of them only. */
  readonly population?: string | number;
  /** For a rank: how many rows the table says that it has. */
  readonly rows?: number;
  /** For a rank change: positive numbers are ranks lost. */
  readonly lost?: boolean;
  /** For a ratio, a share or growth: 100 for per cent. */
  readonly scale?: number;
  /** For row totals and row means: the unit in whose row it stands. */
  readonly unit?: string;
  readonly cutOffs?: Readonly<Record<string, readonly [from: number | null, to: number | null]>>;
}

export const roleNames = [
  'unit',
  'time',
  'group',
  'class',
  'value',
  'number',
  'count',
  'rank',
  'rank change',
  'sum',
  'mean',
  'share',
  'share of total',
  'shares',
  'ratio',
  'growth',
  'difference',
  'part',
  'row total',
  'row mean',
  'repeats',
  'sorted',
  'tier',
] as const;

export type RoleName = (typeof roleNames)[number];

/** A column as a dossier describes it. */
export interface Field {
  readonly name: string;
  readonly type?: string | undefined;
  readonly unit?: string | undefined;
  readonly exact?: boolean | undefined;
  /** A role by its name, with its parameters, or several. */
  readonly role?: string | Role | readonly (string | Role)[] | undefined;
}

/**
 * The roles of a field, whatever form they are written in.
 *
 * @example
 * rolesOf({ name: 'score', role: 'value' }) // => [{ role: 'value' }]
 */
export function rolesOf({ role }: Field): Role[] {
  if (role === undefined) return [];
  const all = Array.isArray(role) ? (role as readonly (string | Role)[]) : [role as string | Role];
  return all.map((one) => (typeof one === 'string' ? { role: one as RoleName } : one));
}

/**
 * The first role of a kind.
 *
 * @example
 * roleOf({ name: 'rank', role: { role: 'rank', of: 'score' } }, 'rank').of // => 'score'
 */
export function roleOf(field: Field, ...names: readonly RoleName[]): Role | undefined {
  return rolesOf(field).find(({ role }) => names.includes(role));
}
