// The starter behind `npm run reproduce` and `npm test`: installs and builds what is missing, then runs.
// It needs Node alone; npm's own pre- and post-scripts do not run where install scripts are off.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const [job, ...options] = process.argv.slice(2);

const jobs = {
  reproduce: ['tools/cli/bin/indexlab.js', 'reproduce', ...options],
  test: ['node_modules/vitest/vitest.mjs', 'run', ...options],
  'test:slow': ['node_modules/vitest/vitest.mjs', 'run', ...options],
  bench: ['tools/benchmarks/run.mjs', ...options],
};
if (!(job in jobs)) stop(`tools/start.mjs requires one of ${Object.keys(jobs).join(', ')}, got ${job ?? 'nothing'}`);

const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) stop(`Node 20.19 or newer is required, got ${process.versions.node}`);

if (!installed()) {
  console.error('Installing packages (npm ci) ...');
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  run(npm, ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    shell: process.platform === 'win32',
    stdio: ['ignore', 2, 2],
  });
}
run(process.execPath, ['node_modules/typescript/bin/tsc', '-b'], { stdio: ['ignore', 2, 2] });
run(process.execPath, jobs[job], {
  stdio: 'inherit',
  env: { ...process.env, ...(job === 'test:slow' && { INDEXLAB_TESTS: 'slow' }) },
});

/** npm notes what it installed in node_modules/.package-lock.json: every locked package must be there at its version. */
function installed() {
  const note = `${root}/node_modules/.package-lock.json`;
  if (!existsSync(note)) return false;
  const wanted = JSON.parse(readFileSync(`${root}/package-lock.json`, 'utf8')).packages;
  const present = JSON.parse(readFileSync(note, 'utf8')).packages;
  return Object.entries(wanted).every(
    ([path, { version, optional, link }]) =>
      path === '' || optional || link || !path.startsWith('node_modules/') || present[path]?.version === version,
  );
}

function run(command, args, settings) {
  const { status, error } = spawnSync(command, args, { cwd: root, ...settings });
  if (error) stop(`${command} could not be started: ${error.message}`);
  if (status !== 0) process.exit(status ?? 1);
}

function stop(message) {
  console.error(message);
  process.exit(2);
}
