const endings = new Set<() => void>();
const signals = { SIGHUP: 1, SIGINT: 2, SIGTERM: 15 } as const;

/**
 * Has something ended together with this process, however that ends short of a kill: at its exit, and when a signal asks
 * it to end, after which it exits with 128 and the signal's number, as shells do.
 *
 * @param end must not wait for anything
 * @returns a function that takes it off again
 *
 * @example
 * endWithProcess(() => undefined)() // => undefined
 */
export function endWithProcess(end: () => void): () => void {
  if (endings.size === 0) {
    process.on('exit', endAll);
    for (const signal of Object.keys(signals)) process.on(signal, exitOn);
  }
  endings.add(end);
  return () => {
    endings.delete(end);
    if (endings.size > 0) return;
    process.off('exit', endAll);
    for (const signal of Object.keys(signals)) process.off(signal, exitOn);
  };
}

function endAll(): void {
  for (const end of endings) end();
}

function exitOn(signal: keyof typeof signals): void {
  process.exit(128 + signals[signal]);
}
