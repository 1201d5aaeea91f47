import { randomUUID } from 'node:crypto';
import { assertThat } from '@indexlab/core';
import { inNotebook, writeOutput } from './kernel.js';
import { textBundle } from './mime-bundle.js';

/** A line that says how far a long computation is. */
export interface Progress {
  /** Says how much is done; cheap enough to call at every step. */
  update(done: number): void;
}

/**
 * Shows how far a computation is, in one line that changes in place; in a script, only when it is done.
 *
 * The line changes with each whole percent and never shows a time, so a notebook that is executed again
 * has the same output.
 *
 * @param total how many steps there are; at least one
 * @throws IndexlabError when the total, or what is done, is no such number
 *
 * @example
 * const drawing = progress('Draws', 1000);
 * for (let draw = 1; draw <= 999; draw++) drawing.update(draw);
 * drawing.update(1000) // => undefined
 */
export function progress(label: string, total: number): Progress {
  assertThat(
    Number.isFinite(total) && total > 0,
    () => `progress requires a total above zero, got ${total} (${label})`,
  );
  const id = randomUUID();
  let shown = -1;
  const update = (done: number): void => {
    assertThat(done >= 0 && done <= total, () => `progress requires steps from 0 to ${total}, got ${done} (${label})`);
    const percent = Math.floor((100 * done) / total);
    if (percent === shown || (!inNotebook() && done < total)) return;
    writeOutput(textBundle(`${label}: ${done} of ${total} (${percent} %)`), { id, update: shown >= 0 });
    shown = percent;
  };
  update(0);
  return { update };
}
