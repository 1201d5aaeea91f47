import { type Json, lines, type Output } from './notebook-file.js';
import type { Message } from './wire.js';

interface Stream {
  readonly name: string;
  text: string;
}

interface Display {
  content: Message['content'];
}

interface Failure {
  readonly error: string;
}

/**
 * Turns the messages of a notebook's cells into outputs: texts of one stream that follow each other are joined, and an
 * update takes the place of what it updates, in whichever cell that stands.
 */
export class OutputCollector {
  readonly #cells: (Stream | Display | Failure)[][] = [];
  readonly #displays = new Map<string, Display[]>();

  /** Takes the messages of the next cell. */
  add(messages: readonly Message[]): void {
    const outputs: (Stream | Display)[] = [];
    this.#cells.push(outputs);
    for (const { type, content } of messages) {
      if (type === 'stream') addText(outputs, content['name'] as string, content['text'] as string);
      else if (type === 'display_data') outputs.push(this.#display(content));
      else if (type === 'update_display_data')
        for (const display of this.#displays.get(displayId(content)) ?? []) display.content = content;
    }
  }

  /** Takes, as the next cell, one that ended the kernel or ran out of time. */
  addError(message: string): void {
    this.#cells.push([{ error: message }]);
  }

  /** The outputs of each cell taken, in the notebook's format. */
  outputs(): Output[][] {
    return this.#cells.map((outputs) => outputs.map(outputOf));
  }

  #display(content: Message['content']): Display {
    const display = { content };
    const id = displayId(content);
    if (id !== '') this.#displays.set(id, [...(this.#displays.get(id) ?? []), display]);
    return display;
  }
}

function addText(outputs: (Stream | Display)[], name: string, text: string): void {
  const last = outputs.at(-1);
  if (last && 'text' in last && last.name === name) last.text += text;
  else outputs.push({ name, text });
}

function displayId(content: Message['content']): string {
  return (content['transient'] as { display_id?: string } | undefined)?.display_id ?? '';
}

function outputOf(output: Stream | Display | Failure): Output {
  if ('error' in output)
    return { output_type: 'error', ename: 'Error', evalue: output.error, traceback: [output.error] };
  return 'text' in output ? streamOutput(output) : displayOutput(output);
}

function streamOutput({ name, text }: Stream): Output {
  return { output_type: 'stream', name, text: lines(text) };
}

function displayOutput({ content }: Display): Output {
  const data = content['data'] as { readonly [type: string]: Json };
  const split = ([type, value]: [string, Json]): [string, Json] => [
    type,
    type.startsWith('text/') && typeof value === 'string' ? lines(value) : value,
  ];
  return {
    output_type: 'display_data',
    data: Object.fromEntries(Object.entries(data).map(split)),
    metadata: (content['metadata'] ?? {}) as Json,
  };
}
