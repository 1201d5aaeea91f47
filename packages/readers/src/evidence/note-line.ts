/** How notes below a table begin, those of statistical offices and of data banks. */
const noteStart =
  /^(?:注|备注|资料来源|数据来源|来源|说明|附注|单位[:：]|notes?\b|sources?\b|data sources?\b|data from database|last updated|last update|extracted on|downloaded|retrieved|available flags|special values?|footnotes?|copyright|©|methodology|stand:|quelle|anmerkung|hinweis|remarque|lecture|champ\s*:|fuente|nota|\*|[-_=–—]{4,}$|※|①|\(?[a-z0-9]\)\s|\[[a-z0-9]\]\s)/i;

/** Notes that say so with a colon: they are none of a table's rows even where a comma of theirs fills a second cell. */
const statedNote =
  /^(?:注|备注|资料来源|数据来源|来源|说明|notes?|sources?|data sources?|footnotes?|quellen?|anmerkung(?:en)?|hinweise?|remarques?|fuentes?|notas?|fonti?|bron(?:nen)?|źródło|источник|примечани[ея])\s*[:：]/iu;

export function statesNote(text: string): boolean {
  return statedNote.test(text);
}

export function beginsNote(text: string): boolean {
  return noteStart.test(text);
}

/** What totals of a part are called, without blanks and in small letters. */
const ofParts: ReadonlySet<string> = new Set(
  (
    '小计 小計 소계 subtotal sub-total subtotals subtotales subtotale subtotaal sous-total soustotal zwischensumme ' +
    'teilsumme sumaparcial промежуточныйитог'
  ).split(' '),
);

/** The same for totals and means of a whole table, in the languages of those who publish tables. */
const ofAll: ReadonlySet<string> = new Set(
  (
    '合计 总计 总和 小计 汇总 全国 全国合计 全国总计 全国平均 全省 全省合计 全市 全市合计 全区合计 平均 均值 平均值 合計 總計 總和 計 ' +
    '総計 総数 總數 平均値 全国計 합계 총계 계 평균 total totals subtotal grandtotal grandtotals nationaltotal sum average mean ' +
    'summe gesamt gesamtsumme insgesamt zusammen durchschnitt mittelwert ensemble totaux totalgénéral totalgeneral ' +
    'somme moyenne suma sumatotal promedio totale totalecomplessivo totaal eindtotaal gemiddelde totalt ialt ' +
    'sammanlagt yhteensä razem ogółem celkem spolu összesen toplam geneltoplam σύνολο итого всего усього разом общо ' +
    'ukupno skupaj kokku kopā išviso jumlah tổngcộng รวม المجموع الإجمالي'
  ).split(' '),
);

export function isTotalLabel(text: string): boolean {
  return ofAll.has(nameOf(text));
}

/** A total of a part, which is one in whichever column it stands. */
export function isSubtotalLabel(text: string): boolean {
  return ofParts.has(nameOf(text));
}

/** The label without its blanks and the colon at its end; nothing for one that is too long for a total. */
function nameOf(text: string): string {
  return text.length > 30 ? '' : text.replaceAll(/\s|[:：]\s*$/g, '').toLowerCase();
}
