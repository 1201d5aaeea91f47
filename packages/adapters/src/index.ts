export { type AuditColumns, type AuditProblem, type AuditRule, auditTable } from './audit-table.js';
export { type DataField, type DataResource, loadDataPackage, type PublishedResource } from './data-package.js';
export { type Classification, type Gazetteer, gazetteer, type Place, type PlaceLevel } from './gazetteer.js';
export { listTables, loadTable, type PublishedTable, type TableInfo } from './load-table.js';
export { readDataFile } from './files/read-data-file.js';
export { readParquet } from './files/read-parquet.js';
export { writeParquet } from './files/write-parquet.js';
export { type PlaceContext, type PlaceResolution, resolvePlace } from './resolve-place.js';
export { type IndicatorStore, openStore, type Snapshot, type StoreSelection } from './store/open-store.js';
