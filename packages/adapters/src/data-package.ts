import { readFileSync } from 'node:fs';
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

const publishedSchema = resourceSchema.extend({
  report: z.string(),
  /** The year that the figures describe: place names mean the units in force at its end. */
  year: z.number().int(),
  locator: z.object({ chapter: z.string(), heading: z.string(), offset: z.number().int() }),
  sources: z.tuple([z.object({ title: z.string(), sha256: z.string() })]),
});

const packageSchema = z.object({ resources: z.array(z.union([publishedSchema, resourceSchema])) });

export type DataField = z.infer<typeof fieldSchema>;
export type DataResource = z.infer<typeof resourceSchema>;
export type PublishedResource = z.infer<typeof publishedSchema>;

let loaded: { folder: string; resources: (DataResource | PublishedResource)[] } | undefined;

/**
 * The descriptor of the data package `@indexlab/data`: every resource with its path, title and columns;
 * tables published by a report also carry the report, the year, the locator and the source.
 *
 * @throws IndexlabError when the descriptor is not what the reader expects
 */
export function loadDataPackage(): {
  readonly folder: string;
  readonly resources: readonly (DataResource | PublishedResource)[];
} {
  return (loaded ??= load());
}

function load(): { folder: string; resources: (DataResource | PublishedResource)[] } {
  const folder = dataFolder();
  const file = join(folder, 'datapackage.json');
  const parsed = packageSchema.safeParse(JSON.parse(readFileSync(file, 'utf8')));
  if (parsed.success) return { folder, resources: parsed.data.resources };
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
