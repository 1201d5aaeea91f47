export { type AuditColumns, type AuditProblem, type AuditRule, auditTable } from './audit-table.js';
export { cityClusters, type CityCluster, type ClusterMember } from './city-clusters.js';
export { type DataField, type DataResource, loadDataPackage, type PublishedResource } from './data-package.js';
export { type Classification, type Gazetteer, gazetteer, type Place, type PlaceEvent, type PlaceLevel, type Seat } from './gazetteer.js';
export { type Correction, loadCorrections } from './load-corrections.js';
export { listTables, loadTable, type PublishedTable, type TableInfo } from './load-table.js';
export { readDataFile } from './read-data-file.js';
export { type PlaceContext, type PlaceResolution, resolvePlace } from './resolve-place.js';
