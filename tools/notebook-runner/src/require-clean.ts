import { IndexlabError } from '@indexlab/core';
import type { Ending, Execution } from './kernel.js';

/**
 * Refuses the execution of a cell that failed, wrote to standard error, wrote after it had ended, or left a rejected promise.
 *
 * @param place how messages name the cell
 */
export function requireCleanExecution({ ok, outputs, late, rejections }: Execution, place: string): void {
  const stderr = outputs
    .filter(({ type, content }) => type === 'stream' && content['name'] === 'stderr')
    .map(({ content }) => content['text'])
    .join('')
    .trim();
  if (!ok) throw new IndexlabError(`${place} failed:\n${withoutInternals(stderr)}`);
  requireAwaited(rejections, place);
  if (stderr !== '') throw new IndexlabError(`${place} wrote to standard error:\n${withoutInternals(stderr)}`);
  if (late) throw new IndexlabError(`${place} wrote an output after it had ended`, { remedy: 'Await what writes it.' });
}

/** Refuses the end of a kernel in which something was still going on. */
export function requireCleanEnding({ rejections, written, leftRunning }: Ending): void {
  requireAwaited(rejections, 'after the last cell');
  if (written.trim() !== '')
    throw new IndexlabError(`the kernel wrote outside of any cell:\n${written.trim()}`, {
      remedy: 'Await what writes it.',
    });
  if (leftRunning) {
    throw new IndexlabError('something still runs after the last cell', {
      remedy: 'Await what the cells start, and close what they open.',
    });
  }
}

function requireAwaited(rejections: readonly string[], place: string): void {
  if (rejections.length === 0) return;
  throw new IndexlabError(
    `${place}: a promise was rejected that nobody awaited:\n${rejections.map(withoutInternals).join('\n')}`,
    {
      remedy: 'Write "await" before the call that returns it.',
    },
  );
}

/** A stack without the lines of Node and of the kernel. */
function withoutInternals(stack: string): string {
  return stack
    .split('\n')
    .filter((line) => !/^\s+at .*(node:|[\\/]tslab[\\/]|evalmachine)/.test(line))
    .join('\n');
}
