import { cellInterval } from '@indexlab/core';
import { againstPrinted } from '../against-printed.js';
import { compareTables } from '../compare-tables.js';
import { rowsWith } from '../rows-with.js';
import type { Rule } from '../rule.js';

export const cellsDiffer: Rule = {
  name: 'cells-differ',
  finds: 'one quantity that two columns, of this table or of another, print differently',
  roles: ['repeats'],
  check: (subject) =>
    subject.having('repeats').map(({ column, role: { of, table } }) => {
      const other = table === undefined ? undefined : subject.facts.tables?.[table];
      if (other !== undefined && subject.unit !== undefined) {
        const columns = { key: [subject.unit, other.unit], value: [column, of] } as const;
        return {
          columns: [column, `${table}/${of}`],
          problems: compareTables(subject.table, other.table, columns, subject.facts.placeOf),
        };
      }
      const [mine, twin] = [subject.numbers(column), subject.numbers(of)];
      const problems = rowsWith([mine, twin]).flatMap((row) =>
        againstPrinted('cells-differ', mine, row, cellInterval(twin, row), of),
      );
      return { columns: [column, of], problems, judged: rowsWith([mine, twin]).length };
    }),
};
