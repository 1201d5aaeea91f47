import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { IndexlabError, type Table } from '@indexlab/core';
import { readCsv } from '@indexlab/readers';
import { z } from 'zod';
import { dataFolder } from './data-folder.js';

const fieldSchema = z.object({
  name: z.string(),
  type: z.enum(['string', 'integer', 'number', 'boolean']),
  title: z.string(),
  unit: z.string().optional(),
  /** The most decimals that a cell of the column prints. */
  decimals: z.number().int().optional(),
  /** Ranks and counts: not rounded. */
  exact: z.boolean().optional(),
  /** The column names places: cities, or provinces. */
  places: z.enum(['city', 'province']).optional(),
});

const resourceSchema = z.object({
  name: z.string(),
  path: z.string(),
  title: z.string(),
  hash: z.string().optional(),
  schema: z.object({ fields: z.array(fieldSchema) }),
});

const printedSchema = resourceSchema.extend({
  locator: z.object({ chapter: z.string(), heading: z.string(), offset: z.number().int() }),
});

/** What a dossier says of its report. */
const reportSchema = z.object({
  /** The year that the figures describe: place names mean the units in force at its end. */
  year: z.number().int(),
  sources: z.tuple([z.object({ title: z.string(), sha256: z.string() })]),
});

const placesSchema = z.object({ name: z.literal('places'), resources: z.array(resourceSchema) });
const dossierSchema = reportSchema.extend({
  name: z.string(),
  resources: z.array(z.union([printedSchema, resourceSchema])),
});

export type DataField = z.infer<typeof fieldSchema>;
export type DataResource = z.infer<typeof resourceSchema>;
export type PublishedResource = z.infer<typeof printedSchema> & z.infer<typeof reportSchema> & { report: string };

let loaded: { folder: string; resources: (DataResource | PublishedResource)[] } | undefined;

/**
 * The resources of `@indexlab/data`: those of the gazetteer, named `places/<resource>`, and those of every dossier,
 * named `<report>/<resource>`, each with its path from the folder, its title and columns. Tables printed by a report
 * also carry the report, the year, the locator and the source.
 *
 * @throws IndexlabError when a descriptor is not what the reader expects
 */
export function loadDataPackage(): {
  readonly folder: string;
  readonly resources: readonly (DataResource | PublishedResource)[];
} {
  return (loaded ??= load());
}

function load(): { folder: string; resources: (DataResource | PublishedResource)[] } {
  const folder = dataFolder();
  const places = descriptor(folder, 'places', placesSchema).resources.map((resource) => under('places', '', resource));
  const dossiers = dossierNames(folder).map((name) => descriptor(folder, `reports/${name}`, dossierSchema));
  // In the order of the years that they describe, as a reader would shelve them.
  dossiers.sort((a, b) => a.year - b.year || (a.name < b.name ? -1 : 1));
  return { folder, resources: [...places, ...dossiers.flatMap(resourcesOf)] };
}

/** The folders of `reports` that hold a dossier. */
function dossierNames(folder: string): string[] {
  return readdirSync(join(folder, 'reports')).filter((name) =>
    existsSync(join(folder, 'reports', name, 'datapackage.json')),
  );
}

function resourcesOf({
  name,
  year,
  sources,
  resources,
}: z.infer<typeof dossierSchema>): (DataResource | PublishedResource)[] {
  return resources.map((resource) => ({
    ...under(name, 'reports/', resource),
    ...('locator' in resource && { report: name, year, sources }),
  }));
}

function under<R extends DataResource>(owner: string, shelf: string, resource: R): R {
  return { ...resource, name: `${owner}/${resource.name}`, path: `${shelf}${owner}/${resource.path}` };
}

function descriptor<S extends z.ZodType>(folder: string, part: string, schema: S): z.output<S> {
  const file = join(folder, part, 'datapackage.json');
  const parsed = schema.safeParse(JSON.parse(readFileSync(file, 'utf8')));
  if (parsed.success) return parsed.data;
  throw new IndexlabError(
    `loadDataPackage requires a data package of Indexlab, got ${z.prettifyError(parsed.error)} (${file})`,
  );
}

/**
 * Reads one file of the data package as texts, exactly as they stand in it.
 *
 * @throws IndexlabError when the file is missing or lacks a column that the descriptor names
 */
export function readResource({ path, schema }: DataResource): Table {
  const { table } = readCsv(readFileSync(join(dataFolder(), path)), { layout: 'plain', types: 'text' });
  const missing = schema.fields.filter(({ name }) => !table.has(name)).map(({ name }) => name);
  if (missing.length === 0) return table;
  throw new IndexlabError(
    `readResource requires the columns of datapackage.json, got none named ${missing.join(', ')} (${path})`,
    {
      remedy: 'Restore the file from version control, or extract the report again.',
    },
  );
}

/** Reads a file of `data/` by its resource name. */
export function readResourceNamed(name: string): Table {
  const resource = loadDataPackage().resources.find((candidate) => candidate.name === name);
  if (!resource)
    throw new IndexlabError(`readResourceNamed requires a resource of the data package, got ${JSON.stringify(name)}`);
  return readResource(resource);
}
