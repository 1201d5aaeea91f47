export { type GeoPoint, greatCircleDistance } from './great-circle-distance.js';
export { type LocalMoranOptions, localMoran, type LocalMoranRow } from './local-moran.js';
export type { MoranTest } from './moment-test.js';
export { type Moran, moran, type MoranOptions } from './moran.js';
export {
  inverseDistanceWeights,
  nearestNeighbourWeights,
  neighbourWeights,
  type SpatialWeights,
} from './spatial-weights.js';
