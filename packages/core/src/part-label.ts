const bare =
  /^(?:davon|darunter|darin|of which|of them|thereof|including|dont|di cui|waarvan|w tym|в том числе|из них|其中|うち)\s*[:：]?$/iu;

const leading =
  /^(?:(?:davon|darunter|of which|dont|di cui|waarvan|w tym|в том числе|из них)(?![\p{L}\p{N}])|其中|うち|(?:thereof|including|darin)\s*[:：])/iu;

/**
 * What the label of a row says that is part of a row above it: `below` where the rows below are the parts (davon:), `row`
 * where the row itself is one (其中：城镇, of which urban); `null` for any other label.
 *
 * @example
 * ['davon:', 'of which: urban', '其中：城镇', 'Davos'].map(partLabel) // => ['below', 'row', 'row', null]
 */
export function partLabel(text: string): 'below' | 'row' | null {
  const label = text.trim();
  return bare.test(label) ? 'below' : leading.test(label) ? 'row' : null;
}
