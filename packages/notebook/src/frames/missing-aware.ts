import { assertThat, didYouMean } from '@indexlab/core';
import type * as danfojs from 'danfojs-node';
import type { DataFrame, Series } from 'danfojs-node';
import { aggregates, isMissing, isRunning, presentNumbers, running, type Running, sortedPositions } from './present.js';

type Danfo = Pick<typeof danfojs, 'DataFrame' | 'Series'>;
type Method = (this: never, ...given: never[]) => unknown;

/** The parts of a grouped frame of danfojs 1.2 that groups and calculates. */
interface Grouped {
  readonly data: readonly (readonly unknown[])[];
  readonly colIndex: readonly number[];
  readonly columnName: readonly string[];
  colDict: Record<string, Record<string, unknown[]>>;
  keyToValue: Record<string, readonly unknown[]>;
  toDataFrame(groups: Grouped['colDict']): DataFrame;
  operations(operation: string): DataFrame;
}

/**
 * Gives a frame of danfojs the behaviour of pandas where values are missing, without touching danfojs itself: the frame,
 * its columns and whatever their methods give back get prototypes of their own.
 *
 * - `sortValues` (of frames and columns) and `argSort`: missing last in either direction, equal values in their order.
 * - `groupby`: rows without a group are left out, groups are told apart by all their values; `mean`, `sum`, `count`, `std`,
 *   `var` (n - 1), `median`, `min`, `max` and running values skip what is missing.
 * - `describe`, `nUnique` of a column, `valueCounts`, `cumSum`, `cumProd`, `cumMax`, `cumMin` skip what is missing.
 *
 * Frames that danfojs makes of several, by `concat` and `merge`, are not of this kind.
 */
export function missingAware(danfo: Danfo, frame: DataFrame): DataFrame {
  let kind = kinds.get(danfo.DataFrame);
  if (kind === undefined) kinds.set(danfo.DataFrame, (kind = makeKind(danfo)));
  return kind(frame);
}

type Adopt = <T>(value: T) => T;
const kinds = new WeakMap<object, Adopt>();

function makeKind({ DataFrame: Frame, Series: Column }: Danfo): Adopt {
  // Inside, danfojs makes frames and columns of the classes that the exported ones extend.
  const [AnyFrame, AnyColumn] = [Object.getPrototypeOf(Frame), Object.getPrototypeOf(Column)] as [
    typeof Frame,
    typeof Column,
  ];
  const adopt: Adopt = (value) => {
    if (value instanceof AnyFrame) Object.setPrototypeOf(value, frames);
    else if (value instanceof AnyColumn) Object.setPrototypeOf(value, columns);
    return value;
  };
  const frames = derived(Frame.prototype, adopt);
  const columns = derived(Column.prototype, adopt);
  let groups: object | undefined;

  Object.assign(columns, columnMethods(Column, adopt));
  Object.assign(frames, {
    ...frameMethods(Frame, adopt),
    $getColumnData(this: DataFrame, ...given: unknown[]) {
      return adopt(
        (Frame.prototype as unknown as Record<string, Method>).$getColumnData!.apply(this as never, given as never),
      );
    },
    groupby(this: DataFrame, keys: string[]) {
      for (const key of keys) known(this, key, 'groupby');
      const grouped = Frame.prototype.groupby.call(this, keys) as unknown as Grouped;
      groups ??= groupMethods(Object.getPrototypeOf(grouped) as object, adopt);
      Object.setPrototypeOf(grouped, groups);
      return (grouped as unknown as { group(): unknown }).group();
    },
  });
  return adopt;
}

/** A prototype whose methods are those of another, giving back frames and columns of our kind. */
function derived(original: object, adopt: Adopt): object {
  const own = Object.create(original) as Record<string, unknown>;
  for (let at = original; at !== Object.prototype; at = Object.getPrototypeOf(at) as object) {
    for (const [name, { value, get }] of Object.entries(Object.getOwnPropertyDescriptors(at))) {
      if (name === 'constructor' || name.startsWith('$') || Object.hasOwn(own, name)) continue;
      if (typeof value === 'function') {
        own[name] = function (this: never, ...given: never[]) {
          return adopt((value as Method).apply(this, given));
        };
      } else if (name === 'T' && get) {
        Object.defineProperty(own, name, {
          get: function (this: never) {
            return adopt(get.call(this));
          },
        });
      }
    }
  }
  return own;
}

interface SortOptions {
  readonly ascending?: boolean;
  readonly inplace?: boolean;
}

/** What danfojs gives frames and columns to change themselves with. */
interface Changeable {
  $setValues(values: unknown[]): void;
  $setIndex(index: unknown[]): void;
}

