import { type Data, dataSource } from '@indexlab/core';

/** What the columns of a table seem to be. */
export interface ColumnRoles {
  /** Names the units. */
  readonly unit: string;
  /** Holds the year of a panel; `null` for one year. */
  readonly time: string | null;
  /** Numbers that vary. */
  readonly indicators: readonly string[];
  /** Texts that repeat: groups of units. */
  readonly groups: readonly string[];
  /** Columns that can be no indicator, and why. */
  readonly leftOut: readonly { readonly column: string; readonly why: string }[];
}

const unitNames =
  /^(place|unit|ucode|city|name|region|province|country|county|area|城市|地区|省份|省|市|名称|单位|国家)$/i;
const timeNames = /^(year|time|date|年|年份|时间)$/i;
const resultNames = /^(rank|ranking|tier|total|sum|score|排名|名次|位次|总分|总指数|总计|合计)$/i;

/** What the columns of a table seem to be, from their names and values. */
export function columnRoles(data: Data): ColumnRoles {
  const source = dataSource(data);
  const values = new Map(source.columns.map((name) => [name, Array.from(source.column(name).values)]));
  const numeric = source.columns.filter((name) => isNumeric(values.get(name)!));
  const texts = source.columns.filter((name) => !numeric.includes(name));
  const time = numeric.find((name) => timeNames.test(name) && values.get(name)!.every(isYear)) ?? null;
  const distinct = (name: string): boolean => {
    const years = time === null ? null : values.get(time)!;
    const keys = values.get(name)!.map((value, row) => `${String(value)}\n${years ? String(years[row]) : ''}`);
    return new Set(keys).size === keys.length && values.get(name)!.every((value) => value !== null && value !== '');
  };
  const candidates = [...texts, ...numeric.filter((name) => name !== time)];
  const unit =
    candidates.find((name) => unitNames.test(name) && distinct(name)) ??
    texts.find(distinct) ??
    candidates.find(distinct) ??
    source.columns[0]!;
  const left = numeric.filter((name) => name !== unit && name !== time);
  const reason = (name: string): string | null =>
    name.trim() === ''
      ? 'has no name'
      : resultNames.test(name)
        ? 'looks like a result'
        : new Set(values.get(name)!.filter((value) => !isMissing(value))).size < 2
          ? 'does not vary'
          : null;
  return {
    unit,
    time,
    indicators: left.filter((name) => reason(name) === null),
    groups: texts.filter((name) => name !== unit && new Set(values.get(name)).size <= values.get(name)!.length / 2),
    leftOut: left.flatMap((column) => {
      const why = reason(column);
      return why === null ? [] : [{ column, why }];
    }),
  };
}

function isMissing(value: unknown): boolean {
  return value === null || value === undefined || value === '' || Number.isNaN(value);
}

function isNumeric(values: readonly unknown[]): boolean {
  return (
    values.some((value) => !isMissing(value)) && values.every((value) => isMissing(value) || typeof value === 'number')
  );
}

function isYear(value: unknown): boolean {
  return Number.isInteger(value) && (value as number) >= 1000 && (value as number) <= 3000;
}
