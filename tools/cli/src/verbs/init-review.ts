import { existsSync } from 'node:fs';
import { extname } from 'node:path';
import { IndexlabError } from '@indexlab/core';
import { initDossier } from '@indexlab/findings';
import { quotedPath } from '../quoted-path.js';
import { commandGroup } from './command-group.js';
import type { Verb } from './verb.js';

/** `init review <folder> [table…]`: the skeleton of a dossier that `review` accepts. */
export const initReview: Verb = {
  declare: (program) =>
    commandGroup(program, 'init', 'start a specification or a dossier')
      .command('review')
      .description('make the skeleton of a dossier, with the roles of columns guessed')
      .argument('<folder>', 'where the dossier will be')
      .argument('[table...]', 'the tables of the report; by default the CSV files of the folder')
      .option('--from <report.pdf>', 'read the tables from a document instead'),
  async act({ args: [folder, tables], options, terminal }) {
    const document = options.from === undefined ? [] : [readableDocument(String(options.from))];
    const files = await initDossier(String(folder), [...document, ...(tables as string[])]);
    if (options.json) terminal.json({ files });
    else
      terminal.line(
        [
          ...files,
          '',
          `Look at the roles in datapackage.json, write the claims, then: indexlab review ${quotedPath(String(folder))}`,
        ].join('\n'),
      );
    return true;
  },
};

/** A document that a table can be read from. @throws IndexlabError for one that cannot be read, with what to do instead */
function readableDocument(file: string): string {
  if (!existsSync(file)) throw new IndexlabError(`--from requires a file that exists, got ${JSON.stringify(file)}`);
  if (!unreadable.has(extname(file).toLowerCase())) return file;
  throw new IndexlabError(`--from cannot read the tables of a document such as ${JSON.stringify(file)} yet`, {
    remedy: 'Copy each table into a CSV file or a sheet, as printed, and name those files behind the folder.',
  });
}

/** Documents without a reader of their tables. */
const unreadable = new Set(['.pdf', '.docx', '.doc', '.pptx', '.png', '.jpg', '.jpeg', '.tif', '.tiff']);
