export { compareCells, type ComparedCell } from './compare-cells.js';
export type { SimulatedCell } from './planned-cells.js';
export {
  committedSimulations,
  compareSimulations,
  type DossierSimulation,
  type MadeSimulation,
  simulatedFiles,
  simulatedResources,
  simulateDossier,
  simulationPlan,
} from './simulate-dossier.js';
export {
  moderationCities,
  type ModerationCities,
  type ModerationDesign,
  moderationDesigns,
  type ModerationDetection,
  moderationDetection,
} from '../reports/internet-plus-2016/moderation-worlds.js';
export {
  type CloudCities,
  cloudCities,
  type CloudDesign,
  cloudDesigns,
  type CloudDetection,
  cloudDetection,
} from '../reports/internet-plus-2018/cloud-worlds.js';
