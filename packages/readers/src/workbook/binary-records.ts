import { IndexlabError } from '@indexlab/core';

const continuation = 0x3c;

/** A record with what continues it. */
export interface BinaryRecord {
  readonly type: number;
  /** The record's own bytes, without its continuations. */
  readonly view: DataView;
  readonly length: number;
  /** Reads on from a place in the record, over its continuations. */
  reader(from: number): RecordReader;
}

/** The records of a binary workbook. */
export class BinaryRecords {
  readonly #bytes: Uint8Array;
  readonly #view: DataView;
  readonly #caller: string;

  constructor(bytes: Uint8Array, caller: string) {
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#caller = caller;
  }

  *from(start: number): Iterable<BinaryRecord> {
    const bytes = this.#bytes;
    const caller = this.#caller;
    for (let at = start; at + 4 <= bytes.length; ) {
      const type = this.#view.getUint16(at, true);
      const pieces: Uint8Array[] = [];
      do {
        const length = this.#view.getUint16(at + 2, true);
        if (at + 4 + length > bytes.length) throw damaged(caller);
        pieces.push(bytes.subarray(at + 4, at + 4 + length));
        at += 4 + length;
      } while (at + 4 <= bytes.length && this.#view.getUint16(at, true) === continuation);
      const [first] = pieces as [Uint8Array, ...Uint8Array[]];
      yield {
        type,
        // Fields behind the end of a short record are zero.
        view: first.length >= 20 ? viewOf(first) : viewOf(padded(first)),
        length: first.length,
        reader: (from) => new RecordReader(pieces, from, caller),
      };
    }
  }
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function padded(bytes: Uint8Array): Uint8Array {
  const whole = new Uint8Array(20);
  whole.set(bytes);
  return whole;
}

function damaged(caller: string): IndexlabError {
  return new IndexlabError(`${caller} requires a whole workbook, got a damaged one`, {
    remedy: 'Save or copy the file again.',
  });
}

/** Reads texts that may run from one piece of a record into the next; there their width is said anew. */
export class RecordReader {
  readonly #pieces: readonly Uint8Array[];
  readonly #caller: string;
  #piece = 0;
  #at: number;

  constructor(pieces: readonly Uint8Array[], from: number, caller: string) {
    this.#pieces = pieces;
    this.#at = from;
    this.#caller = caller;
  }

  uint8(): number {
    while (this.#at >= (this.#pieces[this.#piece]?.length ?? 0)) {
      this.#piece += 1;
      this.#at = 0;
      if (this.#piece >= this.#pieces.length) throw damaged(this.#caller);
    }
    return this.#pieces[this.#piece]![this.#at++]!;
  }

  uint16(): number {
    return this.uint8() + 256 * this.uint8();
  }

  uint32(): number {
    return this.uint16() + 65_536 * this.uint16();
  }

  /** A text without fonts; its length takes one byte or two. */
  text(lengthBytes: 1 | 2): string {
    const length = lengthBytes === 1 ? this.uint8() : this.uint16();
    return this.#characters(length, (this.uint8() & 1) !== 0);
  }

  /** A text with the places where its font changes. */
  richText(): { text: string; runs: readonly { at: number; font: number }[] } {
    const length = this.uint16();
    const flags = this.uint8();
    const runCount = (flags & 8) !== 0 ? this.uint16() : 0;
    const extra = (flags & 4) !== 0 ? this.uint32() : 0;
    const text = this.#characters(length, (flags & 1) !== 0);
    const runs = Array.from({ length: runCount }, () => ({ at: this.uint16(), font: this.uint16() }));
    for (let skipped = 0; skipped < extra; skipped += 1) this.uint8();
    return { text, runs };
  }

  #characters(length: number, wide: boolean): string {
    let isWide = wide;
    let text = '';
    for (let index = 0; index < length; index += 1) {
      if (this.#at >= (this.#pieces[this.#piece]?.length ?? 0)) isWide = (this.uint8() & 1) !== 0;
      text += String.fromCharCode(isWide ? this.uint16() : this.uint8());
    }
    return text;
  }
}
