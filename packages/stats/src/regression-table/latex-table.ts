import type { TableLayout } from './table-layout.js';

/** A tabular of booktabs, with its notes below. */
export function latexTable({ title, heads, outcomes, coefficients, statistics, notes }: TableLayout): string {
  const row = (label: string, cells: readonly string[]): string => `${[escape(label), ...cells].join(' & ')} \\\\`;
  return [
    '\\begin{table}',
    '\\centering',
    ...(title === null ? [] : [`\\caption{${escape(title)}}`]),
    `\\begin{tabular}{l${'r'.repeat(heads.length)}}`,
    '\\toprule',
    row('', heads.map(escape)),
    row('', outcomes.map(escape)),
    '\\midrule',
    ...coefficients.flatMap(({ label, cells }) => [
      row(
        label,
        cells.map((cell) => (cell === null ? '' : `$${cell.estimate}${cell.stars === '' ? '' : `^{${cell.stars}}`}$`)),
      ),
      row(
        '',
        cells.map((cell) => (cell === null ? '' : `$${cell.below.replace('<', '{<}')}$`)),
      ),
    ]),
    '\\midrule',
    ...statistics.map(({ label, cells }) => row(label, cells.map(escape))),
    '\\bottomrule',
    '\\end{tabular}',
    '\\begin{flushleft}\\footnotesize',
    notes.map(escape).join('\n\n'),
    '\\end{flushleft}',
    '\\end{table}',
  ].join('\n');
}

function escape(text: string): string {
  const special: Readonly<Record<string, string>> = {
    '\\': '\\textbackslash{}',
    '~': '\\textasciitilde{}',
    '^': '\\textasciicircum{}',
    '<': '$<$',
    '>': '$>$',
  };
  return text.replace(/[\\~^<>&%$#_{}]/g, (character) => special[character] ?? `\\${character}`);
}
