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
