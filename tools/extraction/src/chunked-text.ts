/** A text that was put in order for reading, and the way back to the offsets of the source. */
export interface JoinedText {
  readonly text: string;
  /** The offset in the source of a character of the text. */
  readonly sourceOffset: (offset: number) => number;
}

/**
 * Joins a text that its rendering cut into numbered chunks: a line feed, the number of the chunk and 、 stand at each
 * cut, also within words and numbers.
 *
 * @example
 * joinChunks('1、达5\n2、3.4分').text // => '达53.4分'
 */
export function joinChunks(source: string): JoinedText {
  let text = '';
  let at = 0;
  const cuts = source.split('\n').map((line, chunk) => {
    const mark = `${chunk + 1}、`;
    const kept = line.startsWith(mark) ? line.slice(mark.length) : line;
    const cut = { joined: text.length, source: at + line.length - kept.length };
    text += kept;
    at += line.length + 1;
    return cut;
  });
  return {
    text,
    sourceOffset: (offset) => {
      const { joined, source: start } = cuts.findLast((cut) => cut.joined <= offset)!;
      return start + offset - joined;
    },
  };
}

/**
 * Puts a line feed before each of the given characters, so that what stands on one line is read in parts.
 *
 * @param starts offsets in the joined text, ascending
 *
 * @example
 * breakLines(joinChunks('1、甲乙丙'), [1]).text // => '甲\n乙丙'
 */
export function breakLines({ text, sourceOffset }: JoinedText, starts: readonly number[]): JoinedText {
  const parts = [0, ...starts].map((start, at) => text.slice(start, starts[at] ?? text.length));
  // The line feed before the part with index n stands at starts[n - 1] + n - 1.
  const feeds = starts.map((start, at) => start + at);
  return {
    text: parts.join('\n'),
    sourceOffset: (offset) => sourceOffset(offset - feeds.filter((feed) => feed < offset).length),
  };
}
