import { existsSync } from 'node:fs';
import { basename, extname } from 'node:path';
import { writeFiles } from '@indexlab/adapters';
import { assertThat } from '@indexlab/core';
import { draftSpecification } from '@indexlab/index-engine';
import { quotedPath } from '../quoted-path.js';
import { readerOptions, withReaderOptions } from '../reader-options.js';
import { userTable } from '../user-table.js';
import { commandGroup } from './command-group.js';
import type { Verb } from './verb.js';

/** `init spec <table>`: a commented specification from a table's columns. */
export const initSpec: Verb = {
  declare: (program) =>
    withReaderOptions(
      commandGroup(program, 'init', 'start a specification or a dossier')
        .command('spec')
        .description("write a commented specification from a table's columns")
        .argument('<table>', 'the data, one row per unit (and year)')
        .option('--unit-column <column>', 'the column that names the units')
        .option('--time-column <column>', 'the column of the year')
        .option('--title <title>', "the index's title; the file's name unless stated")
        .option('--out <file>', 'a file for the specification; printed unless stated'),
    ),
  async act({ args: [table], options, terminal }) {
    const file = String(table);
    const out = options.out as string | undefined;
    assertThat(
      out === undefined || !existsSync(out),
      () => `init spec requires a file that does not exist yet, got ${JSON.stringify(out)}`,
      'Name another file with --out, or take this one away.',
    );
    const text = draftSpecification(await userTable(file, terminal, readerOptions(options)), {
      title: (options.title as string | undefined) ?? basename(file, extname(file)),
      unit: options.unitColumn as string | undefined,
      time: options.timeColumn as string | undefined,
    });
    if (out === undefined) {
      if (options.json) terminal.json({ files: [], text });
      else terminal.line(text.trimEnd());
      return true;
    }
    writeFiles([[out, text]]);
    terminal.note(`wrote ${out}; build it with: indexlab build ${quotedPath(out)} --data ${quotedPath(file)}`);
    if (options.json) terminal.json({ files: [out] });
    return true;
  },
};
