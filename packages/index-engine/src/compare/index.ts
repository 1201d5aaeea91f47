export { compareRankings, type RankComparison, type RankShift, type Ranking } from './compare-rankings.js';
