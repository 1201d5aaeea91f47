import { section, type Section } from './sections.js';

const preface = '前言';
const findings = '第一部分 研究发现';
const assessment = '第二部分 总体评估分析';

/** The sections of the report of 2021 in the order of its text; each is searched behind the one before it. */
export const cityDigitalEconomy2021Sections: readonly Section[] = [
  section('front', 'front', '目录', '中国城市数字经济指数蓝皮书目录CONTENTS'),
  section(
    'preface',
    preface,
    '01 数字经济发展新趋势',
    '目录C O N T E N T S P 0 2',
    '新型冠状病毒肺炎疫情(以下简称“疫情”)对全球',
  ),
  section('preface-growth', preface, '2020年全球主要经济体GDP增长率'),
  section('direction', preface, '02 城市数字经济指数新方向', '02城市数字经济指数新方向'),
  section(
    'clusters',
    findings,
    '02 区域城市群逐步形成“一轴三带”数字经济新格局',
    '数字经济“4+N”区域格局继续演进,区域经济进一步 集聚融合,',
  ),
  section('waves', findings, '01 浪涌潮兴,城市数字经济即将迎来变革突破阶段', '研究发现第一部分01浪涌潮兴'),
  section('data', findings, '03 疫情催化数据汇聚实现巨大突破,治理价值充分凸显', '2017201820192020202107/08'),
  section('legend', findings, '疫情推动五类数据汇聚打通', '区域数字经济“一轴三带”新 格局疫情推动五类数据'),
  section(
    'industry',
    findings,
    '05 疫情下产业化危为机,数字化转型升级迈入新发展阶段',
    '四线城市我国政府数据资源普遍存在共享开放难的问题,但随 着疫情爆发,在疫情常态化',
  ),
  section(
    'size',
    findings,
    '06 广口径城市数字经济规模提升迅速,城市梯次差距明显',
    '我国数字经济持续快速发展,增速远超GDP。',
  ),
  section('industry-table', findings, '产业新业态与数字产业化发展情况', '产业新业态与数字产业化发展情况产业新业态'),
  section('size-table', findings, '2020年城市数字经济规模(亿元)', '11/12在疫情常态化'),
  section('tiers', assessment, '01 城市总体画像及排名', '第二部分总体评估分析01城市总体画像及排名本次所评估'),
  section('index-table', assessment, '城市总分及排名', '城市总分及排名中国城市'),
  section('infrastructure', assessment, '02 数据及信息化基础设施', '信息基础设施数据及信息化基础设施是指'),
  section('index-table-2', assessment, '城市总分及排名', '17/1810080604020'),
  section('services', assessment, '03 城市服务', '运营基础评估结果显示'),
  section('governance', assessment, '04 城市治理', '04城市治理本次评估'),
  section('fusion', assessment, '05 产业融合', '05产业融合产业融合直接体现'),
];
