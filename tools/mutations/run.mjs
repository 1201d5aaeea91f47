/**
 * Changes one small thing at a time in a copy of the rooms and runs the tests that depend on the file: a change that no test
 * notices has survived. The working tree is never touched; the copy goes away whatever happens. Not part of CI.
 *
 *     npm run build && node tools/mutations/run.mjs [part of a file's name, …]
 *
 * The status is 2 where a text is not found once in its file, and nothing is run then; otherwise 0.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import typescript from 'typescript';
import { mutations } from './mutations.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const words = process.argv.slice(2);
const wanted = mutations
  .map(([file, before, after]) => ({ room: file.split('/')[0], file: `packages/${file}`, before, after }))
  .filter(({ file }) => words.length === 0 || words.some((word) => file.includes(word)));

const lost = wanted.filter(({ file, before }) => readFileSync(join(root, file), 'utf8').split(before).length !== 2);
for (const { file, before } of lost) console.error(`${file}: the text does not stand there once: ${before.trim()}`);
if (lost.length > 0) process.exit(2);

const copy = mkdtempSync(join(tmpdir(), 'indexlab-mutations-'));
const clear = () => rmSync(copy, { recursive: true, force: true });
process.on('exit', clear);
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => process.exit(130));

const left = new Set(['node_modules', '.git', '.nx', 'out', 'notebooks']);
cpSync(root, copy, { recursive: true, filter: (path) => path === root || !left.has(basename(path)) });
symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));

/** A source file in the copy, and the module compiled from it, which some tests load. */
function write(file, text) {
  const compilerOptions = { target: typescript.ScriptTarget.ES2022, module: typescript.ModuleKind.ESNext };
  writeFileSync(join(copy, file), text);
  writeFileSync(join(copy, compiled(file)), typescript.transpileModule(text, { compilerOptions }).outputText);
}

function compiled(file) {
  return file.replace('/src/', '/dist/').replace(/\.ts$/, '.js');
}

/** Whether the tests of a room that depend on a file pass. */
function passes({ room, file }) {
  const options = [
    'related',
    file,
    compiled(file),
    '--run',
    '--bail',
    '1',
    '--project',
    `@indexlab/${room}`,
    '--passWithNoTests',
  ];
  const { status } = spawnSync(process.execPath, [join(root, 'node_modules/vitest/vitest.mjs'), ...options], {
    cwd: copy,
    stdio: 'ignore',
  });
  return status === 0;
}

const survivors = [];
for (const mutation of wanted) {
  const text = readFileSync(join(root, mutation.file), 'utf8');
  write(
    mutation.file,
    text.replace(mutation.before, () => mutation.after),
  );
  const survived = passes(mutation);
  write(mutation.file, text);
  if (survived) survivors.push(mutation);
  const change = `${mutation.before.trim()} -> ${mutation.after.trim()}`;
  console.log(`${survived ? 'survived' : 'killed  '}  ${mutation.file}: ${change.replaceAll('\n', ' ')}`);
}
console.log(`${wanted.length - survivors.length} of ${wanted.length} killed, ${survivors.length} survived`);
