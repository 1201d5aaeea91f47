export { arcElasticity, type ArcElasticity } from './arc-elasticity.js';
export { capitalServices, type CapitalServicesOptions } from './capital-services.js';
export { compoundGrowth } from './compound-growth.js';
export {
  digitalEconomySize,
  type DigitalEconomySizeOptions,
  type DigitalEconomySizeRow,
} from './digital-economy-size.js';
export {
  growthAccounting,
  type GrowthAccounting,
  type GrowthAccountingOptions,
  type GrowthAccountRow,
} from './growth-accounting.js';
export { growthContributions, growthShares } from './growth-contributions.js';
export { growthOfSum, meanGrowth } from './growth-of-sum.js';
export { perpetualInventory, type PerpetualInventoryOptions } from './perpetual-inventory.js';
export { hedonicPriceIndex, type HedonicPriceRow } from './hedonic-price-index.js';
export { type LikeForLike, likeForLike } from './like-for-like.js';
