export {
  type Coherence,
  coherence,
  type CoherenceOptions,
  type CorrelationFlag,
  type NodeCorrelation,
} from './coherence.js';
export { type GroupCoherence, groupCoherence } from './group-coherence.js';
