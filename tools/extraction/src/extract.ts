import { IndexlabError } from '@indexlab/core';
import { cisi2015 } from './cisi-2015.js';
import { cityDigitalEconomy2021 } from './city-digital-economy-2021.js';
import { digitalChina2020 } from './digital-china-2020.js';
import { internetPlus2016 } from './internet-plus-2016.js';
import { internetPlus2018 } from './internet-plus-2018.js';
import type { PrintedTable } from './printed-table.js';

interface Report {
  /** How the report is cited. */
  readonly title: string;
  /** The year that its figures describe. */
  readonly year: number;
  readonly tables: (text: string) => PrintedTable[];
}

/** The reports whose text can be re-read, by their short id. */
export const reports: Readonly<Record<string, Report>> = {
  'cisi-2015': {
    title:
      'Alibaba Research Institute, Weibo, Ant Financial and Aliyun (2015): city intelligent services, the CISI index (城市智能服务指数)',
    year: 2015,
    tables: cisi2015,
  },
  'internet-plus-2016': {
    title:
      'Tencent Research Institute with JD, Didi, Ctrip and Meituan-Dianping (2016): China "Internet Plus" Index 2016 (中国“互联网+”指数 2016)',
    year: 2015,
    tables: internetPlus2016,
  },
  'internet-plus-2018': {
    title:
      'Tencent Research Institute (2018): China "Internet Plus" Index Report 2018 (中国“互联网+”指数报告 2018), excerpt without figures, notes and appendix',
    year: 2017,
    tables: internetPlus2018,
  },
  'digital-china-2020': {
    title: 'Tencent Research Institute (2020): Digital China Index Report 2020 (数字中国指数报告 2020)',
    year: 2019,
    tables: digitalChina2020,
  },
  'city-digital-economy-2021': {
    title:
      'H3C and China Academy of Information and Communications Technology (2021): China City Digital Economy Index Blue Book 2021 (中国城市数字经济指数蓝皮书 2021)',
    year: 2020,
    tables: cityDigitalEconomy2021,
  },
};

/**
 * Re-reads a report's plain text into its tables: every cell the printed token, rows in printed order.
 *
 * @param text the plain-text rendering of the report
 * @param report the report's short id, such as `internet-plus-2016`
 * @throws IndexlabError when the report is unknown, or the text lacks one of its tables
 */
export function extract(text: string, report: string): PrintedTable[] {
  return reportWithId(report).tables(text);
}

/** @throws IndexlabError when no report has this id */
export function reportWithId(id: string): Report {
  const report = Object.hasOwn(reports, id) ? reports[id] : undefined;
  if (report) return report;
  throw new IndexlabError(`extract requires a report that it can read, got ${JSON.stringify(id)}`, {
    remedy: `It reads: ${Object.keys(reports).join(', ')}.`,
  });
}
