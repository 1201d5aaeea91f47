export type { ComparedColumns, Problem as AuditProblem, RuleName as AuditRule } from '@indexlab/audit';
export { auditUserTable } from './audit/audit-user-table.js';
export { type AuditColumns, type AuditOptions, auditTable } from './audit/audit-table.js';
export { compareTables } from './audit/compare-tables.js';
export { placeFinder } from './audit/place-finder.js';
export { unitWarnings } from './audit/unit-warnings.js';
export { type Relation } from './audit/relations.js';
export { cityClusters, type CityCluster, type ClusterMember } from './city-clusters.js';
export { type DataField, type DataResource, loadDataPackage, type PublishedResource } from './data-package.js';
export {
  type Classification,
  type Gazetteer,
  gazetteer,
  type Place,
  type PlaceEvent,
  type PlaceLevel,
  type Seat,
} from './gazetteer.js';
export { joinByPlace, type PlacedColumn, type PlaceJoin } from './join-by-place.js';
export { type Dossier, type DossierField, type DossierTable, readDossier } from './dossier/read-dossier.js';
export type {
  DossierEvidence,
  RecoveredParameter,
  RedoneMistake,
  RekeyedCell,
  SuspectedMistake,
} from './dossier/read-evidence.js';
export { type Correction, loadCorrections } from './load-corrections.js';
export { loadSpecificationText } from './load-specification-text.js';
export { listTables, loadTable, type PublishedTable, type TableInfo } from './load-table.js';
export { readParquet } from './files/read-parquet.js';
export { readDataFile, reading, writeFile, writeFiles } from './files/index.js';
export { writeParquet } from './files/write-parquet.js';
export { nearestGroups, nearestPlaces } from './nearest-places.js';
export { type PlaceGroup, placeGroups } from './place-groups.js';
export { type PlaceContext, type PlaceResolution, resolvePlace } from './resolve-place.js';
export { type IndicatorStore, openStore, type Snapshot, type StoreSelection } from './store/open-store.js';
