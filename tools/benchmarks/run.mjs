// Runs every benchmark beside this file, or those whose name contains a word given: one JSON line per task.
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const here = fileURLToPath(new URL('.', import.meta.url));
const wanted = process.argv.slice(2);
const files = readdirSync(here).filter(
  (name) =>
    name.endsWith('.mjs') && name !== 'run.mjs' && (wanted.length === 0 || wanted.some((word) => name.includes(word))),
);
for (const name of files) {
  const { status } = spawnSync(process.execPath, [`${here}${name}`], { stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}
