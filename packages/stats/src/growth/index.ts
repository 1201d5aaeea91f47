export { growthAccounting, type GrowthAccounting, type GrowthAccountingOptions, type GrowthAccountingRow } from './growth-accounting.js';
export { type GrowthContribution, growthContributions, type GrowthContributions } from './growth-contributions.js';
export { compoundGrowth, growthOfSum, meanOfGrowth } from './growth-rates.js';
export { perpetualInventory, type PerpetualInventoryOptions } from './perpetual-inventory.js';
