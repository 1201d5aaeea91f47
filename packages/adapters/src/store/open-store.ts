import {
  assertThat,
  type Column,
  type Data,
  type DataSource,
  dataSource,
  IndexlabError,
  listNames,
  numbersOf,
  Table,
  textsOf,
} from '@indexlab/core';
import { longToWide } from '@indexlab/readers';
import type { Database, SqlValue } from './database.js';
import { openDuckDb } from './open-duckdb.js';

/** One state of a store: everything that was put in up to then. */
export interface Snapshot {
  /** 1, 2, 3, ... in the order in which they were made. */
  readonly id: number;
  readonly note: string;
  /** How many records it brought. */
  readonly records: number;
}

/** Which records to take; all when left out. */
export interface StoreSelection {
  readonly year?: number;
  readonly indicators?: readonly string[];
  readonly places?: readonly string[];
  /** The state after this snapshot; the last one when left out. */
  readonly snapshot?: number;
}

/** Raw indicator records, kept with their history. */
export interface IndicatorStore {
  /**
   * Puts records in, as one new snapshot: all of them or, after an error or a kill, none. A record takes the place of an
   * earlier one of the same place, year and indicator; a missing value takes one out. Nothing is ever lost: earlier
   * snapshots can still be asked for.
   *
   * @param records columns `place`, `year`, `indicator`, `value` and, where there are, `unit`; decimals go along
   * @throws IndexlabError when a column or a cell is missing, or two records are of the same place, year and indicator
   */
  put(records: Data, options?: { readonly note?: string }): Promise<Snapshot>;
  /** The records as they stand: place, year, indicator, value, unit, in the order of place, year and indicator. */
  records(selection?: StoreSelection): Promise<Table>;
  /**
   * The matrix of units by indicators: a row for each place (and year, unless one is asked for), a column for each indicator,
   * in the order asked for or of their names.
   *
   * @throws IndexlabError when an indicator is not in the store, or has two units
   */
  matrix(selection?: StoreSelection): Promise<Table>;
  snapshots(): Promise<Snapshot[]>;
  close(): void;
}

/**
 * Opens a store of raw indicator records, in a file or in memory. What comes out depends on what was put in alone: not on
 * the number of threads, nor on the order of the records within a snapshot.
 *
 * @param path the store's file, made when there is none; in memory when left out
 * @throws IndexlabError when the file is no store, or another process has it open
 *
 * @example
 * const store = await openStore();
 * await store.put([{ place: '110000', year: 2020, indicator: 'gdp', value: 36102.6 }]);
 * (await store.matrix({ year: 2020 })).toRows() // => [{ place: '110000', gdp: 36102.6 }]
 */
export async function openStore(path?: string, options: { readonly threads?: number } = {}): Promise<IndicatorStore> {
  const database = await openDuckDb({ ...(path !== undefined && { path }), ...options });
  try {
    await database.transaction(async () => {
      await database.run(
        'create table if not exists snapshots (id integer not null, note varchar not null, records integer not null)',
      );
      await database.run(
        'create table if not exists records (snapshot integer not null, place varchar not null, year integer not null, indicator varchar not null, value double, decimals integer, unit varchar)',
      );
    });
  } catch (cause) {
    database.close();
    throw new IndexlabError(`openStore requires a store, got a database of another kind (${path})`, { cause });
  }
  return new SqlStore(database);
}

