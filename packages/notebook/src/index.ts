export { show } from './show.js';
export { progress, type Progress } from './progress.js';
export { toFrame } from './to-frame.js';
export { fromFrame } from './from-frame.js';
export { type ReadingResult, readingNotes } from './reading-notes.js';
