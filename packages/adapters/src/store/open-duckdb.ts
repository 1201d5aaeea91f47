import { closeSync, existsSync, openSync, readSync } from 'node:fs';
import { IndexlabError } from '@indexlab/core';
import type { Database, SqlValue } from './database.js';

/** What a DuckDB database may touch. */
export interface DuckDbOptions {
  /** Its file, made when there is none; in memory when left out. */
  readonly path?: string;
  /** Files that queries may read and write; no others, and no network. */
  readonly files?: readonly string[];
  /** How many threads it may use; as many as there are processors when left out. Results do not depend on it. */
  readonly threads?: number;
}

/** A column of a piece of a result: doubles, whole numbers from 0, or anything else as values. */
export type PieceColumn = Float64Array | Uint32Array | readonly SqlValue[];

/** DuckDB also gives a result in pieces, so that it never stands in memory as a whole. */
export interface DuckDatabase extends Database {
  /** The pieces of a result, in the order of its rows. Columns of doubles and whole numbers may not hold nulls. */
  pieces(sql: string): AsyncIterable<readonly PieceColumn[]>;
}

/** Rows in a piece of a bulk load. */
const pieceRows = 2048;

/**
 * Opens DuckDB locked down: it fetches and loads no extension, touches no file but its own and those named, writes no
 * temporary files, and none of this can be changed by a query. The library is loaded on the first call.
 *
 * @throws IndexlabError when the file is no database, or another process holds it
 */
export async function openDuckDb({ path, files = [], threads }: DuckDbOptions = {}): Promise<DuckDatabase> {
  const { DOUBLE, DuckDBDataChunk, DuckDBDoubleVector, DuckDBInstance, DuckDBUIntegerVector, INTEGER, VARCHAR } =
    await import('@duckdb/node-api');
  // Of other files DuckDB makes what it can: it opens a CSV file as a database.
  if (path !== undefined && existsSync(path) && !isDatabase(path)) throw cannotOpen(path, 'it is no database');
  const types = { text: VARCHAR, integer: INTEGER, double: DOUBLE };
  const instance = await DuckDBInstance.create(path ?? ':memory:', {
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
    allow_community_extensions: 'false',
    temp_directory: '',
    ...(threads !== undefined && { threads: String(threads) }),
  }).catch((cause: unknown) => {
    throw cannotOpen(path, cause);
  });
  const connection = await instance.connect();
  await connection.run(`set allowed_paths = [${files.map(sqlText).join(', ')}]`);
  await connection.run('set enable_external_access = false');
  await connection.run('set lock_configuration = true');

  return {
    async run(sql, parameters = []) {
      await connection.run(sql, [...parameters]);
    },
    async columns(sql, parameters = []) {
      const reader = await connection.runAndReadAll(sql, [...parameters]);
      const columns = reader.getColumnsJS() as SqlValue[][];
      return columns.length > 0 ? columns : reader.columnNames().map(() => []);
    },
    async *pieces(sql) {
      const result = await connection.stream(sql);
      for (;;) {
        const chunk = await result.fetchChunk();
        if (!chunk || chunk.rowCount === 0) return;
        yield Array.from({ length: chunk.columnCount }, (_, column): PieceColumn => {
          const vector = chunk.getColumnVector(column);
          // Its items are private to the types only; one by one they cost more than all the rest.
          return vector instanceof DuckDBDoubleVector || vector instanceof DuckDBUIntegerVector
            ? (vector as unknown as { readonly items: Float64Array | Uint32Array }).items
            : (chunk.getColumnValues(column) as SqlValue[]);
        });
      }
    },
    async append(table, columns) {
      const appender = await connection.createAppender(table);
      const chunk = DuckDBDataChunk.create(columns.map(({ type }) => types[type]));
      const rows = columns[0]?.values.length ?? 0;
      for (let from = 0; from < rows; from += pieceRows) {
        chunk.setColumns(columns.map(({ values }) => values.slice(from, from + pieceRows)));
        appender.appendDataChunk(chunk);
      }
      appender.closeSync();
    },
    async transaction(work) {
      await connection.run('begin transaction');
      try {
        const result = await work();
        await connection.run('commit');
        return result;
      } catch (error) {
        await connection.run('rollback');
        throw error;
      }
    },
    close() {
      connection.closeSync();
      instance.closeSync();
    },
  };
}

/** A DuckDB file has these letters behind its checksum. */
function isDatabase(path: string): boolean {
  const file = openSync(path, 'r');
  const head = Buffer.alloc(12);
  const length = readSync(file, head, 0, 12, 0);
  closeSync(file);
  return length === 0 || head.toString('latin1', 8) === 'DUCK';
}

/** A text as SQL writes it. */
export function sqlText(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

function cannotOpen(path: string | undefined, cause: unknown): IndexlabError {
  const reason = cause instanceof Error ? cause.message : String(cause);
  const held = /lock/i.test(reason);
  return new IndexlabError(
    `openDuckDb requires a database that can be opened, got ${JSON.stringify(path)} (${held ? 'another process holds it' : reason.split('\n')[0]})`,
    {
      cause,
      remedy: held
        ? 'One process at a time can have a store open: close the other.'
        : 'Give the path of a store, or of a file that does not exist yet.',
    },
  );
}
