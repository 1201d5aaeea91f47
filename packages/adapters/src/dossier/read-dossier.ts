import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { didYouMean, IndexlabError, listNames } from '@indexlab/core';
import { readCsv } from '@indexlab/readers';
import { z } from 'zod';
import { type DossierEvidence, readEvidence } from './read-evidence.js';

const roleSchema = z.union([z.string(), z.looseObject({ role: z.string() })]);

const dossierField = z.looseObject({
  name: z.string(),
  type: z.string().optional(),
  title: z.string().optional(),
  unit: z.string().optional(),
  exact: z.boolean().optional(),
  role: z.union([roleSchema, z.array(roleSchema)]).optional(),
});

const dossierSchema = z.looseObject({
  name: z.string(),
  title: z.string().optional(),
  year: z.number().int().optional(),
  places: z.boolean().optional(),
  /** Other dossiers that claims may name, by alias: folders, from this one. */
  editions: z.record(z.string(), z.string()).optional(),
  sources: z.array(z.looseObject({ title: z.string(), sha256: z.string().optional() })).optional(),
  resources: z.array(
    z.looseObject({
      name: z.string(),
      path: z.string(),
      title: z.string().optional(),
      hash: z.string().optional(),
      /** Where it stands in the report. */
      locator: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
      schema: z.looseObject({ fields: z.array(dossierField) }).optional(),
    }),
  ),
});

/** Files beside the tables that are no tables of the report. */
const evidenceFiles = new Set(['corrections.csv', 'rekeyed.csv', 'redone.csv', 'recovered.csv', 'ledger.csv']);

export type DossierField = z.infer<typeof dossierField>;

/** A table of a dossier as printed. */
export interface DossierTable {
  readonly name: string;
  readonly title: string;
  readonly path: string;
  /** Where the report prints it, as the descriptor says. */
  readonly locator: Readonly<Record<string, string | number>>;
  readonly hash: string | null;
  readonly fields: readonly DossierField[];
  /** The printed tokens, row by row, in the order of the fields; an empty text where a cell is empty. */
  readonly rows: readonly (readonly string[])[];
}

/** A folder of one report: tables, claims, and what is known of its source. */
export interface Dossier extends DossierEvidence {
  readonly folder: string;
  readonly name: string;
  readonly title: string;
  /** The year that the figures describe: names of places mean the units in force at its end. */
  readonly year: number | null;
  /** Whether names in its claims are places of the gazetteer, where no column of a table says so. */
  readonly places: boolean;
  readonly sources: readonly { readonly title: string; readonly sha256?: string | undefined }[];
  readonly tables: readonly DossierTable[];
  /** Tables of the text rather than printed as tables: the numbers in its sentences, its headings, its lists of names. */
  readonly text: readonly DossierTable[];
  /** The files of claims, by their path from the folder. */
  readonly claims: readonly { readonly file: string; readonly text: string }[];
  /** Other dossiers by the alias under which claims name them. */
  readonly editions: ReadonlyMap<string, Dossier>;
  /** The text of the committed ledger. */
  readonly ledger: string | null;
}

/**
 * Reads a dossier: `datapackage.json`, the CSV tables that it names, and `claims.yaml` or the files of `claims/`.
 *
 * @param folder wherever it is
 * @throws IndexlabError naming everything that is wrong with its files, all at once
 */
export function readDossier(folder: string): Dossier {
  return readWith(folder, []);
}

