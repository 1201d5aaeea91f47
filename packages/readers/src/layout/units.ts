const scale = '(?:[十百千万亿]|十万|百万|千万|十亿|百亿|千亿|万亿)?';
const chinese =
  '(?:元|美元|港元|欧元|人民币|人|人次|户|个|家|件|项|台|辆|部|条|篇|次|所|张|名|位|吨|千克|公斤|克|公里|千米|米|平方公里|平方千米|平方米|立方米|公顷|亩' +
  '|千瓦时|千瓦|度|床|册|份|种|间|座|株|头|只|小时|分钟|秒|天|日|标准煤|吨标准煤|分|百分点|个百分点|比特|字节)';
const english =
  '(?:(?:(?:\\d[\\d, ]*|hundred|thousand|million|billion|trillion|10k|mn|bn)\\s+)*' +
  '(?:yuan|rmb|cny|usd|us\\$|dollars?|euros?|persons?|people|households?|tons?|tonnes?|km2|km²|sq\\.? ?km|km|kwh|gwh|mw|gb|tb|mbps|gbps|hours?|days?|units?|items?)' +
  '|(?:thousand|million|billion|trillion)s?|(?:[kmg]b|[tp]b|[kmg]w|[kmgt]wh|kg|ha|g|m2|m²|m3|m³))';
/** Powers of ten as European offices write them: Mio., Mrd., Tsd., milliers; digits only where something else tells them. */
const digits = "(?:10+|10{0,2}(?:[ .,'\\u00a0\\u202f]000)+|10\\^\\d)";
const power =
  '(?:hundreds?|thousands?|millions?|billions?|trillions?|tsd\\.?|tausend|mio\\.?|mill\\.?|millionen|mrd\\.?|milliarden|bill\\.?|' +
  'billionen|bio\\.?|milliers?|milliards?|miles|millones|miliardi|milioni|migliaia|mln\\.?|mld\\.?|bln\\.?|mn|bn|tn|[十百千万亿]+)';
const money =
  '(?:[€$£¥￥]|us\\$|eur|euros?|usd|gbp|cny|rmb|jpy|chf|inr|rub|krw|hkd|pps|ppp|dollars?|pounds?|yuan|yen|franken|francs?|dm|kčs?|zł)';
const counted =
  '(?:personen|einwohner|haushalte|anzahl|stück|tonnen|beschäftigte|personnes|habitants|personas|habitantes|tonnes?|tons?|' +
  'persons?|people|inhabitants|households|jobs|units?|heads?|jahre|years|months|hours|minutes|seconds|ha|km²|km2|kwh|mwh|gwh|twh|tj|pj|' +
  'ktoe|mtoe|teu|t|ppm|ppb|°c|[mμµn]?g/(?:l|m³|m3|kg))';
const joint = "\\s*(?:(?:der|des|de|di|of)\\s+|d['’])?";
const european =
  `(?:(?:in|en|im|current|constant(?: \\d{4})?)\\s+)?(?:(?:${power}|${digits}|[kmt](?=[€$£]))${joint}(?:${money}|${counted})|${power}|` +
  `${money}(?:\\s*(?:${digits}\\s*)?${power}|\\s*${digits}|[kmb]n?)?|${counted.replace('|t|', '|')}|prozent|pour cent|%|v\\.\\s?h\\.)` +
  '(?:\\s*(?:/|je|pro|per|par|por)\\s*[\\p{L}\\d²³., ]{1,16})?';
const ofBase = `(?:in|en|im|per|je|pro|pour|×|x)\\s*${digits}(?:\\s*[\\p{L} ]{1,16})?|(?:index\\s*,?\\s*)?(?:18|19|20)\\d\\d\\s*=\\s*100?`;

const plain = new RegExp(
  `^(?:[%％‰]|percent|per cent|pct|percentage points?|${scale}${chinese}(?:/.{1,8})?|${english}(?:/.{1,12}|\\s+per\\s+.{1,12})?|[十百千万亿]{1,3}|${european}|${ofBase})$`,
  'iu',
);

/**
 * Whether a text is a unit of measure: 亿元, 万人, 元/人, %, million yuan, Mio. EUR, in 1000, km².
 */
export function isUnit(text: string): boolean {
  return text.length <= longest && plain.test(text.trim());
}

const longest = 60;
const powerOfTen = new RegExp(`^${digits}$`);

/** Whether texts that stand in one row are units, powers of ten (1000) among them where others tell that they are. */
export function areUnits(texts: readonly string[]): boolean {
  return texts.some(isUnit) && texts.every((text) => isUnit(text) || powerOfTen.test(text.trim()));
}

/**
 * Splits a column's header into its name and its unit, where a unit of measure stands in brackets at its end, or behind a
 * stroke after a Chinese name: 人口（万人）, 常住人口/万人. What is a unit as a whole (元/人) is no name with one.
 */
export function splitUnit(header: string): { name: string; unit?: string } {
  const stroke = /^(.*?\p{Script=Han}[^/／]*)[/／](.+)$/su.exec(header);
  if (stroke && isUnit(stroke[2]!) && !isUnit(header)) return { name: stroke[1]!.trim(), unit: stroke[2]!.trim() };
  const match = /^(.*?)\s*[（(［[【]\s*(?:单位\s*[:：]\s*)?([^（(［[【）)］\]】]+?)\s*[）)］\]】]\s*$/s.exec(header);
  if (!match || !isUnit(match[2]!)) return { name: header };
  return { name: match[1]!.trim(), unit: match[2]!.replace('％', '%') };
}

/**
 * The same for the texts of a header of several rows: a unit may stand in any of them, and the lowest counts. The last text may
 * be a unit as a whole.
 */
export function splitUnits(texts: readonly string[]): { names: readonly string[]; unit?: string } {
  const last = texts.at(-1) ?? '';
  if (texts.length > 1 && isUnit(bareUnit(last)) && texts.slice(0, -1).some((text) => text !== '')) {
    const above = splitUnits(texts.slice(0, -1));
    return { names: above.names, unit: bareUnit(last) };
  }
  const parts = texts.map(splitUnit);
  const unit = parts.findLast((part) => part.unit !== undefined)?.unit;
  return { names: parts.map(({ name }) => name), ...(unit !== undefined && { unit }) };
}

/** The same for a header that `printedName` wrote: the name is everything before the brackets. */
export function splitPrintedUnit(header: string): { name: string; unit?: string } {
  const match = /^(.*)（([^（）]+)）$/s.exec(header);
  return match && isUnit(match[2]!) ? { name: match[1]!, unit: match[2]! } : { name: header };
}

/**
 * The unit that a line above a table gives for all of it, or `null`.
 */
export function unitLine(text: string): string | null {
  const match = /(?:单位|计量单位|unit)\s*[:：]\s*([^\s，,、；;）)]+)/i.exec(text);
  return match && isUnit(match[1]!) ? match[1]! : null;
}

/** A unit without the brackets around it. */
export function bareUnit(text: string): string {
  return text.trim().replace(/^[（([]\s*(?:单位\s*[:：]\s*)?(.*?)\s*[）)\]]$/, '$1');
}
