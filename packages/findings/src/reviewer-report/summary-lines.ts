import type { Cause } from '../dossier/causes.js';
import type { LedgerRow } from '../ledger/ledger-row.js';
import { scoreboard } from '../ledger/scoreboard.js';
import type { Language } from './words.js';

/** The report in ten lines at most. */
export function summaryLines(rows: readonly LedgerRow[], causes: readonly Cause[], lang: Language): string[] {
  const score = scoreboard(rows);
  const judged = rows.filter(({ verdict }) => verdict !== null);
  const statements = judged.filter(({ kind }) => kind === 'statement');
  const count = (test: (row: LedgerRow) => boolean): number => judged.filter(test).length;
  const holding = judged.filter(({ verdict }) => verdict === 'reproduced' || verdict === 'consistent');
  const strong = holding.filter(({ power }) => power !== null && power >= 0.8).length;
  const untestable = count(({ why }) => why === 'untestable');
  const material = (one: string): number => causes.filter(({ materiality }) => materiality === one).length;
  const required = causes.filter(({ action }) => action === 'required').length;
  const rounded = count(({ reading }) => reading === 'truncated' || reading === 'rounded up');
  const rivals = count((row) => row.readings.some(({ verdict }) => verdict !== row.verdict));
  const needs = (who: LedgerRow['needs']): number => count((row) => row.needs === who);
  const orders = statements.filter(({ exact }) => exact === null).length;
  if (lang === 'zh') {
    return [
      `共核查 ${score.findings} 条表述：复现 ${score.reproduced}，相容 ${score.consistent}，矛盾 ${score.contradicted}，无法计算 ${score.notComputable}。`,
      `矛盾源于 ${causes.length} 处错误：涉及核心结论 ${material('headline')}，排名 ${material('rank')}，数位 ${material('digit')}。`,
      `须更正 ${required} 处，建议更正 ${causes.length - required} 处。`,
      `正文表述 ${statements.length} 条（其中无数字者 ${orders} 条），由表列角色生成的检查 ${judged.length - statements.length} 条。`,
      `成立的 ${holding.length} 条中，${strong} 条能发现至少八成的笔误；${untestable} 条无从证伪，单独列出。`,
      `${rounded} 条若按截断或进位读则成立；${rivals} 条的结论取决于读法。`,
      `无法计算者所需：公开数据 ${needs('public')}，持有者数据 ${needs('private')}，未公开 ${needs('undisclosed')}，不在我们的文本中 ${needs('not-in-our-text')}。`,
    ];
  }
  return [
    `${score.findings} claims were checked: ${score.reproduced} reproduced, ${score.consistent} consistent, ${score.contradicted} contradicted, ${score.notComputable} not computable.`,
    `The contradictions come from ${causes.length} ${causes.length === 1 ? 'mistake' : 'mistakes'}: ${material('headline')} touch a headline, ${material('rank')} a rank, ${material('digit')} a digit.`,
    `${required} require an action, ${causes.length - required} suggest one.`,
    `${statements.length} are statements of the text, ${orders} of them without a number; ${judged.length - statements.length} follow from the roles of the columns and are counted apart.`,
    `Of the ${holding.length} that hold, ${strong} would have caught at least four of five typing slips; ${untestable} cannot fail and are called untestable.`,
    `${rounded} contradicted numbers would fit as cut off or raised; ${rivals} verdicts depend on how the sentence is read.`,
    `What is not computable needs public data (${needs('public')}), data of a holder (${needs('private')}), what nobody disclosed (${needs('undisclosed')}), or a part of the report that our text lacks (${needs('not-in-our-text')}).`,
  ];
}