function readWith(folder: string, above: readonly string[]): Dossier {
  const own = resolve(folder);
  if (above.includes(own)) throw new IndexlabError(`a dossier requires editions other than itself, got ${folder}`);
  const descriptor = readDescriptor(folder);
  const problems: string[] = [];
  const tablesAt = (matches: (path: string) => boolean): DossierTable[] =>
    descriptor.resources
      .filter(({ path }) => matches(path))
      .flatMap((resource): DossierTable[] => {
        const { name, path, title = name, locator = {}, hash = null, schema } = resource;
        const read = readCells(folder, path, schema?.fields);
        if (!('problem' in read)) return [{ name, title, path, locator, hash, ...read }];
        problems.push(`${name}: ${read.problem}`);
        return [];
      });
  const tables = tablesAt(
    (path) => /\.(csv|tsv)$/i.test(path) && !/^(text|printed|simulated)\//.test(path) && !evidenceFiles.has(path),
  );
  const text = tablesAt((path) => /^text\/text-(figures|sections|lists)\.csv$/.test(path));
  const names = tables.map(({ name }) => name);
  for (const name of new Set(names.filter((one, at) => names.indexOf(one) !== at)))
    problems.push(`two resources are called ${name}`);
  if (problems.length > 0) throw new IndexlabError(`the dossier ${folder} cannot be read:\n  ${problems.join('\n  ')}`);
  const ledger = join(folder, 'ledger.csv');
  return {
    folder,
    name: descriptor.name,
    title: descriptor.title ?? descriptor.sources?.[0]?.title ?? descriptor.name,
    year: descriptor.year ?? null,
    places: descriptor.places ?? false,
    sources: descriptor.sources ?? [],
    tables,
    text,
    claims: claimFiles(folder),
    editions: new Map(
      Object.entries(descriptor.editions ?? {}).map(([alias, path]) => [
        alias,
        readWith(join(folder, path), [...above, own]),
      ]),
    ),
    ledger: existsSync(ledger) ? readFileSync(ledger, 'utf8') : null,
    ...readEvidence(folder, descriptor.name, [...tables, ...text]),
  };
}

function readDescriptor(folder: string): z.infer<typeof dossierSchema> {
  const file = join(folder, 'datapackage.json');
  const remedy = `indexlab init review ${folder} makes one from the tables there.`;
  if (!existsSync(file))
    throw new IndexlabError(`a dossier requires a datapackage.json, got none (${folder})`, { remedy });
  let json: unknown;
  try {
    json = JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new IndexlabError(`a dossier requires JSON, got ${(error as Error).message} (${file})`, { cause: error });
  }
  const parsed = dossierSchema.safeParse(json);
  if (parsed.success) return parsed.data;
  throw new IndexlabError(`a dossier requires name and resources, got ${z.prettifyError(parsed.error)} (${file})`, {
    remedy,
  });
}

function readCells(
  folder: string,
  path: string,
  fields: readonly DossierField[] | undefined,
): Pick<DossierTable, 'fields' | 'rows'> | { problem: string } {
  const file = join(folder, path);
  if (!existsSync(file)) {
    const present = existsSync(folder)
      ? readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => /\.(csv|tsv)$/i.test(name))
      : [];
    return { problem: `there is no file ${path}. ${didYouMean(path, present, 'tables')}` };
  }
  const { table } = readCsv(readFileSync(file), { layout: 'plain', types: 'text' });
  const described = fields ?? table.columns.map((name) => ({ name }));
  const missing = described.filter(({ name }) => !table.has(name)).map(({ name }) => name);
  if (missing.length > 0)
    return {
      problem: `${path} has no column ${listNames(missing)}. ${didYouMean(missing[0]!, table.columns, 'columns')}`,
    };
  const columns = described.map(({ name }) => table.texts(name).values);
  const rows = Array.from({ length: table.rowCount }, (_, row) => columns.map((cells) => cells[row] ?? ''));
  return { fields: described, rows };
}

function claimFiles(folder: string): Dossier['claims'] {
  const under = join(folder, 'claims');
  const inFolder = existsSync(under)
    ? readdirSync(under, { recursive: true, encoding: 'utf8' }).map((name) => join(under, name))
    : [];
  return [join(folder, 'claims.yaml'), join(folder, 'claims.yml'), ...inFolder.sort()]
    .filter((file) => /\.ya?ml$/i.test(file) && existsSync(file))
    .map((file) => ({ file: relative(folder, file).replaceAll('\\', '/'), text: readFileSync(file, 'utf8') }));
}
