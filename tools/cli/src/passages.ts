import { createHash } from 'node:crypto';
import { listTables } from '@indexlab/adapters';
import { IndexlabError } from '@indexlab/core';
import { readText } from './read-text.js';

/** The passages of a report's text, for someone who owns it. */
export interface Passages {
  readonly report: string;
  /** The sentence, heading or table row at a locator's offset; empty where it has none. */
  at(locator: string): string;
}

/**
 * Opens a report's own text, recognised by its SHA-256.
 *
 * @throws IndexlabError when the file cannot be read or is not the text that the tables were read from
 */
export function passages(file: string): Passages {
  const text = readText(file);
  const hash = createHash('sha256').update(text, 'utf8').digest('hex');
  const known = listTables().find(({ source }) => source.sha256 === hash);
  if (!known) {
    throw new IndexlabError(
      `findings --source requires the text that a report was read from, got ${JSON.stringify(file)} with SHA-256 ${hash}`,
      {
        remedy: 'The SHA-256 of each text stands in the datapackage.json of its dossier.',
      },
    );
  }
  return { report: known.report, at: (locator) => passage(text, Number(/offset (\d+)/.exec(locator)?.[1] ?? NaN)) };
}

function passage(text: string, offset: number): string {
  if (Number.isNaN(offset)) return '';
  const start = Math.max(...['。', '\n', '；'].map((mark) => text.lastIndexOf(mark, offset - 1))) + 1;
  const ends = ['。', '\n'].map((mark) => text.indexOf(mark, offset)).filter((end) => end >= 0);
  return text.slice(start, Math.min(...ends, text.length) + 1).trim();
}
