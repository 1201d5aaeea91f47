import { assertThat, IndexlabError } from '@indexlab/core';
import { Inflate } from 'fflate';
import { decodeUtf8 } from '../encoding/text-encoding.js';
import { crc32 } from './crc-32.js';

interface Entry {
  readonly name: string;
  readonly method: number;
  readonly encrypted: boolean;
  readonly packedSize: number;
  readonly size: number;
  readonly offset: number;
  readonly checksum: number;
}

/** What an archive may inflate to: more than any sheet needs, less than a machine has. */
const largestInflated = 2 ** 30;
/** Beyond this size, a file packed more tightly than this ratio is a bomb; sheets reach thirty or so. */
const harmlessSize = 2 ** 23;
const largestRatio = 250;

/**
 * Opens a ZIP archive: gives its files by name, each inflated when asked for.
 *
 * An archive from outside is not trusted. It is refused when a name leads out of it, when it claims or turns out to
 * inflate to more than a machine should be asked for, or when a file is not of the size or the checksum that the
 * directory says.
 *
 * @throws IndexlabError when the archive is damaged, protected or hostile
 */
export function openArchive(
  bytes: Uint8Array,
  caller: string,
): { names: readonly string[]; file: (name: string) => Uint8Array | null } {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries = new Map(readDirectory(view, bytes, caller).map((entry) => [entry.name, entry]));
  let inflated = 0;
  for (const { name, size, packedSize } of entries.values()) {
    inflated += size;
    const escapes = name.startsWith('/') || /(^|[/\\])\.\.([/\\]|$)|^[a-z]:|\\/i.test(name);
    assertThat(!escapes, () => `${caller} requires an archive whose files stay inside it, got ${JSON.stringify(name)}`);
    const bomb = size > harmlessSize && size > largestRatio * packedSize;
    assertThat(
      !bomb && inflated <= largestInflated,
      () =>
        `${caller} requires an archive that inflates reasonably, got ${packedSize} bytes that become ${size} (${name})`,
    );
  }
  return {
    names: [...entries.keys()],
    file: (name) => {
      const entry = entries.get(name);
      if (!entry) return null;
      const content = inflate(entry, view, bytes, caller);
      assertThat(
        content.length === entry.size && crc32(content) === entry.checksum,
        () => `${caller} requires a whole archive, but the archive is damaged: ${name}`,
        damageRemedy,
      );
      return content;
    },
  };
}

const directoryEnd = 0x06054b50;
const directoryEntry = 0x02014b50;
const localHeader = 0x04034b50;

function readDirectory(view: DataView, bytes: Uint8Array, caller: string): Entry[] {
  let end = bytes.length - 22;
  while (end >= 0 && bytes.length - end < 65_558 && view.getUint32(end, true) !== directoryEnd) end -= 1;
  if (end < 0 || view.getUint32(end, true) !== directoryEnd) throw damaged(caller, 'no directory');
  const entries: Entry[] = [];
  let at = view.getUint32(end + 16, true);
  for (let count = view.getUint16(end + 10, true); count > 0; count -= 1) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== directoryEntry)
      throw damaged(caller, 'a broken directory');
    const nameLength = view.getUint16(at + 28, true);
    const extraLength = view.getUint16(at + 30, true);
    const name = decodeUtf8(bytes.subarray(at + 46, at + 46 + nameLength));
    const [size, packedSize, offset] = wideSizes(view, at, at + 46 + nameLength, extraLength);
    entries.push({
      name,
      method: view.getUint16(at + 10, true),
      encrypted: (view.getUint16(at + 8, true) & 1) !== 0,
      packedSize,
      size,
      offset,
      checksum: view.getUint32(at + 16, true),
    });
    at += 46 + nameLength + extraLength + view.getUint16(at + 32, true);
  }
  return entries;
}

/** Size, packed size and offset of an entry; where 32 bits do not hold them they stand in its ZIP64 field. */
function wideSizes(view: DataView, entry: number, extra: number, extraLength: number): [number, number, number] {
  const sizes: [number, number, number] = [
    view.getUint32(entry + 24, true),
    view.getUint32(entry + 20, true),
    view.getUint32(entry + 42, true),
  ];
  for (
    let at = extra;
    at + 4 <= Math.min(extra + extraLength, view.byteLength);
    at += 4 + view.getUint16(at + 2, true)
  ) {
    if (view.getUint16(at, true) !== 1) continue;
    let field = at + 4;
    sizes.forEach((size, index) => {
      if (size !== 0xffffffff || field + 8 > view.byteLength) return;
      sizes[index] = Number(view.getBigUint64(field, true));
      field += 8;
    });
  }
  return sizes;
}

const pieceLength = 1 << 16;

function inflate(
  { name, method, encrypted, packedSize, size, offset }: Entry,
  view: DataView,
  bytes: Uint8Array,
  caller: string,
): Uint8Array {
  if (offset + 30 > bytes.length || view.getUint32(offset, true) !== localHeader)
    throw damaged(caller, `no file at the place of ${name}`);
  assertThat(!encrypted, () => `${caller} requires a file without a password, got one with (${name})`);
  assertThat(
    method === 0 || method === 8,
    () => `${caller} requires files that are stored or deflated, got method ${method} (${name})`,
  );
  const start = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  const packed = bytes.subarray(start, start + packedSize);
  if (method === 0) return packed;
  const whole = new Uint8Array(size);
  let filled = 0;
  const stream = new Inflate((piece) => {
    if (filled + piece.length > size) throw damaged(caller, `more than the ${size} bytes it announces (${name})`);
    whole.set(piece, filled);
    filled += piece.length;
  });
  try {
    for (let at = 0; at < packed.length; at += pieceLength)
      stream.push(packed.subarray(at, at + pieceLength), at + pieceLength >= packed.length);
  } catch (cause) {
    if (cause instanceof IndexlabError) throw cause;
    throw damaged(caller, `bytes that do not inflate (${name})`, cause);
  }
  if (filled !== size) throw damaged(caller, `${filled} of the ${size} bytes it announces (${name})`);
  return whole;
}

const damageRemedy = 'Save or copy the file again.';

function damaged(caller: string, what: string, cause?: unknown): IndexlabError {
  return new IndexlabError(`${caller} requires a whole archive, got ${what}`, {
    remedy: damageRemedy,
    ...(cause !== undefined && { cause }),
  });
}
