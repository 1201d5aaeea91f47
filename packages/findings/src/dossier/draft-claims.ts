import { quotedName, roleOf } from '@indexlab/claims';
import type { DraftTable } from './init-dossier.js';

/** A first file of claims: one that holds for each table, and patterns to copy with the table's own columns. */
export function draftClaims(tables: readonly DraftTable[]): string {
  return `# One entry per claim of the report. Keys: id, says (in your own words), printed (as the report prints it, with hedge and
# unit: "nearly 60 %"; leave it out for a claim in words), at (where), compute (an expression over the tables).
# The language on one page: docs/claims.md. Judge with: indexlab review <this folder>

${tables.map(draftOf).join('\n')}`;
}

function draftOf({ name, fields, rows }: DraftTable): string {
  const table = quotedName(name);
  const unit = fields.find((field) => roleOf(field, 'unit'))?.name;
  const value = (
    fields.find((field) => roleOf(field, 'value')) ??
    fields.find((field) => field.type === 'number' && !roleOf(field, 'unit', 'time', 'rank'))
  )?.name;
  const group = fields.find((field) => roleOf(field, 'group', 'class'))?.name;
  const column = value === undefined ? null : `${table}.${quotedName(value)}`;
  const patterns = [
    ...(column
      ? [
          ['sum', 'The values sum to …', '0.0', `sum(${column})`],
          [
            'share',
            'The first three hold … of the total',
            '0.0 %',
            `sum(${table}[1 to 3].${quotedName(value!)}) / sum(${column})`,
          ],
        ]
      : []),
    ...(column && unit ? [['top', 'Three units lead, in this order', null, `${table}[1 to 3] = {…, …, …}`]] : []),
    ...(column && group
      ? [
          [
            'means',
            'One class is ahead of another',
            null,
            `mean(${table}[where ${quotedName(group)} = …].${quotedName(value!)}) > mean(${table}[where ${quotedName(group)} = …].${quotedName(value!)})`,
          ],
        ]
      : []),
  ] as const;
  const commented = patterns.map(
    ([slug, says, printed, compute]) =>
      `# - id: ${name}-${slug}\n#   says: ${says}\n${printed === null ? '' : `#   printed: ${printed}\n`}#   at: { page: 1 }\n#   compute: ${compute}\n`,
  );
  return `- id: ${name}-rows
  says: The table ${name} has ${rows} rows
  printed: ${rows} rows
  at: { table: ${name} }
  compute: count(${table})

${commented.join('#\n')}`;
}
