import type { CellClass } from '../columns/cells.js';
import type { Layout } from './layout.js';

/** A layout with further columns, which the header does not name. */
export function widened(layout: Layout, width: number): Layout {
  const added = Array.from({ length: width - layout.width }, (_, index) => layout.width + index);
  const names = [...layout.names];
  const taken = new Set(names);
  for (const column of added) {
    let name = `column ${column + 1}`;
    while (taken.has(name)) name += ' (2)';
    names.push(name);
  }
  return {
    ...layout,
    width,
    names,
    header: layout.header.map((texts) => [...texts, ...added.map(() => '')]),
    units: [...layout.units, ...added.map(() => undefined)],
    classes: [...layout.classes, ...added.map((): CellClass => 'empty')],
  };
}
