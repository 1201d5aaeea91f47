import { readFileSync } from 'node:fs';
import { IndexlabError } from '@indexlab/core';

/** Reads a text file. @throws IndexlabError when it cannot be read */
export function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new IndexlabError(`a text file that can be read is required, got ${JSON.stringify(file)}`, { cause: error });
  }
}
