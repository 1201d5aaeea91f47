// Loaded into the kernel before tslab (node --import): tells the runner about what the kernel's protocol loses.
import { setImmediate } from 'node:timers/promises';
import { isMainThread, Worker } from 'node:worker_threads';
import { inspect } from 'node:util';

if (isMainThread && process.send) {
  const report = (message) => process.connected && process.send(message);
  const write = { stdout: process.stdout.write, stderr: process.stderr.write };

  process.on('unhandledRejection', (reason) => report({ rejection: inspect(reason) }));
  process.on('message', async (request) => {
    if (request === 'settle') await settled();
    if (request === 'end') {
      // tslab closes its sockets next, and sending to them what is still written would fail for ever.
      process.stdout.write = write.stdout;
      process.stderr.write = write.stderr;
    }
    report({ done: request });
  });
  process.on('disconnect', () => process.exit()); // The runner is gone.
  process.channel.unref();
  // A cell that never yields hears nothing of that: a thread of its own looks whether the runner is still the parent.
  const orphaned = 'setInterval(() => process.ppid === workerData || process.kill(process.pid, "SIGKILL"), 1000)';
  const watch = `const { workerData } = require('node:worker_threads'); ${orphaned};`;
  new Worker(watch, { eval: true, workerData: process.ppid, execArgv: [] }).unref();
}

/** Waits for what a cell left running: files being read, short timers, chains of promises. */
async function settled() {
  const deadline = performance.now() + 1000;
  do await setImmediate();
  while (
    performance.now() < deadline &&
    process.getActiveResourcesInfo().some((kind) => /Req|Connect|Timeout|Immediate/.test(kind))
  );
}
