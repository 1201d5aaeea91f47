/** A value that SQL takes and gives. */
export type SqlValue = string | number | null;

/** A column of values for a bulk load, all of one SQL type; `null` is missing. */
export interface SqlColumn {
  readonly type: 'text' | 'integer' | 'double';
  readonly values: readonly SqlValue[];
}

/**
 * What the store needs of an SQL database: standard SQL with numbered parameters ($1, $2, ...), a bulk load and
 * transactions. DuckDB is the one that comes with it.
 */
export interface Database {
  run(sql: string, parameters?: readonly SqlValue[]): Promise<void>;
  /** The columns of a result, each as an array in the order of the query. */
  columns(sql: string, parameters?: readonly SqlValue[]): Promise<SqlValue[][]>;
  append(table: string, columns: readonly SqlColumn[]): Promise<void>;
  /** Runs the work in a transaction: all of it holds, or after an error or a kill none. */
  transaction<T>(work: () => Promise<T>): Promise<T>;
  close(): void;
}
