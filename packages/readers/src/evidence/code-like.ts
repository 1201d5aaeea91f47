/** Names of columns whose cells are identifiers, whatever they look like: words of their own, and parts of words. */
const codeName =
  /(?<![a-z])(?:codes?|ids?|guid|uuid|fips|geoid|zip|plz|sku|isbn|issn|ean|iban|coicop|nace|naics|isic|nuts|sitc|hs\d|siren|siret|insee)(?![a-z])|adcode|postal|postcode|phone|kennziffer|schlüssel|代码|代号|编码|编号|邮编|区号|电话|证号|号码|学号|工号/i;

/** Names of columns whose cells count in two parts: 2020.10 is October and not 2020.1, section 1.10 is not 1.1. */
const partName =
  /月份|年月|季度|日期|章节|条款|版本|(?<![a-z])(?:months?|periods?|quarters?|dates?|monat|mois|mes|versions?|sections?|chapters?|paragraphs?|releases?)(?![a-z])/i;

/** The same in camel case: productId, countryCode. */
const camelCode = /[a-z](?:Id|ID|Code)s?$/;

export function isCodeName(name: string): boolean {
  return codeName.test(name) || camelCode.test(name);
}

export function isPartName(name: string): boolean {
  return partName.test(name);
}

/** A leading zero, or more digits than a double holds: 010, 01.10, 110101199003070000. */
export function isCodeToken(text: string): boolean {
  return /^0\d+(?:\.\d+)*$|^\d{16,}$/.test(text.trim());
}

/** Digits, E, digits: the product 1E10, the flat 2E05, which a program would print as 1e+10 if it were a number. */
export function isExponentCode(text: string): boolean {
  return /^\s*\d+[eE]\d+\s*$/.test(text);
}

/** A number that is printed with an exponent beyond doubt. */
export function isScientific(text: string): boolean {
  return /^\s*[+-]?(?:\d+\.\d*|\.\d+|\d+)[eE](?:[+-]\d+|(?<=\.\d*[eE])\d+)\s*$/.test(text);
}

/** First two digits of the six-digit codes of China's provinces. */
const provinces = /^(1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[12])\d{4}$/;

export function areDivisionCodes(texts: readonly string[]): boolean {
  const codes = new Set(texts);
  return (
    texts.length >= 3 &&
    [...codes].every((text) => provinces.test(text)) &&
    [...codes].filter((text) => text.endsWith('00')).length >= codes.size / 2
  );
}

/** Two printed numbers of one value, by row: `1.1` and `1.10`. */
export interface Merged {
  readonly first: number;
  readonly second: number;
}

/**
 * The first two rows whose tokens differ and whose values do not, both with digits behind the mark, in a column whose
 * numbers could be identifiers: none negative, none with more than three digits behind the mark, not zero.
 */
export function mergedTokens(values: Float64Array, decimals: Int8Array, rows: ArrayLike<number>): Merged | null {
  if (!mayMerge(values, decimals, rows)) return null;
  const seen = new Map<number, number>();
  for (let index = 0; index < rows.length; index += 1) {
    const row = rows[index]!;
    const value = values[row]!;
    if (Number.isNaN(value) || value === 0 || decimals[row] === 0) continue;
    const before = seen.get(value);
    if (before === undefined) seen.set(value, row);
    else if (decimals[before] !== decimals[row]) return { first: before, second: row };
  }
  return null;
}

/** Whether the numbers have different decimals, one that ends in zero among them, and could be identifiers. */
function mayMerge(values: Float64Array, decimals: Int8Array, rows: ArrayLike<number>): boolean {
  let fewest = 127;
  let most = 0;
  for (let index = 0; index < rows.length; index += 1) {
    const places = decimals[rows[index]!]!;
    if (places === 0) continue;
    if (places > 3) return false;
    if (places < fewest) fewest = places;
    if (places > most) most = places;
  }
  if (fewest >= most) return false;
  let trailing = false;
  for (let index = 0; index < rows.length; index += 1) {
    const row = rows[index]!;
    const value = values[row]!;
    if (value < 0) return false;
    trailing ||= decimals[row] !== 0 && value !== 0 && Math.round(value * 10 ** decimals[row]!) % 10 === 0;
  }
  return trailing;
}

/** Whether all numbers are a year, a point and a month, one of two digits among them: 2020.9, 2020.10. */
export function areYearMonths(values: Float64Array, decimals: Int8Array, rows: ArrayLike<number>): boolean {
  let count = 0;
  let most = 0;
  for (let index = 0; index < rows.length; index += 1) {
    const row = rows[index]!;
    const value = values[row]!;
    if (Number.isNaN(value)) continue;
    const places = decimals[row]!;
    const year = Math.floor(value);
    const month = Math.round((value - year) * 10 ** places);
    if (places < 1 || places > 2 || year < 1900 || year > 2099 || month < 1 || month > 12) return false;
    count += 1;
    most = Math.max(most, places);
  }
  return count >= 2 && most === 2;
}
