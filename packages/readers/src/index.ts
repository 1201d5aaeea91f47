export { readCsv } from './read-csv.js';
export { typedColumns } from './typed-columns.js';
