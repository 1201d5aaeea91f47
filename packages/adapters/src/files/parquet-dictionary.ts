import type { DuckDatabase } from '../store/open-duckdb.js';

/** A column whose first rows repeat hardly a text has no dictionary worth the search. */
const sampledRows = 50_000;
const mostTexts = 100_000;

/**
 * A query that gives the texts of a column by their numbers in a dictionary, and the dictionary: texts that repeat all
 * the time are then made once. `null` for a column of texts that hardly repeat.
 *
 * @param sql the column, as text
 * @param name a name for the type that the database keeps them under
 */
export async function parquetDictionary(
  database: DuckDatabase,
  file: string,
  sql: string,
  name: string,
): Promise<{ sql: string; dictionary: (string | null)[] } | null> {
  const distinct = async (from: string): Promise<[number, number]> => {
    const [[found = 0] = [], [all = 0] = []] = await database.columns(
      `select count(distinct text)::double, count(text)::double from (${from})`,
    );
    return [Number(found), Number(all)];
  };
  const column = `select ${sql} as text from read_parquet(${file})`;
  const [inSample, sampled] = await distinct(`${column} limit ${sampledRows}`);
  if (sampled === 0 || inSample > sampled / 4) return null;
  const [inAll] = await distinct(column);
  if (inAll > mostTexts) return null;
  await database.run(`create type ${name} as enum (select distinct text from (${column}) where text is not null)`);
  const [texts = []] = await database.columns(`select unnest(enum_range(null::${name}))::varchar`);
  return {
    sql: `coalesce(enum_code((${sql})::${name})::uinteger, ${texts.length}::uinteger)`,
    dictionary: [...(texts as string[]), null],
  };
}
