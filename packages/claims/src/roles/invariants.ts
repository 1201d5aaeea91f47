import { totalLabel } from '@indexlab/core';
import { tableIndex } from '../evaluation/table-index.js';
import type { ClaimTable } from '../evaluation/world.js';
import { parseExpression } from '../language/parse.js';
import type { Claim, ContradictionClass } from '../verdict/claim.js';
import { bareToken } from '../printed/bare-token.js';
import type { CheckTemplate, CheckTemplates } from '../reading/check-templates.js';
import { fill } from '../reading/fill.js';
import { unitPlaceholders } from '../reading/unit-placeholders.js';
import { type Field, type Role, rolesOf } from './role.js';

/** A table with the roles of its columns. */
export interface RoleTable {
  readonly table: ClaimTable;
  readonly fields: readonly Field[];
}

/**
 * The checks that the roles of a table's columns make, as claims in the language itself: one for each row of a column
 * that follows from others, one for an order or a numbering.
 *
 * @param naming how the dossier calls its checks, and its units
 *
 * @example
 * const fields = [{ name: 'port', role: 'unit' }, { name: 'a' }, { name: 'b' }, { name: 'both', role: { role: 'sum', of: ['a', 'b'] } }];
 * const table = claimTable('ports', fields, [['Arn', '1.5', '2.5', '4.0']]);
 * invariantsOf({ table, fields }, new Map())[0].compute.text // => 'ports[Arn].a + ports[Arn].b'
 */
export function invariantsOf(
  { table, fields }: RoleTable,
  tables: ReadonlyMap<string, ClaimTable>,
  naming: Naming = {},
): Claim[] {
  return fields.flatMap((field) =>
    rolesOf(field).flatMap((role) => ofRole(new Maker(table, field, role, naming), role, tables)),
  );
}

/** What a dossier calls the checks of its roles and the units of its tables. */
export interface Naming {
  readonly checks?: CheckTemplates;
  /** By what identifies a unit; by default as the table prints it. */
  readonly labelOf?: (key: string) => string;
}

function ofRole(make: Maker, role: Role, tables: ReadonlyMap<string, ClaimTable>): Claim[] {
  const { table, field } = make;
  const of = role.of === undefined ? [] : typeof role.of === 'string' ? [role.of] : [...role.of];
  const column = (name: string): string => `${make.units}.${quotedName(name)}`;
  const own = column(field.name);
  switch (role.role) {
    case 'rank':
      return rankClaims(make, role, own, of[0] === undefined ? null : column(of[0]));
    case 'rank change':
      return [
        make.truth(
          'earlier-ranks',
          `the ranks before the changes of ${field.name} are each from 1 and none stands twice`,
          earlierRanks(role, own, column(of[0]!)),
          'order',
        ),
      ];
    case 'sorted':
      return [make.truth('sorted', `${field.name} does not rise from row to row`, `falling(${own})`, 'order')];
    case 'sum':
      return make.rows(
        `sum of ${of.join(', ')}`,
        (row) => of.map((name) => `${row}.${quotedName(name)}`).join(' + '),
        'arithmetic',
      );
    case 'mean':
      return make.rows(
        `mean of ${of.join(', ')}`,
        (row) => `(${of.map((name) => `${row}.${quotedName(name)}`).join(' + ')}) / ${of.length}`,
        'arithmetic',
      );
    case 'share':
    case 'ratio': {
      const scale =
        role.role === 'ratio' && role.scale !== undefined && role.scale !== 1 && field.unit === undefined
          ? ` * ${role.scale}`
          : '';
      return make.rows(
        `${of[0]} over ${of[1]}`,
        (row) => `${row}.${quotedName(of[0]!)} / ${row}.${quotedName(of[1]!)}${scale}`,
        'arithmetic',
      );
    }
    case 'growth':
      return make.rows(
        `growth from ${of[0]} to ${of[1]}`,
        (row) => `growth(${row}.${quotedName(of[1]!)}, ${row}.${quotedName(of[0]!)})`,
        'arithmetic',
      );
    case 'difference':
      return make.rows(
        `${of[1]} minus ${of[0]}`,
        (row) => `${row}.${quotedName(of[1]!)} - ${row}.${quotedName(of[0]!)}`,
        'arithmetic',
      );
    case 'share of total':
      return role.selection
        ? []
        : make.rows(
            `share of all ${of[0]}`,
            (row) => `${row}.${quotedName(of[0]!)} / sum(${column(of[0]!)})`,
            'arithmetic',
          );
    case 'shares':
      return [
        make.number(
          'whole',
          `the shares in ${field.name} exhaust the whole`,
          '100 %',
          `sum(${own})`,
          role.selection ? 'at-most' : 'none',
        ),
      ];
    case 'part':
      return [
        make.truth(
          'part',
          `no ${field.name} is larger than its ${of[0]}`,
          `all(${quotedName(table.name)}, ${quotedName(field.name)} <= ${quotedName(of[0]!)})`,
          'arithmetic',
        ),
      ];
    case 'row total':
      return [
        make.rowOf(
          role.unit!,
          `sum of the other rows`,
          `sum(${quotedName(table.name)}[where not ${quotedName(table.unit!)} = ${quotedName(role.unit!)}].${quotedName(field.name)})`,
        ),
      ];
    case 'row mean':
      return [
        make.rowOf(
          role.unit!,
          `mean of the other rows`,
          `mean(${quotedName(table.name)}[where not ${quotedName(table.unit!)} = ${quotedName(role.unit!)}].${quotedName(field.name)})`,
        ),
      ];
    case 'repeats':
      return repeatClaims(make, role, of[0]!, tables.get(role.table ?? table.name)!);
    case 'tier':
      return Object.entries(role.cutOffs ?? {}).map(([tier, [from, to]]) => {
        const bounds = [
          from === null ? null : `${quotedName(of[0]!)} >= ${from}`,
          to === null ? null : `${quotedName(of[0]!)} <= ${to}`,
        ].filter((one) => one !== null);
        return make.truth(
          `tier-${tier}`,
          `the members of ${tier} lie between its cut-offs`,
          `all(${quotedName(table.name)}[where ${quotedName(field.name)} = ${quotedName(tier)}], ${bounds.join(' and ')})`,
          'definition',
        );
      });
    default:
      return [];
  }
}

