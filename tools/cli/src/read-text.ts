import { readFileSync } from 'node:fs';
import { reading } from '@indexlab/adapters/files';
import { IndexlabError } from '@indexlab/core';

/** Reads a text file in UTF-8, or in UTF-16 with its mark. @throws IndexlabError when it cannot be read, or is no text */
export function readText(file: string): string {
  const bytes = reading(file, () => readFileSync(file), 'A text');
  try {
    return new TextDecoder(encodingOf(bytes), { fatal: true }).decode(bytes);
  } catch (error) {
    throw new IndexlabError(`a text in UTF-8 is required, got other bytes (${file})`, {
      remedy: 'Save the file in UTF-8.',
      cause: error,
    });
  }
}

function encodingOf([first, second]: Uint8Array): string {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
}
