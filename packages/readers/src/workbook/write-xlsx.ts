import { type Column, exactDigits, IndexlabError, type Table } from '@indexlab/core';
import { zipSync } from 'fflate';
import { printedCell, printedName } from '../columns/printed-cell.js';
import { encodeUtf8 } from '../encoding/text-encoding.js';

/** The longest text that a cell of a sheet holds. */
const longestText = 32_767;

/**
 * Writes a table as a workbook (.xlsx) of one sheet that `readXlsx` reads back as the same table.
 *
 * Numbers are stored as doubles and shown with their printed decimals, units stand in brackets behind the names. Texts
 * are stored as texts: none is ever run as a formula.
 *
 * @throws IndexlabError when a number is infinite or a text is longer than 32,767 characters
 *
 * @example
 * readXlsx(writeXlsx(readCsv('place,index\n北京,25.80\n').table)).table.numbers('index').decimals // => new Int8Array([2])
 */
export function writeXlsx(table: Table, options: { readonly sheet?: string } = {}): Uint8Array {
  const columns = table.columns.map((name) => table.column(name));
  const formats = [
    ...new Set(columns.flatMap((column) => (column.type === 'number' && column.decimals ? [...column.decimals] : []))),
  ].filter((decimals) => decimals !== exactDigits);
  const styles = new Map(formats.map((decimals, index) => [decimals, index + 1]));
  const rows = [
    rowXml(
      0,
      columns.map((column, index) => textXml(printedName(column), 0, index, column.name)),
    ),
  ];
  for (let row = 0; row < table.rowCount; row += 1)
    rows.push(
      rowXml(
        row + 1,
        columns.map((column, index) => cellXml(column, row, index, styles)),
      ),
    );
  const parts: Record<string, string> = {
    '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${['workbook', 'worksheet', 'styles'].map((part) => `<Override PartName="/xl/${partPath[part]}" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.${part === 'workbook' ? 'sheet.main' : part}+xml"/>`).join('')}</Types>`,
    '_rels/.rels': relationships([['officeDocument', 'xl/workbook.xml']]),
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="${escapeXml(options.sheet ?? 'Sheet1')}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relationships([
      ['worksheet', 'worksheets/sheet1.xml'],
      ['styles', 'styles.xml'],
    ]),
    'xl/styles.xml': stylesXml(formats),
    'xl/worksheets/sheet1.xml': `<worksheet xmlns="${main}"><sheetData>${rows.join('')}</sheetData></worksheet>`,
  };
  const files = Object.entries(parts).map(([name, xml]) => [
    name,
    encodeUtf8(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${xml}`),
  ]);
  return zipSync(Object.fromEntries(files) as Record<string, Uint8Array>, { mtime: '1980-01-01T00:00:00' });
}

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const partPath: Readonly<Record<string, string>> = {
  workbook: 'workbook.xml',
  worksheet: 'worksheets/sheet1.xml',
  styles: 'styles.xml',
};

function relationships(targets: readonly (readonly [string, string])[]): string {
  const links = targets.map(
    ([type, target], index) => `<Relationship Id="rId${index + 1}" Type="${office}/${type}" Target="${target}"/>`,
  );
  return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${links.join('')}</Relationships>`;
}

/** One cell style for each number of decimals, behind the general one. */
function stylesXml(formats: readonly number[]): string {
  const codes = formats.map(
    (decimals, index) =>
      `<numFmt numFmtId="${164 + index}" formatCode="0${decimals > 0 ? `.${'0'.repeat(decimals)}` : ''}"/>`,
  );
  const cells = formats.map(
    (_, index) => `<xf numFmtId="${164 + index}" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>`,
  );
  return (
    `<styleSheet xmlns="${main}">${codes.length > 0 ? `<numFmts count="${codes.length}">${codes.join('')}</numFmts>` : ''}` +
    '<fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts>' +
    '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
    '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
    `<cellXfs count="${cells.length + 1}"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>${cells.join('')}</cellXfs></styleSheet>`
  );
}

function rowXml(row: number, cells: readonly string[]): string {
  return `<row r="${row + 1}">${cells.join('')}</row>`;
}

function cellXml(column: Column, row: number, index: number, styles: ReadonlyMap<number, number>): string {
  if (column.type === 'text') {
    const text = column.values[row] ?? null;
    return text === null ? '' : textXml(text, row + 1, index, column.name);
  }
  if (printedCell(column, row, 'writeXlsx') === null) return '';
  const style = styles.get(column.decimals?.[row] ?? exactDigits);
  const value = Object.is(column.values[row], -0) ? '-0' : String(column.values[row]);
  return `<c r="${placeName(row + 1, index)}"${style === undefined ? '' : ` s="${style}"`}><v>${value}</v></c>`;
}

function textXml(text: string, row: number, index: number, column: string): string {
  if (text.length > longestText) {
    throw new IndexlabError(
      `writeXlsx requires texts of at most ${longestText} characters, got ${text.length} (column "${column.slice(0, 80)}", row ${row})`,
      {
        remedy: 'Write the table as CSV or JSON.',
      },
    );
  }
  return `<c r="${placeName(row, index)}" t="inlineStr"><is><t xml:space="preserve">${escapeXml(escapeText(text))}</t></is></c>`;
}

function placeName(row: number, column: number): string {
  let letters = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26))
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return `${letters}${row + 1}`;
}

/** Characters that XML cannot hold or would change, as a sheet writes them: _x000D_; and texts that look so already. */
function escapeText(text: string): string {
  return text.replaceAll(
    /_(?=x[\da-f]{4}_)|[\x00-\x08\x0b-\x1f\ufffe\uffff]/gi,
    (character) => `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`,
  );
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
