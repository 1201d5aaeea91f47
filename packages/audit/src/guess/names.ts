/** What the names of columns say, in English and Chinese; evidence, never proof. */
export const names = {
  /** The column of units, the surest first. */
  unit: [
    /^(key|name|city|unit|place|entity|城市|省份|地区|单位|名称|城市名称?|地区名称?)$/i,
    /^(country|region|province|county|district|area|geo|state|firm|company|industry|sector|国家|省|市|区县|县|企业|公司|行业|省市)$/i,
    /(^|[\s_.-])(name|city|country|region|province|unit|firm|company)($|[\s_.-])|名称$|^城市|^省/i,
  ],
  time: /^(year|yr|time|date|period|month|quarter|edition|wave|年|年份|年度|时间|日期|月份|季度|期|期间|统计年度|会计年度|报告期)$/i,
  /** A time, when the cells say so, too. */
  perhapsTime: /(^|[\s_.-])(year|date|month|quarter|period|time)($|[\s_.-])|(年份|年度|日期|时间|季度)$/i,
  /** What is ranked, before any other column. */
  value: [/^(score|index|value|指数|得分)$/i, /^(total|总分|总指数|综合得分|综合指数|总得分|overall|composite)$/i],
  rank: /(^|[\s_.-])([Rr]ank(ing)?|RANK(ING)?)($|[\s_.\d-])|^([Rr]ank|RANK)(?:s|S|ing|ING)?(?![a-z])|[a-z]Rank\d*$|排名|名次|位次/,
  rankChange:
    /rank[\s_-]?(change|gain|shift)|change (of|in) rank|ranks?[\s_-]?gained|(排名|名次|位次)(变化|变动|升降|上升|提升)/i,
  tier: /^(tier|grade|band|class|线级|梯队|等级|档次|级别)$/i,
  identifier:
    /(^|[\s_.-])(id|code|no|number|zip|phone|isbn|iso)($|[\s_.-])|^(id|code)(?![a-z])|[a-z]I[dD]$|代码|编号|编码|序号|邮编|电话/,
  texts: /(^|[\s_.-])(text|note|remark|comment|token|printed|label|title)s?($|[\s_.-])|备注|说明|注释/i,
  sum: /(^|[\s_.-])(total|sum|all|overall|合计)($|[\s_.-])|合计|总计|小计|总数|总量|总额|总和|^总|^全/i,
  mean: /(^|[\s_.-])(mean|average|avg|index|score)($|[\s_.-])|平均|均值|指数|得分|总分/i,
  share: /(^|[\s_.-])(share|shares|percent|percentage|pct|proportion)($|[\s_.-])|%|占比|比重|份额|构成/i,
  ratio: /(^|[\s_.-])(per|ratio|rate|intensity|density)($|[\s_.-])|\/|人均|率|比$|密度|强度/i,
  growth: /growth|change|increase|增速|增长|涨幅|变化/i,
} as const;
