import {
  gazetteer,
  gazetteerHolds,
  nearestGroups,
  nearestPlaces,
  type PlaceContext,
  type PlaceGroup,
  placeGroups,
  resolvePlace,
} from '@indexlab/adapters/places';
import { assertThat, didYouMean, listNames } from '@indexlab/core';
import { wholeNumber } from '../whole-number.js';
import { wrapText } from '../wrap-text.js';
import type { Verb } from './verb.js';

const levels = ['city', 'province', 'prefecture', 'county'] as const;

/** `places resolve <name…>`: finds the unit for a name. */
export const places: Verb = {
  declare: (program) =>
    program
      .command('places')
      .description('find places in the gazetteer')
      .command('resolve')
      .description('find the unit for a name; never guesses')
      .argument('<name...>', 'names in any spelling, or codes')
      .option('--province <province>', 'the province that the places lie in')
      .option('--level <level>', `${levels.join(', ')}; a city is what tables of cities rank, municipalities included`)
      .option('--year <year>', 'the year at whose end the units were in force'),
  async act({ args: [names], options, terminal }) {
    const context: PlaceContext = {
      province: options.province as string | undefined,
      level: levelOf(options.level),
      year: options.year === undefined ? undefined : wholeNumber('--year', options.year, 1949),
    };
    const matches = (names as string[]).map((name) => describe(name, context));
    if (options.json) terminal.json({ matches });
    else for (const match of matches) for (const line of shown(match)) terminal.line(line);
    const unknown = matches.filter(
      (match) => match.code === null && match.ambiguous.length + match.groups.length === 0,
    );
    const hints = unknown.map(({ query, note, suggestions }) => {
      const near = suggestions.map(({ code, nameZh, nameEn }) =>
        code === null ? nameZh : `${nameZh} ${nameEn} (${code})`,
      );
      return `${query}: ${note ?? (near.length > 0 ? `did you mean ${near.join(', ')}?` : 'no name is near')}`;
    });
    assertThat(
      unknown.length === 0,
      () =>
        `places resolve requires names that the gazetteer knows, got ${listNames(unknown.map(({ query }) => query))}`,
      [...hints, gazetteerHolds].join('\n  '),
    );
    const open = matches.filter(({ code, groups }) => code === null && groups.length !== 1);
    if (open.length > 0) {
      for (const match of open)
        for (const line of wrapText(
          `${match.query}: more than one place; ${decidingOptions(match, context)}`,
          80,
          '  ',
        ))
          terminal.note(line);
    }
    return open.length === 0;
  },
};

function levelOf(option: unknown): PlaceContext['level'] {
  if (option === undefined) return undefined;
  const level = levels.find((each) => each === option);
  assertThat(
    level !== undefined,
    () => `--level requires ${levels.join(', ')}, got ${JSON.stringify(option)}`,
    () => didYouMean(String(option), levels, 'levels'),
  );
  return level;
}

function describe(query: string, context: PlaceContext) {
  const { match, ambiguous, note } = resolvePlace(query, context);
  const found = match !== null || ambiguous.length > 0;
  const groups: readonly PlaceGroup[] = found ? [] : placeGroups(query);
  const [group] = groups;
  const known = found || groups.length > 0;
  return {
    query,
    code: match?.code ?? null,
    nameZh: match?.nameZh ?? (groups.length === 1 ? group!.nameZh : null),
    nameEn: match?.nameEn ?? (groups.length === 1 ? group!.nameEn : null),
    province: match ? gazetteer().place(match.province).nameEn : null,
    level: match?.level ?? (groups.length === 1 ? group!.kind : null),
    ambiguous,
    note: note ?? (groups.length === 1 ? `${group!.kind} of ${group!.members.length} places` : null),
    groups,
    suggestions: known
      ? []
      : [
          ...nearestPlaces(query, context).map(({ code, nameZh, nameEn }) => ({ code, nameZh, nameEn })),
          ...nearestGroups(query).map((name) => ({ code: null, nameZh: name, nameEn: name })),
        ],
  };
}

/** For each place of an ambiguous name the option that leaves it alone. */
function decidingOptions({ query, ambiguous }: ReturnType<typeof describe>, context: PlaceContext): string {
  const only = (code: string, more: PlaceContext): boolean =>
    resolvePlace(query, { ...context, ...more }).match?.code === code;
  const choices = ambiguous.map((code) => {
    const { nameZh, province } = gazetteer().place(code);
    const home = gazetteer().place(province).nameEn;
    const level = context.level === undefined ? levels.find((each) => only(code, { level: each })) : undefined;
    const inside = context.province === undefined && only(code, { province });
    const options = [...(level ? [`--level ${level}`] : []), ...(inside ? [`--province ${JSON.stringify(home)}`] : [])];
    return `${options.length > 0 ? options.join(' or ') : `the code ${code}`} for ${nameZh}`;
  });
  return choices.length > 0 ? choices.join(', ') : 'name one of them';
}

function shown({
  query,
  code,
  nameZh,
  nameEn,
  province,
  level,
  ambiguous,
  note,
  groups,
  suggestions,
}: ReturnType<typeof describe>): string[] {
  const lines: string[] = [];
  if (code !== null)
    lines.push(`${query}: ${nameZh} ${nameEn} (${code}), ${level}${level === 'province' ? '' : ` in ${province}`}`);
  else if (ambiguous.length > 0) {
    lines.push(`${query}: one of ${ambiguous.map((each) => labelOf(each)).join(', ')}`);
  } else if (groups.length > 0) {
    for (const group of groups)
      lines.push(`${query}: ${group.kind} ${group.nameZh} ${group.nameEn}: ${group.members.map(labelOf).join(', ')}`);
  } else
    lines.push(
      `${query}: unknown${suggestions.length > 0 ? `; near: ${suggestions.map((each) => (each.code === null ? each.nameZh : labelOf(each.code))).join(', ')}` : ''}`,
    );
  if (note !== null && groups.length !== 1) lines.push(`  note: ${note}`);
  return lines.flatMap((line) => wrapText(line, 80, '  '));
}

function labelOf(code: string): string {
  const { nameZh, nameEn } = gazetteer().place(code);
  return `${nameZh} ${nameEn} (${code})`;
}
