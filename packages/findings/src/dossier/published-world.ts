import { gazetteer, listTables, loadTable, resolvePlace } from '@indexlab/adapters';
import { type ClaimTable, claimTable, type Field, type Places } from '@indexlab/claims';
import { cellToken } from '@indexlab/core';

/** The published tables of a report as claims see them: units by their codes, ranks by their column. */
export function publishedTables(report: string): Map<string, ClaimTable> {
  const tables = listTables(report).filter(({ id }) => !id.includes('/text-'));
  return new Map(tables.map(({ id, columns }) => [id.slice(report.length + 1), tableOf(id, columns)]));
}

function tableOf(id: string, columns: ReturnType<typeof listTables>[number]['columns']): ClaimTable {
  const { table } = loadTable(id);
  const fields = columns.map(({ name, type, unit, exact, places }): Field => {
    const role = places ? 'unit' : name === 'rank' ? 'rank' : undefined;
    return { name, type, unit, exact, role };
  });
  const rows = Array.from({ length: table.rowCount }, (_, row) =>
    columns.map(({ name }) => {
      const column = table.column(name);
      if (column.type === 'text') return column.values[row] ?? '';
      return Number.isNaN(column.values[row]) ? '' : cellToken(column, row);
    }),
  );
  const codes = table.has('place') ? table.texts('place').values : null;
  return claimTable(id.slice(id.indexOf('/') + 1), fields, rows, (name, row) => codes?.[row] ?? name);
}

/** What the gazetteer knows of places, for the claims of a year. */
export function publishedPlaces(year: number): Places {
  const { places, classifications, classOf, place } = gazetteer();
  const provinces = new Map(
    places.filter(({ level }) => level === 'province').map(({ code, nameZh }) => [nameZh, code]),
  );
  const classes = classifications.flatMap(({ id, classes: of }) => of.map((one) => ({ id, name: one.class })));
  return {
    keyOf: (name) =>
      (['city', 'province'] as const).map((level) => resolvePlace(name, { level, year }).match?.code).find(Boolean) ??
      null,
    labelOf: (key) => place(key).nameZh,
    belongs: (key, region) => {
      const province = provinces.get(region) ?? resolvePlace(region, { level: 'province' }).match?.code;
      if (province !== undefined) return place(key).province === province;
      const known = classes.find(({ name }) => name === region);
      return known ? classOf(key, known.id) === region : null;
    },
    regions: [...provinces.keys(), ...classes.map(({ name }) => name)],
  };
}