function rankClaims(make: Maker, role: Role, own: string, values: string | null): Claim[] {
  const announced = role.rows === undefined ? [] : [make.rowCount(role.rows)];
  const numbered = make.truth(
    'numbered',
    'each rank stands once, and none is missing',
    `numbered(${own}${values ? `, ${values}` : ''})`,
    'order',
  );
  if (values === null) return role.selection ? announced : [...announced, numbered];
  const order = `${role.ascending ? 'rising' : 'falling'}(${values} by ${quotedName(make.field.name)})`;
  const sorted = make.truth(
    'order',
    `the ranks follow the values of ${values.split('.').slice(1).join('.')}`,
    order,
    'order',
  );
  return role.selection ? [...announced, sorted] : [...announced, numbered, sorted];
}

function earlierRanks({ lost }: Role, change: string, rank: string): string {
  const before = `${rank} ${lost ? '-' : '+'} ${change}`;
  return `once(${before}) and min(${before}) >= 1`;
}

function repeatClaims(make: Maker, { table: other }: Role, column: string, target: ClaimTable): Claim[] {
  const kind = target.columns.get(column)?.kind;
  const { table } = make;
  return table.keys.flatMap((key, row): Claim[] => {
    const line = key === null ? null : (tableIndex(target).byKey.get(key)?.[0]?.row ?? null);
    if (line === null || kind !== 'number') return [];
    const cell = `${quotedName(target.name)}[line ${line + 1}].${quotedName(column)}`;
    return make.row(row, `as in ${other ?? table.name}.${column}`, cell, 'table against table');
  });
}

/** What a table calls its rows that sum up others; none where no other rows are left. */
function totalRows({ unit, columns }: ClaimTable): string[] {
  const cells = (unit !== null && columns.get(unit)?.cells) || [];
  const labels = [...new Set(cells)].filter((label) => label !== null);
  const totals = labels.filter((label) => totalLabel(label) !== null);
  return totals.length < labels.length ? totals : [];
}

/** Makes the claims of one column. */
class Maker {
  readonly table: ClaimTable;
  readonly field: Field;
  readonly #role: Role;
  readonly #naming: Naming;

  constructor(table: ClaimTable, field: Field, role: Role, naming: Naming) {
    this.table = table;
    this.field = field;
    this.#role = role;
    this.#naming = naming;
  }

  /** The rows of the table that are units: those that sum up others, such as Total, are left out. */
  get units(): string {
    const { name, unit } = this.table;
    const aside = totalRows(this.table).map((label) => `not ${quotedName(unit!)} = ${quotedName(label)}`);
    return aside.length === 0 ? quotedName(name) : `${quotedName(name)}[where ${aside.join(' and ')}]`;
  }

