import type { Page } from './page.js';
import { summaryFigures } from './summary-figures.js';

/** What a data editor wants first, in ten plain sentences at most, as HTML. */
export function summaryLines(page: Page): string[] {
  return page.lang === 'zh' ? chineseLines(page) : englishLines(page);
}

function englishLines(page: Page): string[] {
  const { text, generated, mistakes, needs, rounding, keyed, redone } = summaryFigures(page);
  const one = (count: number, singular: string, plural: string): string => (count === 1 ? singular : plural);
  return [
    `Of ${text.all} ${one(text.all, 'claim', 'claims')} in the text ${text.reproduced} are reproduced, ${text.consistent} consistent, ${text.contradicted} contradicted, ${text.untestable} untestable and ${text.notComputable} not computable.`,
    `Of the ${text.reproduced} reproduced, ${text.strong} passed a check that would have caught four typing slips of five; ${text.words} claims have no digit.`,
    `Apart from them, ${generated.all} checks follow from the tables themselves (ranks, orders, sums, shares, repeats): ${generated.contradicted} ${one(generated.contradicted, 'is', 'are')} contradicted.`,
    mistakes.all === 0
      ? 'No claim is contradicted by the published numbers.'
      : `The ${mistakes.rows} contradictions come from ${mistakes.all} ${one(mistakes.all, 'mistake', 'mistakes')}: ${mistakes.headline} ${one(mistakes.headline, 'touches', 'touch')} a headline, ${mistakes.rank} a rank, ${mistakes.digit} a digit, ${mistakes.none} none of these; an action is required for ${mistakes.required} and suggested for ${mistakes.all - mistakes.required}.`,
    ...(mistakes.first === null ? [] : [`The most material mistake: ${mistakes.first}.`]),
    ...(rounding === null ? [] : [rounding]),
    `${mistakes.truncated} contradicted ${one(mistakes.truncated, 'number', 'numbers')} would fit as cut off or raised, and ${mistakes.rivals} ${one(mistakes.rivals, 'verdict depends', 'verdicts depend')} on how the sentence is read.`,
    ...(needs.all === 0
      ? ['Every verdict can be reproduced by anyone from the printed tables.']
      : [
          `What is not computable needs public data (${needs.public}), a holder's data (${needs.private}), what is not disclosed (${needs.undisclosed}) or what our copy of the text lacks (${needs.missing}); all else anyone can reproduce from the printed tables.`,
        ]),
    ...(keyed === null ? [] : [keyed]),
    ...(redone === null
      ? []
      : [`${redone.all} of the ${mistakes.all} mistakes were worked out again by hand; ${redone.agreeing} agree.`]),
  ];
}

function chineseLines(page: Page): string[] {
  const { text, generated, mistakes, needs, rounding, keyed, redone } = summaryFigures(page);
  return [
    `正文表述 ${text.all} 条：复现 ${text.reproduced}，相容 ${text.consistent}，矛盾 ${text.contradicted}，无从证伪 ${text.untestable}，无法计算 ${text.notComputable}。`,
    `复现的 ${text.reproduced} 条中，${text.strong} 条的检验能发现五分之四的笔误；${text.words} 条表述不含数字。`,
    `另有对表本身（名次、次序、加总、占比、重复）的检查 ${generated.all} 条，其中矛盾 ${generated.contradicted} 条。`,
    mistakes.all === 0
      ? '没有任何表述与公布的数字相矛盾。'
      : `${mistakes.rows} 条矛盾源于 ${mistakes.all} 处错误：涉及核心结论 ${mistakes.headline}，排名 ${mistakes.rank}，数位 ${mistakes.digit}，均不涉及 ${mistakes.none}；须更正 ${mistakes.required} 处，建议更正 ${mistakes.all - mistakes.required} 处。`,
    ...(mistakes.first === null ? [] : [`影响最大的错误：${mistakes.first}。`]),
    ...(rounding === null ? [] : [rounding]),
    `${mistakes.truncated} 个矛盾的数按截断或进位读则成立；${mistakes.rivals} 条结论取决于读法。`,
    ...(needs.all === 0
      ? ['所有结论任何人都可由印刷的表复现。']
      : [
          `无法计算者所需：公开数据 ${needs.public}，持有者数据 ${needs.private}，未公开 ${needs.undisclosed}，我们的文本所缺 ${needs.missing}；其余任何人都可由印刷的表复现。`,
        ]),
    ...(keyed === null ? [] : [keyed]),
    ...(redone === null ? [] : [`${mistakes.all} 处错误中，${redone.all} 处已手工复算，${redone.agreeing} 处一致。`]),
  ];
}
