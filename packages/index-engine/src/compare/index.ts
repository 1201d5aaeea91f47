export { compareRankings, type RankComparison, type RankShift, type Ranking } from './compare-rankings.js';
export { compareStandings, type ListStanding, type Standings } from './compare-standings.js';
export { type ImpliedRanks, impliedRanks } from './implied-ranks.js';
export { type Leapfrog, leapfrogs, type LeapfrogsOptions } from './leapfrogs.js';
export { type RankInterval, rankIntervals } from './rank-intervals.js';
