export { type CellDifference, checkPublished, type TableCheck } from './check-published.js';
export { extract, reports } from './extract.js';
export { type Locator, type PrintedColumn, type PrintedTable } from './printed-table.js';
export { writePublished } from './published.js';
