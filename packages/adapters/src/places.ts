/** What finds places, without what reads files: `@indexlab/adapters/places` starts in a fraction of the time. */
export * from './audit/place-finder.js';
export * from './city-clusters.js';
export * from './gazetteer.js';
export * from './gazetteer-holds.js';
export * from './nearest-places.js';
export { type PlaceGroup, placeGroups } from './place-groups.js';
export { type PlaceContext, type PlaceResolution, resolvePlace } from './resolve-place.js';
