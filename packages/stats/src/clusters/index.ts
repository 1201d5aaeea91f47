export { kMeans, type KMeans, type KMeansOptions } from './k-means.js';
