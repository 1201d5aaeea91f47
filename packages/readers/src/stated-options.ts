import { assertThat, IndexlabError } from '@indexlab/core';
import type { ReadOptions } from './read-options.js';

/** Options as a command line states them: texts, or lists of texts, where a program gives what they mean. */
export interface StatedOptions {
  /** `1`, `1-2`, `2,3` or `none`. */
  readonly header?: ReadOptions['header'] | string;
  /** `text`, or items such as `code=text`, separated by commas. */
  readonly types?: ReadOptions['types'] | string | readonly string[];
  /** Marks separated by commas. */
  readonly missing?: readonly string[] | string;
  /** Items such as `gdp=1`, separated by commas. */
  readonly decimals?: ReadOptions['decimals'] | string | readonly string[];
  /** Columns separated by commas. */
  readonly exact?: readonly string[] | string;
  readonly table?: number | string;
  /** `tab` for a tabulator. */
  readonly delimiter?: string;
  /** The same as the layout `plain`. */
  readonly plain?: boolean;
}

/** Options of a reader, those of `StatedOptions` in either form. */
export type WithStated<Options> = Omit<Options, keyof StatedOptions> & StatedOptions;

/**
 * What options mean that may be texts.
 *
 * @param called how an option is called in a message
 * @throws IndexlabError naming an option whose text says nothing
 *
 * @example
 * meantOptions({ header: '1-2', types: 'code=text', missing: '-,n/a', delimiter: 'tab' }).header // => [1, 2]
 */
export function meantOptions<Options extends object>(
  options: WithStated<Options>,
  called = (option: string): string => `The option ${option}`,
): Options {
  const { header, types, missing, decimals, exact, table, delimiter, plain, ...others } = options as StatedOptions;
  const meant = {
    header: typeof header === 'string' ? headerOf(header, called('header')) : header,
    types: isTexts(types) ? typesOf(itemsOf(types), called('types')) : types,
    missing: missing === undefined ? undefined : itemsOf(missing),
    decimals: isTexts(decimals) ? decimalsOf(itemsOf(decimals), called('decimals')) : decimals,
    exact: exact === undefined ? undefined : itemsOf(exact),
    table: typeof table === 'string' ? wholeNumber(table, called('table')) : table,
    delimiter: delimiter === 'tab' || delimiter === '\\t' ? '\t' : delimiter,
    ...(plain === true && { layout: 'plain' }),
    ...others,
  };
  return Object.fromEntries(Object.entries(meant).filter(([, value]) => value !== undefined)) as Options;
}

function isTexts(value: unknown): value is string | readonly string[] {
  return typeof value === 'string' || Array.isArray(value);
}

function itemsOf(value: string | readonly string[]): readonly string[] {
  return typeof value === 'string' ? value.split(',').map((item) => item.trim()) : value;
}

function headerOf(text: string, option: string): number | number[] | false {
  if (text === 'none') return false;
  const range = /^(\d+)-(\d+)$/.exec(text);
  const rows = range
    ? Array.from({ length: Math.max(0, Number(range[2]) - Number(range[1]) + 1) }, (_, row) => Number(range[1]) + row)
    : itemsOf(text).map(Number);
  assertThat(
    rows.length > 0 && rows.length <= 10 && rows.every((row) => Number.isInteger(row) && row >= 1),
    () => `${option} requires rows from 1, such as 1 or 1-2, or none, got ${JSON.stringify(text)}`,
  );
  return rows.length === 1 ? rows[0]! : rows;
}

function typesOf(items: readonly string[], option: string): 'text' | Record<string, 'text' | 'number'> {
  if (items.length === 1 && items[0] === 'text') return 'text';
  return byColumn(items, option, (type, column) => {
    if (type === 'text' || type === 'number') return type;
    throw new IndexlabError(`${option} requires text or number, got ${JSON.stringify(type)} (column "${column}")`);
  });
}

function decimalsOf(items: readonly string[], option: string): Record<string, number> {
  return byColumn(items, option, (count, column) => {
    if (/^\d{1,2}$/.test(count)) return Number(count);
    throw new IndexlabError(
      `${option} requires a count of decimals, got ${JSON.stringify(count)} (column "${column}")`,
    );
  });
}

/** Items such as `A=0.3` as a record. */
function byColumn<T>(
  items: readonly string[],
  option: string,
  meaning: (text: string, column: string) => T,
): Record<string, T> {
  const entries = items.map((item) => {
    const at = item.lastIndexOf('=');
    if (at <= 0 || at === item.length - 1)
      throw new IndexlabError(`${option} requires name=value, got ${JSON.stringify(item)}`);
    return [item.slice(0, at), meaning(item.slice(at + 1), item.slice(0, at))] as const;
  });
  return Object.fromEntries(entries);
}

function wholeNumber(text: string, option: string): number {
  const number = Number(text);
  assertThat(
    text.trim() !== '' && Number.isInteger(number) && number >= 1,
    () => `${option} requires a whole number from 1, got ${JSON.stringify(text)}`,
  );
  return number;
}
