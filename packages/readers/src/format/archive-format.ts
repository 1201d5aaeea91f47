import { openArchive } from '../workbook/zip-archive.js';
import type { FileFormat } from './format-of.js';

/** What a ZIP archive is, by the names of the files in it. */
export function archiveFormat(bytes: Uint8Array, caller: string): FileFormat | { is: string; remedy: string } {
  const { names } = openArchive(bytes, caller);
  const has = (name: string): boolean => names.includes(name);
  const saveAs = 'Save the table as .csv or .xlsx.';
  if (has('xl/workbook.xml')) return 'xlsx';
  if (has('xl/workbook.bin')) return { is: 'a binary workbook (.xlsb)', remedy: 'Save it as .xlsx.' };
  if (has('word/document.xml')) return { is: 'a Word document (.docx)', remedy: saveAs };
  if (has('ppt/presentation.xml')) return { is: 'a presentation (.pptx)', remedy: saveAs };
  if (has('content.xml') && has('META-INF/manifest.xml')) return 'ods';
  if (names.some((name) => name.startsWith('Index/') && name.endsWith('.iwa')))
    return { is: 'a Numbers document', remedy: 'Export it as .xlsx or .csv.' };
  return {
    is: `a ZIP archive of ${names.length} ${names.length === 1 ? 'file' : 'files'} (${names.slice(0, 5).join(', ')})`,
    remedy: 'Unpack it and give the file inside.',
  };
}
