import {
  type Claim,
  type ClaimTable,
  claimTable,
  type Field,
  invariantsOf,
  judgeClaims,
  type JudgedClaims,
  readClaims,
  type World,
} from '../src/index.js';

/** An invented index of six ports; planted: the growth of Farl, and the claim that the north is ahead. */
export const fields: readonly Field[] = [
  { name: 'rank', role: { role: 'rank', of: 'score' } },
  { name: 'port', role: 'unit' },
  { name: 'coast', role: 'class' },
  { name: 'score', role: 'value' },
  { name: 'before', role: 'value' },
  { name: 'growth', unit: '%', role: { role: 'growth', of: ['before', 'score'] } },
  { name: 'change', role: { role: 'rank change', of: 'rank' } },
];

export const rows = `1,Arn,north,82.4,71.0,16.1,0
2,Belm,south,77.0,60.2,27.9,1
3,Corve,south,74.9,66.3,13.0,-1
4,Dunn,north,61.2,50.8,20.5,0
5,Eske,north,48.0,45.5,5.5,0
6,Farl,south,48.0,40.1,17.9,0`
  .split('\n')
  .map((line) => line.split(','));

export const ports: ClaimTable = claimTable('ports', fields, rows);

/** What a claim of the invented index can see. */
export function world(...tables: readonly ClaimTable[]): World {
  const all = tables.length > 0 ? tables : [ports];
  return {
    tables: new Map(all.map((table) => [table.name, table])),
    figures: new Map(),
    user: null,
    others: new Map(),
    places: null,
  };
}

/** Judges claims written as YAML. */
export function judged(yaml: string, of: World = world()): JudgedClaims {
  const { claims, problems } = readClaims(yaml, 'claims.yaml', of.tables);
  const result = judgeClaims(claims, of);
  return { judged: result.judged, problems: [...problems, ...result.problems] };
}

/** Judges one claim: what is printed, or nothing for a truth, and how it is computed. */
export function judge(printed: string | null, compute: string, of: World = world()) {
  const yaml = `- id: one\n  says: a claim\n${printed === null ? '' : `  printed: ${printed}\n`}  compute: ${compute}\n`;
  const {
    judged: [row],
    problems,
  } = judged(yaml, of);
  if (!row) throw new Error(problems.map(({ message, remedy }) => `${message} ${remedy ?? ''}`).join('; '));
  return row;
}

/** What is wrong with a claim as it is written. */
export function problem(compute: string, of: World = world()): string {
  const { problems } = judged(`- id: one\n  says: a claim\n  printed: 1\n  compute: ${compute}\n`, of);
  return problems
    .map(({ line, column, message, remedy }) => `${line}:${column} ${message}. ${remedy ?? ''}`)
    .join('; ');
}

export function invariants(): Claim[] {
  return invariantsOf({ table: ports, fields }, world().tables);
}
