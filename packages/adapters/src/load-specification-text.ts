import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { IndexlabError } from '@indexlab/core';
import { loadDataPackage } from './data-package.js';

/**
 * The YAML text of an index specification in its dossier, `data/reports/<index>`; `readSpecification` of the index engine reads it.
 *
 * @param index the short id, such as `internet-plus-2016`
 * @throws IndexlabError when there is no specification of this id
 *
 * @example
 * loadSpecificationText('internet-plus-2016').includes('id: internet-plus-2016') // => true
 */
export function loadSpecificationText(index: string): string {
  try {
    return readFileSync(join(loadDataPackage().folder, 'reports', index, 'specification.yaml'), 'utf8');
  } catch (error) {
    throw new IndexlabError(
      `loadSpecificationText requires the id of a dossier with a specification in data/reports, got ${JSON.stringify(index)}`,
      { cause: error },
    );
  }
}
