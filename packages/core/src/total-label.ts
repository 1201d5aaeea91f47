const words = (text: string): ReadonlySet<string> => new Set(text.split(' '));

/** What totals of a part are called, without blanks and in small letters. */
const ofParts = words(
  '小计 小計 소계 subtotal sub-total subtotals subtotales subtotale subtotaal sous-total soustotal zwischensumme ' +
    'teilsumme sumaparcial промежуточныйитог',
);

/** The same for means. */
const means = words(
  '全国平均 全省平均 全市平均 平均 均值 平均值 平均値 평균 average mean overallaverage durchschnitt mittelwert moyenne promedio ' +
    'gemiddelde średnia среднее',
);

/** The same for totals of a whole table, in the languages of those who publish tables. */
const ofAll = words(
  '合计 总计 总和 共计 汇总 全国 全国合计 全国总计 全省 全省合计 全省总计 全市 全市合计 全市总计 全区合计 合計 總計 總和 計 総計 総数 總數 ' +
    '全国計 합계 총계 계 total totals grandtotal grandtotals nationaltotal overalltotal sum summe gesamt gesamtsumme ' +
    'insgesamt zusammen ensemble totaux totalgénéral totalgeneral somme suma sumatotal totale totalecomplessivo totaal ' +
    'eindtotaal totalt ialt sammanlagt yhteensä razem ogółem celkem spolu összesen toplam geneltoplam σύνολο итого ' +
    'всего усього разом общо ukupno skupaj kokku kopā išviso jumlah tổngcộng รวม المجموع الإجمالي',
);

/**
 * What the label of a row says that sums up others: `sum` for a total of all, `part` for a subtotal, `mean` for an average;
 * `null` for any other label. Blanks, a colon at the end, brackets or dashes around it and the case of letters do not count.
 *
 * @example
 * ['合 计', 'Insgesamt:', 'Subtotal', '全国平均', 'Totnes'].map(totalLabel) // => ['sum', 'sum', 'part', 'mean', null]
 */
export function totalLabel(text: string): 'sum' | 'part' | 'mean' | null {
  if (text.length > 30) return null;
  const name = text
    .normalize('NFKC')
    .replaceAll(/\s|[:：]\s*$/g, '')
    .replace(/^[-–—*(【[]+(.*?)[-–—*)】\]]+$/u, '$1')
    .toLowerCase();
  return ofAll.has(name) ? 'sum' : ofParts.has(name) ? 'part' : means.has(name) ? 'mean' : null;
}
