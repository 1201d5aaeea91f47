import { createRequire } from 'node:module';
import { IndexlabError } from '@indexlab/core';
import type { MimeBundle } from './mime-bundle.js';

/** Where an output goes that later ones replace. */
export interface OutputPlace {
  readonly id: string;
  /** Whether something stands there already. */
  readonly update: boolean;
}

/** Sends an output to the cell that is being executed; outside a notebook, prints its text. */
export function writeOutput({ data, metadata }: MimeBundle, place?: OutputPlace): void {
  if (!inNotebook()) {
    console.log(data['text/plain']);
    return;
  }
  // Internal to tslab (its release is pinned): the public `display` sends one form of an output only.
  const kernel = createRequire(import.meta.url)('tslab/dist/jupyter') as {
    lastWriteDisplayData: WriteDisplayData | null;
  };
  if (!kernel.lastWriteDisplayData) {
    throw new IndexlabError("show requires this workspace's kernel, got one with another copy of tslab", {
      remedy: 'Start Jupyter with "npx indexlab lab".',
    });
  }
  kernel.lastWriteDisplayData(
    { data, metadata, transient: place ? { display_id: place.id } : {} },
    place?.update ?? false,
  );
}

/** Whether this code runs in a cell of a tslab kernel. */
export function inNotebook(): boolean {
  return '__tslab__' in globalThis;
}

type WriteDisplayData = (content: MimeBundle & { transient: { display_id?: string } }, update: boolean) => void;
