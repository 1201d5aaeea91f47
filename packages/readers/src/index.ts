export { type CsvOptions, readCsv } from './read-csv.js';
export type { ImportNote, ImportReport, ImportRule } from './import-report.js';
export type { ReadResult } from './import-result.js';
export type { ReadOptions } from './read-options.js';
export { parseNumber, type ParsedNumber } from './parse-number.js';
