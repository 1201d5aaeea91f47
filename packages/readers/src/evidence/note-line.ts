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