function frameMethods(Frame: Danfo['DataFrame'], adopt: Adopt) {
  return {
    sortValues(this: DataFrame, name: string, { ascending = true, inplace = false }: SortOptions = {}) {
      known(this, name, 'sortValues');
      const order = sortedPositions(this.column(name).values as unknown[], ascending);
      const values = order.map((at) => (this.values as unknown[][])[at]!);
      const index = order.map((at) => this.index[at]!);
      if (inplace) return change(this, values, index);
      const { columns, dtypes, config } = this;
      return adopt(
        new Frame(values, { columns: [...columns], dtypes: [...dtypes], index, config: { ...config } } as never),
      );
    },
    describe(this: DataFrame) {
      const numeric = this.columns.filter((_, at) => this.dtypes[at] !== 'string');
      const statistics = ['count', 'mean', 'std', 'min', 'median', 'max', 'var'] as const;
      const described = numeric.map((name) => {
        const present = presentNumbers(this.column(name).values as unknown[]);
        return [name, statistics.map((statistic) => aggregates[statistic](present))] as const;
      });
      const index = [...statistics.slice(0, -1), 'variance'];
      return adopt(new Frame(Object.fromEntries(described), { index }));
    },
    cumOps(this: DataFrame, step: 'sum' | 'prod' | 'max' | 'min', axis: number, inplace: boolean) {
      const operation: Running = `cum${step}`;
      const rows = this.values as unknown[][];
      const down = (): number[][] => {
        const columns = this.columns.map((_, at) =>
          running(
            operation,
            rows.map((row) => row[at]),
          ),
        );
        return rows.map((_, row) => columns.map((column) => column[row]!));
      };
      const values = axis === 0 ? down() : rows.map((row) => running(operation, row));
      if (inplace) return change(this, values, this.index);
      return adopt(new Frame(values, { columns: [...this.columns], index: [...this.index] }));
    },
  };
}

function columnMethods(Column: Danfo['Series'], adopt: Adopt) {
  const like = (column: Series, values: unknown[], index: unknown[]): Series =>
    adopt(new Column(values, { index, columns: [...column.columns], dtypes: [...column.dtypes] } as never));
  const cumulative = (operation: Running) =>
    function (this: Series, { inplace = false }: SortOptions = {}) {
      const values = running(operation, this.values as unknown[]);
      return inplace ? change(this, values, this.index) : like(this, values, [...this.index]);
    };
  return {
    sortValues(this: Series, { ascending = true, inplace = false }: SortOptions = {}) {
      const order = sortedPositions(this.values as unknown[], ascending);
      const values = order.map((at) => (this.values as unknown[])[at]!);
      const index = order.map((at) => this.index[at]!);
      return inplace ? change(this, values, index) : like(this, values, index);
    },
    argSort(this: Series, { ascending = true }: SortOptions = {}) {
      return adopt(new Column(sortedPositions(this.values as unknown[], ascending)));
    },
    nUnique(this: Series) {
      return distinct(this).size;
    },
    valueCounts(this: Series) {
      const counts = [...distinct(this)];
      return adopt(
        new Column(
          counts.map(([, count]) => count),
          { index: counts.map(([value]) => value) as (string | number)[] },
        ),
      );
    },
    cumSum: cumulative('cumsum'),
    cumProd: cumulative('cumprod'),
    cumMax: cumulative('cummax'),
    cumMin: cumulative('cummin'),
  };
}

function groupMethods(original: object, adopt: Adopt): object {
  const methods = original as Record<string, Method>;
  const groups: object = Object.assign(derived(original, adopt), {
    group(this: Grouped) {
      const keys = new Map<string, string>();
      this.colDict = Object.create(null) as Grouped['colDict'];
      this.keyToValue = Object.create(null) as Grouped['keyToValue'];
      for (const row of this.data) {
        const values = this.colIndex.map((at) => row[at]);
        if (values.some(isMissing)) continue;
        const identity = JSON.stringify(values);
        let key = keys.get(identity);
        if (key === undefined) {
          key = values.join('-');
          while (key in this.colDict) key += ' ';
          keys.set(identity, key);
          this.keyToValue[key] = values;
          this.colDict[key] = Object.fromEntries(this.columnName.map((name) => [name, []]));
        }
        this.columnName.forEach((name, at) => this.colDict[key]![name]!.push(row[at]));
      }
      return this;
    },
    col(this: Grouped, ...given: unknown[]) {
      const chosen = methods.col!.apply(this as never, given as never) as object;
      return Object.setPrototypeOf(chosen, groups) as unknown;
    },
    groupMathLog(this: Grouped, values: unknown[], operation: string) {
      if (isRunning(operation)) return running(operation, values);
      if (operation === 'count') return [values.filter((value) => !isMissing(value)).length];
      if (operation in aggregates) return [aggregates[operation as keyof typeof aggregates](presentNumbers(values))];
      const present = values.filter((value) => !isMissing(value));
      return present.length === 0 ? [NaN] : methods.groupMathLog!.apply(this as never, [present, operation] as never);
    },
    median(this: Grouped) {
      return this.operations('median');
    },
    colKeyDict: (groups: object) => Object.keys(groups),
    getGroup(this: Grouped, values: unknown[]) {
      const key = Object.keys(this.keyToValue).find(
        (each) => JSON.stringify(this.keyToValue[each]) === JSON.stringify(values),
      );
      assertThat(key !== undefined, () => `getGroup requires the values of a group, got ${values.join(', ')}`);
      return this.toDataFrame({ [key]: { ...this.colDict[key]! } });
    },
    apply(this: Grouped, act: (group: DataFrame) => unknown) {
      return adopt(methods.apply!.apply(this as never, [(group: DataFrame) => act(adopt(group))] as never));
    },
  });
  return groups;
}

/** How often each value stands in a column, in the order of the first. */
function distinct(column: Series): Map<unknown, number> {
  const counts = new Map<unknown, number>();
  for (const value of column.values as unknown[]) {
    if (!isMissing(value)) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return counts;
}

function change(frame: object, values: unknown[], index: readonly unknown[]): undefined {
  (frame as Changeable).$setValues(values);
  (frame as Changeable).$setIndex([...index]);
}

function known(frame: DataFrame, name: string, caller: string): void {
  assertThat(
    frame.columns.includes(name),
    () => `${caller} requires a column of the frame, got ${JSON.stringify(name ?? null)}`,
    () => didYouMean(String(name), frame.columns, 'columns'),
  );
}
