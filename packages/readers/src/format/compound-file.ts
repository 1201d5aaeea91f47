import { assertThat } from '@indexlab/core';

const endOfChain = 0xfffffffe;
const headerSize = 512;

/** Whether the directory of a compound file (the container of .xls and .doc) names a stream. */
export function hasCompoundStream(bytes: Uint8Array, name: string): boolean {
  try {
    return directoryOf(bytes, 'compound file').entries.some((entry) => entry.name === name);
  } catch {
    return false;
  }
}

/**
 * The content of a stream in a compound file; `null` when it has none of this name.
 *
 * @throws IndexlabError when the file is damaged
 */
export function compoundStream(bytes: Uint8Array, name: string, caller: string): Uint8Array | null {
  const { entries, chain, readChain } = directoryOf(bytes, caller);
  const entry = entries.find((candidate) => candidate.name === name);
  if (!entry) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const smallest = view.getUint32(56, true);
  if (entry.size >= smallest) return readChain(entry.start).subarray(0, entry.size);
  const pieces = readChain(entries[0]!.start);
  const table = readChain(view.getUint32(60, true));
  const tableView = new DataView(table.buffer, table.byteOffset, table.byteLength);
  const places = chain(entry.start, (sector) =>
    4 * sector + 4 <= table.length ? tableView.getUint32(4 * sector, true) : endOfChain,
  );
  return joined(places.map((sector) => pieces.subarray(64 * sector, 64 * sector + 64))).subarray(0, entry.size);
}

interface DirectoryEntry {
  readonly name: string;
  readonly start: number;
  readonly size: number;
}

function directoryOf(bytes: Uint8Array, caller: string) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const damaged = `${caller} requires a whole file, got a damaged one`;
  assertThat(bytes.length >= headerSize, damaged, 'Save or copy the file again.');
  const sectorSize = 1 << view.getUint16(30, true);
  assertThat(sectorSize === 512 || sectorSize === 4096, damaged, 'Save or copy the file again.');
  const sectors = Math.ceil(bytes.length / sectorSize);
  const at = (sector: number): number => (sector + 1) * sectorSize;
  const number = (place: number): number => (place + 4 <= bytes.length ? view.getUint32(place, true) : endOfChain);
  /** The sectors of a chain; one that runs in a circle is a damaged one. */
  const chain = (start: number, next: (sector: number) => number): number[] => {
    const found: number[] = [];
    for (let sector = start; sector < 0xfffffffa; sector = next(sector)) {
      found.push(sector);
      assertThat(found.length <= 64 * sectors + 64, damaged, 'Save or copy the file again.');
    }
    return found;
  };
  const perSector = sectorSize / 4;
  const tables: number[] = [];
  for (let index = 0; index < 109; index += 1) tables.push(number(76 + 4 * index));
  for (const sector of chain(number(68), (place) => number(at(place) + 4 * (perSector - 1))))
    for (let index = 0; index < perSector - 1; index += 1) tables.push(number(at(sector) + 4 * index));
  const next = (sector: number): number => {
    const table = tables[Math.floor(sector / perSector)];
    return table === undefined || table >= 0xfffffffa ? endOfChain : number(at(table) + 4 * (sector % perSector));
  };
  const readChain = (start: number): Uint8Array =>
    joined(chain(start, next).map((sector) => bytes.subarray(at(sector), at(sector) + sectorSize)));
  const directory = readChain(number(48));
  const fields = new DataView(directory.buffer, directory.byteOffset, directory.byteLength);
  const entries: DirectoryEntry[] = [];
  for (let entry = 0; entry + 128 <= directory.length; entry += 128) {
    const length = Math.min(64, fields.getUint16(entry + 64, true));
    let name = '';
    for (let place = 0; place + 2 < length; place += 2)
      name += String.fromCharCode(fields.getUint16(entry + place, true));
    entries.push({ name, start: fields.getUint32(entry + 116, true), size: fields.getUint32(entry + 120, true) });
  }
  assertThat(entries.length > 0, damaged, 'Save or copy the file again.');
  return { entries, chain, readChain };
}

function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  pieces.reduce((at, piece) => (whole.set(piece, at), at + piece.length), 0);
  return whole;
}
