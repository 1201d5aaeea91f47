export { alignedLines } from './aligned-lines.js';
export { csvCell, csvLine } from './csv-line.js';
export { displayWidth } from './display-width.js';
export { guardFormula, isGuarded, withoutGuard } from './formula-guard.js';
export { visibleText } from './visible-text.js';
export { escapeHtml } from './escape-html.js';
export { assertThat, IndexlabError, listNames } from './errors.js';
export { didYouMean, nearestNames } from './nearest-names.js';
export { Exact, maximum, minimum, sumOfProducts } from './exact.js';
export { Interval } from './interval.js';
export { type Direction, linearBounds, type LinearTerm, monotoneBounds } from './bounds.js';
export {
  printedDecimals,
  type PrintedNumber,
  printedNumber,
  type Qualifier,
  qualifiers,
  roundedInterval,
} from './printed-number.js';
export {
  cellInterval,
  cellToken,
  type Column,
  exactDigits,
  type NumberColumn,
  Table,
  type TextColumn,
} from './table.js';
export { type Data, type DataColumn, type DataSource, dataSource, numbersOf, textsOf } from './data.js';
export { numberIn } from './number-in.js';
export { textCells, type TextCells } from './text-cells.js';
export { requireArray, requireRows } from './require-array.js';
export { requireFunction, requireObject, requireText } from './require-object.js';
export { type OptionKind, requireOptions } from './require-options.js';
export { columnNamed } from './column-named.js';
export { partLabel } from './part-label.js';
export { sameName } from './same-name.js';
export { totalLabel } from './total-label.js';
export { randomSource, type RandomSource } from './random.js';