  /** The table has the rows that it announces. */
  rowCount(rows: number): Claim {
    const what = `${this.table.name}: it has the ${rows} rows that it announces`;
    const compute = `count(${quotedName(this.table.name)}.${quotedName(this.field.name)})`;
    return { ...this.#claim('rows', null, what, `${rows} rows`, compute, 'count'), exact: true };
  }

  truth(slug: string, says: string, compute: string, kind: ContradictionClass): Claim {
    return this.#claim(slug, null, `${this.table.name}: ${says}${this.#aside()}`, null, compute, kind);
  }

  number(slug: string, says: string, printed: string, compute: string, hedge: 'none' | 'at-most'): Claim {
    const stands = `${hedge === 'at-most' ? 'at most ' : ''}${printed}`;
    const claim = this.#claim(slug, null, `${this.table.name}: ${says}${this.#aside()}`, stands, compute, 'arithmetic');
    return { ...claim, exact: true, implied: true };
  }

  /** One claim per row that prints a number. */
  rows(what: string, compute: (row: string) => string, kind: ContradictionClass): Claim[] {
    return Array.from({ length: this.table.rowCount }, (_, row) =>
      this.row(row, what, compute(this.#rowName(row)), kind),
    ).flat();
  }

  row(row: number, what: string, compute: string, kind: ContradictionClass): Claim[] {
    const column = this.table.columns.get(this.field.name)!;
    const token = column.cells[row] ?? null;
    if (token === null || bareToken(token) === null) return [];
    const bare = token.replace(/\s*[%％]$/u, '');
    const percent = column.size.toNumber() === 0.01;
    const unit = percent ? '%' : (this.field.unit ?? '');
    const label = this.#label(row);
    const claim = this.#claim(
      this.#role.role,
      row,
      `${this.table.name}: ${this.field.name} of ${label}, ${what}`,
      `${bare} ${unit}`.trim(),
      compute,
      kind,
    );
    return [{ ...claim, exact: column.exact, printedCell: `${this.table.name}#${row + 1}/${this.field.name}` }];
  }

  /** One claim on the row of a unit. */
  rowOf(unit: string, what: string, compute: string): Claim {
    const row = this.table.keys.indexOf(unit);
    return this.row(row, what, compute, 'arithmetic')[0]!;
  }

  #aside(): string {
    const labels = totalRows(this.table);
    return labels.length === 0 ? '' : `, without the row ${labels.join(', ')}`;
  }

  get #id(): string {
    return `${this.table.name}-${slugOf(this.field.name)}`;
  }

  #label(row: number): string {
    return (this.table.unit && this.table.columns.get(this.table.unit)?.cells[row]) || `line ${row + 1}`;
  }

  /** The row by its unit, or by its line where the unit has several. */
  #rowName(row: number): string {
    const key = this.table.keys[row] ?? null;
    const alone = key !== null && (tableIndex(this.table).byKey.get(key) ?? []).length === 1;
    return `${quotedName(this.table.name)}[${alone ? quotedName(this.#label(row)) : `line ${row + 1}`}]`;
  }

  /** @param row where the check is on one row: its id then ends in the unit, otherwise in the check */
  #claim(
    check: string,
    row: number | null,
    says: string,
    printed: string | null,
    compute: string,
    kind: ContradictionClass,
  ): Claim {
    const named = this.#template(check);
    const text = (template: string | undefined): string | null =>
      template === undefined ? null : template.includes('{') ? fill(template, this.#placeholders(row)) : template;
    return {
      id: text(named.id) ?? `${this.#id}-${row === null ? check : slugOf(this.#label(row))}`,
      kind: 'invariant',
      says: text(named.says) ?? says,
      printed,
      words: text(named.words),
      at: { table: this.table.name },
      alsoAt: [],
      compute: { text: compute, expression: parseExpression(compute) },
      lets: new Map(),
      needs: null,
      readings: new Map(),
      assume: [],
      note: null,
      contradiction: { class: named.class ?? kind, means: text(named.means) },
      cause: named.cause ?? null,
      materiality: null,
      flags: named.flags ?? [],
      source: `the role of ${this.table.name}.${this.field.name}`,
      computeAt: null,
      printedCell: null,
    };
  }

  /** What the dossier says of a check: anywhere, on columns of this name, on this table, on this column. */
  #template(check: string): CheckTemplate {
    const [table, column] = [this.table.name, this.field.name];
    const names = [check, `${check} .${column}`, `${check} ${table}`, `${check} ${table}.${column}`];
    return Object.assign({}, ...names.map((name) => this.#naming.checks?.get(name))) as CheckTemplate;
  }

  #placeholders(row: number | null): Map<string, string> {
    const { table, of, rows } = { of: '', rows: 0, ...this.#role };
    const key = row === null ? null : (this.table.keys[row] ?? null);
    return new Map([
      ['table', this.table.name],
      ['column', this.field.name],
      ['of', table ?? String(of)],
      ['rows', String(rows)],
      ...(row === null ? [] : ([['unit', this.#label(row)]] as const)),
      ...(key === null ? [] : unitPlaceholders(key, this.#naming.labelOf ?? ((name) => name))),
    ]);
  }
}

const word = /^[\p{L}_](?:[\p{L}\p{M}\p{N}_]|[-'’](?=[\p{L}\p{N}]))*$/u;
const reserved = new Set(['and', 'or', 'not', 'in', 'where', 'to', 'all', 'last', 'line', 'by']);

/**
 * A name as the language writes it: in double quotes where it is not one word.
 *
 * @example
 * [quotedName('score'), quotedName('New York')] // => ['score', '"New York"']
 */
export function quotedName(name: string): string {
  return word.test(name) && !reserved.has(name) ? name : `"${name}"`;
}

function slugOf(label: string): string {
  return label
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
}
