export {
  checkNotebooks,
  findNotebooks,
  type NotebookOptions,
  type NotebookProgress,
  type NotebookResult,
  runNotebooks,
} from './run-notebooks.js';
export { writeKernelSpec } from './kernel-spec.js';
export { workspaceRoot } from './workspace-root.js';
export { type LabOptions, openLab } from './open-lab.js';
export { type Check, doctor } from './doctor.js';
