/** What spreadsheets show where a formula failed, in the languages of those who publish tables. */
export const errorMarks: readonly string[] = [
  ...[
    '#N/A',
    '#NULL!',
    '#DIV/0!',
    '#VALUE!',
    '#REF!',
    '#NAME?',
    '#NUM!',
    '#SPILL!',
    '#CALC!',
    '#ERROR!',
    '#GETTING_DATA',
  ],
  ...['#NV', '#WERT!', '#BEZUG!', '#ZAHL!', '#NULL', '#VALEUR!', '#NOMBRE!', '#NOM?', '#¡DIV/0!', '#¡REF!', '#¡VALOR!'],
  ...['#FIELD!', '#BLOCKED!', '#CONNECT!', '#UNKNOWN!', '#BUSY!', '#DIV/0', '#REF', '#VALUE', '#N/A N/A', '#N/A!'],
  ...['Err:502', 'Err:503', 'Err:504', 'Err:508', 'Err:509', 'Err:522', 'Err:523'],
];

/** Texts that stand for a missing number in statistical yearbooks and in what programs write. */
export const missingMarks: readonly string[] = [
  ...errorMarks,
  '-',
  '--',
  '---',
  '–',
  '——',
  '—',
  '－',
  '…',
  '……',
  '...',
  '..',
  '.',
  '·',
  '/',
  '*',
  '×',
  'NA',
  'N/A',
  'n/a',
  'na',
  'N.A.',
  'n.a.',
  'NaN',
  'nan',
  'NULL',
  'null',
  'None',
  'none',
  '空',
  '空白',
  '缺',
  '缺失',
  '无',
  '暂无',
  '无数据',
  '不详',
  '未公布',
  ':',
  '：',
  '‥',
  '―',
  '⋯',
  '~',
  'n.d.',
  'n/d',
  'n.e.',
  'k.A.',
  'k. A.',
  's.d.',
  'not available',
  'Not available',
  'n.s.',
];

const errors = new Set(errorMarks);

export const errorMessage =
  'what a sheet shows where a formula failed; the cell is missing, and whatever the formula should give is lost';

/** Whether a text is what a spreadsheet shows where a formula failed. */
export function isError(text: string): boolean {
  return (text[0] === '#' || text[0] === 'E') && errors.has(text.trim());
}
