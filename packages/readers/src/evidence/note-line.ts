/** How notes below a table begin, those of statistical offices and of data banks. */
const noteStart =
  /^(?:注|备注|资料来源|数据来源|来源|说明|附注|单位[:：]|notes?\b|sources?\b|data sources?\b|data from database|last updated|last update|extracted on|downloaded|retrieved|available flags|special values?|footnotes?|copyright|©|methodology|stand:|quelle|anmerkung|hinweis|remarque|lecture|champ\s*:|fuente|nota|\*|※|①|\(?[a-z0-9]\)\s|\[[a-z0-9]\]\s)/i;

export function beginsNote(text: string): boolean {
  return noteStart.test(text);
}

/** What every total starts with: it spares the closer look at most labels. */
const totalStart = /^\s*[合总小汇全平tsgnam]/i;
const total =
  /^(合计|总计|总和|小计|汇总|全国|全国合计|全国总计|全国平均|全省|全省合计|全市|全市合计|全区合计|平均|均值|平均值|total|subtotal|grandtotal|sum|nationaltotal|average|mean)[:：]?$/i;
const subtotal = /^(?:小计|sub-?total)[:：]?$/i;

export function isTotalLabel(text: string): boolean {
  return totalStart.test(text) && total.test(text.replaceAll(/\s/g, ''));
}

/** A total of a part, which is one in whichever column it stands. */
export function isSubtotalLabel(text: string): boolean {
  return totalStart.test(text) && subtotal.test(text.replaceAll(/\s/g, ''));
}
