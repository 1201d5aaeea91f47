import { initDossier } from '@indexlab/findings';
import { commandGroup } from './command-group.js';
import type { Verb } from './verb.js';

/** `init review <folder> [table…]`: the skeleton of a dossier that `review` accepts. */
export const initReview: Verb = {
  declare: (program) =>
    commandGroup(program, 'init', 'start a specification or a dossier')
      .command('review')
      .description('make the skeleton of a dossier, with the roles of columns guessed')
      .argument('<folder>', 'where the dossier will be')
      .argument('[table...]', 'the tables of the report; by default the CSV files of the folder'),
  async act({ args: [folder, tables], options, terminal }) {
    const files = await initDossier(String(folder), tables as string[]);
    if (options.json) terminal.json({ files });
    else
      terminal.line(
        [
          ...files,
          '',
          `Look at the roles in datapackage.json, write the claims, then: indexlab review ${String(folder)}`,
        ].join('\n'),
      );
    return true;
  },
};
