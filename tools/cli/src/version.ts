import { createRequire } from 'node:module';

/** The version of the command, as its package says. */
export const { version } = createRequire(import.meta.url)('../package.json') as { version: string };
