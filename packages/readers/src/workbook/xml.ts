import { IndexlabError } from '@indexlab/core';

/** What a scan of XML calls: names come without their namespace prefix, texts with their entities resolved. */
export interface XmlHandler {
  open(name: string, attribute: (name: string) => string | undefined): void;
  close?(name: string): void;
  text?(text: string): void;
}

/**
 * Scans XML from its start to its end. Only what sheets use: elements, attributes, text, CDATA, the five named entities
 * and character references; comments and instructions are skipped, and nothing is ever expanded.
 *
 * @throws IndexlabError where tags do not nest, and at a document type: no program of sheets writes one, and it can declare texts of its own
 */
export function scanXml(xml: string, handler: XmlHandler): void {
  const openNames: string[] = [];
  for (let at = 0; at < xml.length; ) {
    const tag = xml.indexOf('<', at);
    if (tag < 0) break;
    if (tag > at) handler.text?.(resolveEntities(xml.slice(at, tag)));
    if (xml.startsWith('<!--', tag)) at = behind(xml, '-->', tag);
    else if (xml.startsWith('<![CDATA[', tag)) {
      at = behind(xml, ']]>', tag);
      handler.text?.(xml.slice(tag + 9, at - 3));
    } else if (xml.startsWith('<!DOCTYPE', tag)) {
      throw new IndexlabError('A workbook requires XML without a document type, got one (<!DOCTYPE)', {
        remedy: 'Open it in a spreadsheet program and save it again.',
      });
    } else if (xml[tag + 1] === '?' || xml[tag + 1] === '!') at = behind(xml, '>', tag);
    else {
      const end = tagEnd(xml, tag);
      at = end + 1;
      if (xml[tag + 1] === '/') {
        const name = localName(xml.slice(tag + 2, end));
        if (openNames.pop() !== name) throw notNested(`</${name}>`);
        handler.close?.(name);
      } else {
        const empty = xml[end - 1] === '/';
        const inner = xml.slice(tag + 1, empty ? end - 1 : end);
        const space = inner.search(/\s/);
        const name = localName(space < 0 ? inner : inner.slice(0, space));
        handler.open(name, (wanted) => (space < 0 ? undefined : attributeOf(inner, space, wanted)));
        if (empty) handler.close?.(name);
        else openNames.push(name);
      }
    }
  }
  if (openNames.length > 0) throw notNested(`the end inside <${openNames.at(-1)}>`);
}

function notNested(got: string): IndexlabError {
  return new IndexlabError(`A workbook requires XML whose tags nest, got ${got.slice(0, 80)}`, {
    remedy: 'The file is damaged: open it in a spreadsheet program and save it again.',
  });
}

function behind(xml: string, mark: string, from: number): number {
  const at = xml.indexOf(mark, from);
  return at < 0 ? xml.length : at + mark.length;
}

/** The end of a tag: the first ">" that stands in no attribute's value. */
function tagEnd(xml: string, from: number): number {
  let quote = 0;
  for (let at = from; at < xml.length; at += 1) {
    const code = xml.charCodeAt(at);
    if (quote !== 0) {
      if (code === quote) quote = 0;
    } else if (code === 34 || code === 39) quote = code;
    else if (code === 62) return at;
  }
  return xml.length;
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1).trim();
}

/** The value of an attribute, by its local name; attributes are gone through from the first on. */
function attributeOf(tag: string, from: number, wanted: string): string | undefined {
  for (let at = from; ; ) {
    const equals = tag.indexOf('=', at);
    if (equals < 0) return undefined;
    let open = equals + 1;
    while (tag.charCodeAt(open) <= 32) open += 1;
    const close = tag.indexOf(tag[open] ?? '"', open + 1);
    if (close < 0) return undefined;
    if (localName(tag.slice(at, equals)) === wanted) return resolveEntities(tag.slice(open + 1, close));
    at = close + 1;
  }
}

const named: ReadonlyMap<string, string> = new Map([
  ['lt', '<'],
  ['gt', '>'],
  ['amp', '&'],
  ['quot', '"'],
  ['apos', "'"],
]);

function resolveEntities(text: string): string {
  const lines = text.includes('\r') ? text.replaceAll(/\r\n?/g, '\n') : text;
  if (!lines.includes('&')) return lines;
  return lines.replaceAll(
    /&(?:#x([\da-f]{1,6})|#(\d{1,7})|(\w+));/gi,
    (whole, hex: string | undefined, decimal: string | undefined, name: string | undefined) => {
      if (name !== undefined) return named.get(name) ?? whole;
      const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
      return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    },
  );
}
