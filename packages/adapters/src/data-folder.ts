import { createRequire } from 'node:module';
import { dirname } from 'node:path';

/** The folder of the data package, wherever the workspace put it. */
export function dataFolder(): string {
  return dirname(createRequire(import.meta.url).resolve('@indexlab/data/package.json'));
}
