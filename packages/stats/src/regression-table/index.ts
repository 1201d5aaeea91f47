export { regressionTable, type RegressionTableOptions } from './regression-table.js';
export type { TableModel } from './table-layout.js';
