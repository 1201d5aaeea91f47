export { type Cell, Evidence } from './ledger/evidence.js';
export { evaluateStatement } from './ledger/evaluate-statement.js';
export { judge, type Judgement, type Verdict } from './ledger/judge.js';
export type { LedgerRow } from './ledger/ledger-row.js';
export type {
  Computed,
  ComputedNumber,
  ComputedText,
  ContradictionClass,
  Needs,
  NotComputable,
  Printed,
  Statement,
} from './ledger/statement.js';
export { sum } from './checks/sum.js';
export { ratio } from './checks/ratio.js';
export { exactValue } from './checks/exact-value.js';
export { descending } from './checks/descending.js';
export { decided, sameMembers, sameOrder } from './checks/lists.js';
export { coverage } from './coverage/coverage.js';
export { type Cause, causesOf, type StatedCause, withCauses } from './dossier/causes.js';
export { type RoundingHabit, roundingHabit } from './dossier/rounding-habit.js';
export { initDossier } from './dossier/init-dossier.js';
export { publishedDossier } from './dossier/published-dossier.js';
export { NoRowAsks, rowsOfUserFile, withUserFile } from './dossier/with-user-file.js';
export { type JudgedDossier, judgeDossier } from './dossier/judge-dossier.js';
export { type CellRange, cellRanges } from './ledger/cell-ranges.js';
export { ledgerJson } from './ledger/ledger-json.js';
export { changedLines, changedRows, ledgerText, writeLedger } from './ledger/committed-ledger.js';
export { causesOfReport, computeLedger, judgeReport } from './ledger/compute-ledger.js';
export { type Scoreboard, scoreboard } from './ledger/scoreboard.js';
export { reports, statedCauses } from './reports.js';
export { type OverviewLine, overviewPage } from './reviewer-report/overview-page.js';
export { type ReportHeading, reviewerReport } from './reviewer-report/reviewer-report.js';
export { bilingualName } from './tell/bilingual-name.js';
export { type MistakeLine, mistakeTable } from './tell/mistake-table.js';
export { printedFigures, type SentenceFigure } from './tell/printed-figures.js';
export { type VerdictLine, verdictTable } from './tell/verdict-table.js';
export {
  failureRate,
  hubAndSpoke,
  type RankedCity,
  type RegionNetwork,
  returnRate,
  serviceValue,
} from './reports/internet-plus-2016/index.js';
export * from './simulated/index.js';
