// One side of a task, ours or a peer's, as a process that calls when told.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = (name) => fileURLToPath(new URL(name, import.meta.url));
const python = process.env.INDEXLAB_BENCH_PYTHON ?? '/usr/bin/python3';

/** How a peer's file is run, by its ending. */
const drivers = { py: [python, here('python.py')], R: ['Rscript', '--vanilla', here('r.R')] };

/** The command of a side: `ours`, or a peer as `file.py:function`. */
export function commandOf(task, file, side, folder) {
  if (side === 'ours') return [process.execPath, here('ours.mjs'), file, task.name, folder];
  const [peer, run] = task.peers[side].split(':');
  return [...drivers[peer.split('.').pop()], here(`../peers/${peer}`), run, folder, side];
}

/** Starts a side; `null` where it cannot start, because what it needs is not installed. */
export async function startSide(command) {
  const [program, ...options] = command;
  const child = spawn(program, options, { stdio: ['pipe', 'pipe', 'pipe'] });
  let errors = '';
  child.stderr.on('data', (text) => (errors += text));
  const exit = new Promise((resolve) => child.once('error', resolve).once('close', resolve));
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const answer = async () => {
    for (;;) {
      const { value, done } = await lines.next();
      if (done) return null;
      if (value === 'ready' || value.startsWith('{"wall"')) return value;
    }
  };
  if ((await answer()) === null) {
    await exit;
    return { absent: errors.trim().split('\n').pop() ?? 'could not be started' };
  }
  return {
    /** Makes so many calls: each one's time and the processor's time of all, in milliseconds. */
    async call(times) {
      child.stdin.write(`${times}\n`);
      const line = await answer();
      if (line === null) throw new Error(`${command.join(' ')} ended: ${errors.trim()}`);
      return JSON.parse(line);
    },
    async stop() {
      child.stdin.end();
      await exit;
    },
  };
}

/** The numbers that a side's last call gave. */
export function numbersOf(folder, side) {
  const bytes = readFileSync(join(folder, `${side}.f64`));
  return new Float64Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength));
}