class SqlStore implements IndicatorStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async put(records: Data, { note = '' }: { readonly note?: string } = {}): Promise<Snapshot> {
    const { places, years, indicators, values, decimals, units } = checkedRecords(dataSource(records));
    return this.#database.transaction(async () => {
      const [[last]] = (await this.#database.columns('select coalesce(max(id), 0) from snapshots')) as [[number]];
      const id = last + 1;
      await this.#database.run('insert into snapshots values ($1, $2, $3)', [id, note, places.length]);
      await this.#database.append('records', [
        { type: 'integer', values: places.map(() => id) },
        { type: 'text', values: places },
        { type: 'integer', values: years },
        { type: 'text', values: indicators },
        { type: 'double', values: values.map((value) => (Number.isNaN(value) ? null : value)) },
        { type: 'integer', values: decimals },
        { type: 'text', values: units },
      ]);
      return { id, note, records: places.length };
    });
  }

  async records(selection: StoreSelection = {}): Promise<Table> {
    const { year, indicators, places, snapshot } = selection;
    if (snapshot !== undefined) await this.#checkSnapshot(snapshot);
    const parameters: SqlValue[] = [];
    const parameter = (value: SqlValue): string => `$${parameters.push(value)}`;
    const conditions = ['true'];
    if (snapshot !== undefined) conditions.push(`snapshot <= ${parameter(snapshot)}`);
    if (year !== undefined) conditions.push(`year = ${parameter(year)}`);
    if (indicators) conditions.push(`indicator in (${indicators.map(parameter).join(', ') || 'null'})`);
    if (places) conditions.push(`place in (${places.map(parameter).join(', ') || 'null'})`);
    const columns = await this.#database.columns(
      `select place, year, indicator, value, decimals, unit from (
         select *, row_number() over (partition by place, year, indicator order by snapshot desc) as age from records where ${conditions.join(' and ')}
       ) as dated where age = 1 and value is not null order by place, year, indicator`,
      parameters,
    );
    const [place = [], years = [], indicator = [], value = [], decimals = [], unit = []] = columns;
    const text = (name: string, cells: readonly SqlValue[]): Column => ({
      type: 'text',
      name,
      values: cells as (string | null)[],
    });
    return new Table([
      text('place', place),
      {
        type: 'number',
        name: 'year',
        values: Float64Array.from(years as number[]),
        decimals: new Int8Array(years.length).fill(-1),
      },
      text('indicator', indicator),
      {
        type: 'number',
        name: 'value',
        values: Float64Array.from(value as number[]),
        ...(decimals.every((digits) => digits !== null) && { decimals: Int8Array.from(decimals as number[]) }),
      },
      text('unit', unit),
    ]);
  }

  async matrix(selection: StoreSelection = {}): Promise<Table> {
    const long = await this.records(selection);
    const keys = selection.year === undefined ? ['place', 'year'] : ['place'];
    const wide = longToWide(long, { keys, names: 'indicator', values: 'value', units: 'unit' });
    const found = wide.columns.slice(keys.length);
    const wanted = selection.indicators ?? [...found].sort();
    const unknown = wanted.filter((name) => !found.includes(name));
    assertThat(
      unknown.length === 0,
      () => `matrix requires indicators of the store, got ${listNames(unknown)}`,
      `For this selection it has: ${listNames(found)}.`,
    );
    return new Table([...keys, ...wanted].map((name) => wide.column(name)));
  }

  async snapshots(): Promise<Snapshot[]> {
    const [ids = [], notes = [], records = []] = await this.#database.columns(
      'select id, note, records from snapshots order by id',
    );
    return ids.map((id, index) => ({
      id: id as number,
      note: notes[index] as string,
      records: records[index] as number,
    }));
  }

  close(): void {
    this.#database.close();
  }

  async #checkSnapshot(snapshot: number): Promise<void> {
    const known = (await this.snapshots()).map(({ id }) => id);
    assertThat(
      known.includes(snapshot),
      () => `records requires a snapshot of the store, got ${snapshot}`,
      `There are ${known.length}.`,
    );
  }
}

interface CheckedRecords {
  readonly places: string[];
  readonly years: number[];
  readonly indicators: string[];
  readonly values: number[];
  readonly decimals: (number | null)[];
  readonly units: (string | null)[];
}

function checkedRecords(source: DataSource): CheckedRecords {
  const places = texts(source, 'place');
  const indicators = texts(source, 'indicator');
  const years = [...numbersOf(source, 'year', 'put')];
  const badYear = years.findIndex((year) => !Number.isInteger(year) || Math.abs(year) > 9999);
  assertThat(badYear < 0, () => `put requires years, got ${years[badYear]} (column "year", row ${badYear + 1})`);
  const values = [...numbersOf(source, 'value', 'put')];
  const rows = new Map<string, number>();
  places.forEach((place, row) => {
    const key = JSON.stringify([place, years[row], indicators[row]]);
    const before = rows.get(key);
    assertThat(
      before === undefined,
      () =>
        `put requires one record for each place, year and indicator, got two of ${place}, ${years[row]}, ${indicators[row]} (rows ${before! + 1} and ${row + 1})`,
    );
    rows.set(key, row);
  });
  const digits = source instanceof Table ? source.numbers('value').decimals : undefined;
  const decimals = places.map((_, row) => digits?.[row] ?? null);
  const units = source.columns.includes('unit') ? textsOf(source, 'unit') : places.map(() => null);
  return { places, years, indicators, values, decimals, units };
}

function texts(source: DataSource, name: string): string[] {
  const found = textsOf(source, name);
  const missing = found.indexOf(null);
  assertThat(missing < 0, () => `put requires a ${name} for each record, got none (row ${missing + 1})`);
  return found as string[];
}
