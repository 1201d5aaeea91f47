import { type Box, printedBox } from './affine.js';
import { enclose } from './enclose.js';
import type { Form } from './form.js';
import type { Range } from './range.js';

/**
 * The value of a form where every variable stands at its printed value: a point for rational forms, else a range a few
 * last places of a double wide; `null` where it has none.
 */
export function valueAsPrinted(form: Form): Range | null {
  return valueAt(form, printedBox);
}

export function valueAt(form: Form, corner: Box): Range | null {
  return enclose(form, corner, new Map());
}
