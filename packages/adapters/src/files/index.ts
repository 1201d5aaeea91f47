export { endWithProcess } from './end-with-process.js';
export { readDataFile } from './read-data-file.js';
export { writeFile, writeFiles } from './write-files.js';
export { reading } from './reading.js';
