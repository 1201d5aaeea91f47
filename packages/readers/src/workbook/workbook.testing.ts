import { zipSync } from 'fflate';

/** What a workbook made for a test holds: parts of its XML, as a spreadsheet program writes them. */
export interface WorkbookParts {
  /** What stands in `sheetData`, one for each sheet. */
  readonly sheets: readonly string[];
  readonly names?: readonly string[];
  readonly behindData?: string;
  /** Codes of number formats; a cell's style 1 is the first of them. */
  readonly formats?: readonly string[];
  readonly sharedStrings?: string;
  readonly workbookProperties?: string;
}

export function makeWorkbook({
  sheets,
  names,
  behindData = '',
  formats = [],
  sharedStrings,
  workbookProperties = '',
}: WorkbookParts): Uint8Array {
  const bytes = (xml: string): Uint8Array => new TextEncoder().encode(xml);
  const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
  return zipSync({
    'xl/workbook.xml': bytes(
      `<?xml version="1.0"?><workbook ${main}>${workbookProperties}<sheets>${sheets.map((_, index) => `<sheet name="${names?.[index] ?? `S${index + 1}`}" sheetId="${index + 1}" r:id="r${index + 1}"/>`).join('')}</sheets></workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': bytes(
      `<Relationships>${sheets.map((_, index) => `<Relationship Id="r${index + 1}" Target="worksheets/sheet${index + 1}.xml"/>`).join('')}</Relationships>`,
    ),
    'xl/styles.xml': bytes(
      `<styleSheet ${main}><numFmts>${formats.map((code, index) => `<numFmt numFmtId="${200 + index}" formatCode="${code.replaceAll('"', '&quot;')}"/>`).join('')}</numFmts><cellStyleXfs><xf numFmtId="9"/></cellStyleXfs><cellXfs><xf numFmtId="0"/>${formats.map((_, index) => `<xf numFmtId="${200 + index}"/>`).join('')}</cellXfs></styleSheet>`,
    ),
    ...(sharedStrings !== undefined && { 'xl/sharedStrings.xml': bytes(`<sst ${main}>${sharedStrings}</sst>`) }),
    ...Object.fromEntries(
      sheets.map((data, index) => [
        `xl/worksheets/sheet${index + 1}.xml`,
        bytes(`<worksheet ${main}><sheetData>${data}</sheetData>${behindData}</worksheet>`),
      ]),
    ),
  });
}

/** A row of cells: texts, numbers, `null` for nothing, or the XML of a cell behind its place. */
export function sheetRow(row: number, cells: readonly (string | number | null | { readonly xml: string })[]): string {
  const xml = cells.map((cell, column) => {
    const place = `${String.fromCharCode(65 + column)}${row}`;
    if (cell === null) return '';
    if (typeof cell === 'number') return `<c r="${place}"><v>${cell}</v></c>`;
    if (typeof cell === 'string')
      return `<c r="${place}" t="inlineStr"><is><t>${cell.replaceAll('<', '&lt;')}</t></is></c>`;
    return `<c r="${place}" ${cell.xml}</c>`;
  });
  return `<row r="${row}">${xml.join('')}</row>`;
}
