import { assertThat, requireObject } from '@indexlab/core';

/** A place on the globe, in degrees; east and north positive. */
export interface GeoPoint {
  readonly longitude: number;
  readonly latitude: number;
}

/** The mean radius of the Earth (IUGG), km. */
const earthRadius = 6371.0088;

/**
 * The distance between two points along the surface of a sphere with the Earth's mean radius of 6371.0088 km, in km.
 *
 * `2 r asin(sqrt(sin^2(dlat / 2) + cos(lat1) cos(lat2) sin^2(dlon / 2)))` (haversine), which keeps its digits at short distances.
 * The Earth's flattening makes true distances differ by up to 0.6 percent.
 *
 * @throws IndexlabError for a longitude outside [-180, 360] or a latitude outside [-90, 90]
 *
 * @example
 * greatCircleDistance({ longitude: 0, latitude: 0 }, { longitude: 90, latitude: 0 }).toFixed(6) // => (6371.0088 * Math.PI / 2).toFixed(6)
 *
 * @see R `geosphere::distHaversine(a, b, r = 6371.0088)`
 */
export function greatCircleDistance(a: GeoPoint, b: GeoPoint): number {
  requireObject(a, 'greatCircleDistance', 'a');
  requireObject(b, 'greatCircleDistance', 'b');
  for (const { longitude, latitude } of [a, b]) {
    assertThat(
      typeof latitude === 'number' &&
        typeof longitude === 'number' &&
        Math.abs(latitude) <= 90 &&
        longitude >= -180 &&
        longitude <= 360,
      () => `greatCircleDistance requires degrees of longitude and latitude, got ${longitude} and ${latitude}`,
    );
  }
  const radians = Math.PI / 180;
  const half = (from: number, to: number): number => Math.sin(((to - from) * radians) / 2) ** 2;
  const square =
    half(a.latitude, b.latitude) +
    Math.cos(a.latitude * radians) * Math.cos(b.latitude * radians) * half(a.longitude, b.longitude);
  return 2 * earthRadius * Math.asin(Math.min(1, Math.sqrt(square)));
}
