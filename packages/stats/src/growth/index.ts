export { compoundGrowth } from './compound-growth.js';
export {
  growthAccounting,
  type GrowthAccounting,
  type GrowthAccountingOptions,
  type GrowthAccountRow,
} from './growth-accounting.js';
export { growthContributions, growthShares } from './growth-contributions.js';
export { growthOfSum, meanGrowth } from './growth-of-sum.js';
export { perpetualInventory, type PerpetualInventoryOptions } from './perpetual-inventory.js';
