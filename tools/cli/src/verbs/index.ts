import type { Verb } from './verb.js';

/** Every verb of the command, in the order of its help. */
export const verbs: readonly Verb[] = [];
