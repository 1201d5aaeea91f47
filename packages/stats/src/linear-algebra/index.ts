export { solvePositive } from './positive-definite.js';
