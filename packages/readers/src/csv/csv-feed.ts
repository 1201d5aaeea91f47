import type { DecimalMark } from '../columns/parse-number.js';
import type { ReadOptions } from '../read-options.js';
import { cellsIn, type Span } from '../layout/tables-beside.js';
import { emptyBlock, scanRecords } from './scan-records.js';
import { type Dialect, splitRecord } from './split-record.js';
import type { Feed } from '../columns/table-builder.js';
import { cellTexts } from './cell-texts.js';
import type { CellDecoder } from '../encoding/text-encoding.js';

/** A text file from its first row of data on. */
export interface CsvSource {
  readonly bytes: Uint8Array;
  readonly from: number;
  readonly dialect: Dialect;
  readonly mark: DecimalMark;
  readonly decoder: CellDecoder;
  readonly width: number;
  /** Whether the fast scanner may read it. */
  readonly fast: boolean;
  /** The columns to read; all when `null`. */
  readonly span: Span | null;
}

const progressStep = 1 << 22;

/** Records by the block as long as they are regular, one by one where they are not. */
export function csvFeed(
  { bytes, from, dialect, mark, decoder, width, fast, span }: CsvSource,
  { onProgress }: ReadOptions,
): Feed {
  const limit = fast && !span ? lastLineEnd(bytes) : 0;
  return (builder) => {
    const text = cellTexts(bytes, dialect.quote, decoder);
    const block = emptyBlock(width);
    let literalUntil = 0;
    let reported = from;
    for (let at = from; at < bytes.length; ) {
      const scanned = at < limit && at >= literalUntil ? scanRecords(bytes, at, limit, dialect, mark, block) : at;
      if (scanned > at) {
        builder.addBlock(block, (index) => text(block, index));
        at = scanned;
      } else {
        const record = splitRecord(bytes, at, dialect, decoder, literalUntil);
        for (const column of record.strayQuotes)
          builder.noteRow(
            'stray-quote',
            column - (span?.first ?? 0),
            record.cells[column] ?? null,
            'a quote that never closes is read as text',
          );
        builder.addRow(span ? cellsIn(record.cells, span) : record.cells);
        ({ next: at, literalUntil } = record);
      }
      if (onProgress && at - reported >= progressStep) onProgress((reported = at), bytes.length);
    }
    onProgress?.(bytes.length, bytes.length);
  };
}

/** The place behind the last line end. */
export function lastLineEnd(bytes: Uint8Array): number {
  return Math.max(bytes.lastIndexOf(10), bytes.lastIndexOf(13)) + 1;
}
