#!/usr/bin/env node
import { existsSync } from 'node:fs';

// A reader that stops early, such as head, is no error.
process.stdout.on('error', (error) => {
  if (error.code === 'EPIPE') process.exit(0);
  console.error(`indexlab: standard output cannot be written (${error.code})`);
  process.exit(2);
});

const main = new URL('../dist/main.js', import.meta.url);
if (existsSync(main)) {
  const { run } = await import(main.href);
  process.exitCode = await run(process.argv.slice(2));
} else {
  console.error('indexlab is not built yet. Run "npm ci && npm run build" in the repository root.');
  process.exitCode = 2;
}
