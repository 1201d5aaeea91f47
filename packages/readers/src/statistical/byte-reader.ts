import { IndexlabError } from '@indexlab/core';

/** Reads numbers and bytes one behind the other. Reading behind the end is an error that names the caller. */
export class ByteReader {
  at = 0;
  little = true;
  readonly bytes: Uint8Array;
  readonly view: DataView;
  readonly #caller: string;

  constructor(bytes: Uint8Array, caller: string) {
    this.bytes = bytes;
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#caller = caller;
  }

  get left(): number {
    return this.bytes.length - this.at;
  }

  uint8 = (): number => this.view.getUint8(this.#take(1));
  uint16 = (): number => this.view.getUint16(this.#take(2), this.little);
  int32 = (): number => this.view.getInt32(this.#take(4), this.little);
  uint32 = (): number => this.view.getUint32(this.#take(4), this.little);
  float64 = (): number => this.view.getFloat64(this.#take(8), this.little);
  uint64 = (): number => Number(this.view.getBigUint64(this.#take(8), this.little));

  take(length: number): Uint8Array {
    const from = this.#take(length);
    return this.bytes.subarray(from, from + length);
  }

  skip(length: number): void {
    this.#take(length);
  }

  damaged(what: string): IndexlabError {
    return new IndexlabError(`${this.#caller} requires a whole file, got ${what}`, {
      remedy: 'Save or copy the file again.',
    });
  }

  #take(length: number): number {
    const from = this.at;
    if (!(length >= 0) || from + length > this.bytes.length) throw this.damaged('one that ends too early');
    this.at = from + length;
    return from;
  }
}

/** A text field of fixed length, up to its first zero byte. */
export function untilZero(bytes: Uint8Array): Uint8Array {
  const end = bytes.indexOf(0);
  return end < 0 ? bytes : bytes.subarray(0, end);
}
