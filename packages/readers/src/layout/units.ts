const scale = '(?:[十百千万亿]|十万|百万|千万|十亿|百亿|千亿|万亿)?';
const chinese =
  '(?:元|美元|港元|欧元|人民币|人|人次|户|个|家|件|项|台|辆|部|条|篇|次|所|张|名|位|吨|千克|公斤|克|公里|千米|米|平方公里|平方千米|平方米|立方米|公顷|亩' +
  '|千瓦时|千瓦|度|床|册|份|种|间|座|株|头|只|小时|分钟|秒|天|日|标准煤|吨标准煤|分|百分点|个百分点|比特|字节)';
const english =
  '(?:(?:(?:\\d[\\d, ]*|hundred|thousand|million|billion|trillion|10k|mn|bn)\\s+)*' +
  '(?:yuan|rmb|cny|usd|us\\$|dollars?|euros?|persons?|people|households?|tons?|tonnes?|km2|km²|sq\\.? ?km|km|kwh|gwh|mw|gb|tb|mbps|gbps|hours?|days?|units?|items?)' +
  '|(?:thousand|million|billion|trillion)s?|(?:[kmg]b|[tp]b|[kmg]w|[kmgt]wh|kg|ha|g|m2|m²|m3|m³))';
const plain = new RegExp(
  `^(?:[%％‰]|percent|per cent|pct|percentage points?|${scale}${chinese}(?:/.{1,8})?|${english}(?:/.{1,12}|\\s+per\\s+.{1,12})?)$`,
  'i',
);

/**
 * Whether a text is a unit of measure: 亿元, 万人, 元/人, %, million yuan, km².
 */
export function isUnit(text: string): boolean {
  return plain.test(text.trim());
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
