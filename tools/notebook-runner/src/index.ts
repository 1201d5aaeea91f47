export {
  checkNotebooks,
  findNotebooks,
  type NotebookOptions,
  type NotebookProgress,
  type NotebookResult,
  runNotebooks,
} from './run-notebooks.js';
export { workspaceRoot, writeKernelSpec } from './kernel-spec.js';
export { type LabOptions, openLab } from './open-lab.js';
export { type Check, doctor } from './doctor.js';
