import { gazetteer, resolvePlace } from '@indexlab/adapters';
import { assertThat, listNames } from '@indexlab/core';
import { tableFigure, tableText } from '@indexlab/figures';
import type { Verb } from './verb.js';

/** `places resolve <name…>`: finds the unit for a name. */
export const places: Verb = {
  declare: (program) =>
    program
      .command('places')
      .description('find places in the gazetteer')
      .command('resolve')
      .description('find the unit for a name; never guesses')
      .argument('<name...>', 'names in any spelling, or codes')
      .option('--province <province>', 'the province that the places lie in'),
  async act({ args: [names], options, terminal }) {
    const province = typeof options.province === 'string' ? options.province : undefined;
    const matches = (names as string[]).map((name) => describe(name, province));
    if (options.json) terminal.json({ matches });
    else
      terminal.line(
        tableText(
          tableFigure(
            matches.map((match) => ({ ...match, ambiguous: match.ambiguous.join(' ') })),
            { limit: Infinity },
          ),
        ),
      );
    const unknown = matches
      .filter(({ code, ambiguous }) => code === null && ambiguous.length === 0)
      .map(({ query }) => query);
    assertThat(
      unknown.length === 0,
      () => `places resolve requires names that the gazetteer knows, got ${listNames(unknown)}`,
      'Check the spelling, or give the official code.',
    );
    return true;
  },
};

function describe(query: string, province: string | undefined) {
  const { match, ambiguous } = resolvePlace(query, { province });
  return {
    query,
    code: match?.code ?? null,
    nameZh: match?.nameZh ?? null,
    nameEn: match?.nameEn ?? null,
    province: match ? gazetteer().place(match.province).nameEn : null,
    level: match?.level ?? null,
    ambiguous,
  };
}
