/** How the checks that follow from the roles of columns are worded, in both languages. */
const forms: readonly (readonly [RegExp, string])[] = [
  [/^One cell, (.+), explains (\d+) contradictions$/u, '单元格 $1 可解释 $2 条矛盾'],
  [
    /^(.+?): the ranks before the changes of (.+) are each from 1 and none stands twice$/u,
    '$1：按 $2 倒推的上期名次均不小于 1，且无重复',
  ],
  [/^(.+?): (.+) does not rise from row to row$/u, '$1：$2 逐行不升'],
  [/^(.+?): the shares in (.+) exhaust the whole$/u, '$1：$2 各项之和为全体'],
  [/^(.+?): no (.+) is larger than its (.+)$/u, '$1：$2 不大于 $3'],
  [/^(.+?): the members of (.+) lie between its cut-offs$/u, '$1：$2 的成员都在其分界之内'],
  [/^(.+?): each rank stands once, and none is missing$/u, '$1：每个名次恰好出现一次'],
  [/^(.+?): the ranks follow the values of (.+)$/u, '$1：名次与 $2 的大小一致'],
  [/^(.+?): (.+) of (.+), sum of the other rows$/u, '$1：$3 的 $2，为其余各行之和'],
  [/^(.+?): (.+) of (.+), mean of the other rows$/u, '$1：$3 的 $2，为其余各行的均值'],
  [/^(.+?): (.+) of (.+), sum of (.+)$/u, '$1：$3 的 $2，为 $4 之和'],
  [/^(.+?): (.+) of (.+), mean of (.+)$/u, '$1：$3 的 $2，为 $4 的均值'],
  [/^(.+?): (.+) of (.+), growth from (.+) to (.+)$/u, '$1：$3 的 $2，为从 $4 到 $5 的增长'],
  [/^(.+?): (.+) of (.+), share of all (.+)$/u, '$1：$3 的 $2，为占全部 $4 的比重'],
  [/^(.+?): (.+) of (.+), (.+) over (.+)$/u, '$1：$3 的 $2，为 $4 与 $5 之比'],
  [/^(.+?): (.+) of (.+), (.+) minus (.+)$/u, '$1：$3 的 $2，为 $4 减 $5'],
  [/^(.+?): (.+) of (.+), as in (.+)$/u, '$1：$3 的 $2，与 $4 一致'],
];

/**
 * A generated check in Chinese; what was worded by hand stays as it is.
 */
export function chineseCheck(statement: string): string {
  const form = forms.find(([english]) => english.test(statement));
  return form ? statement.replace(form[0], form[1]) : statement;
}
