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
  Statement,
} from './ledger/statement.js';
export { sum } from './checks/sum.js';
export { ratio } from './checks/ratio.js';
export { exactValue } from './checks/exact-value.js';
export { descending } from './checks/descending.js';
export { decided, sameMembers, sameOrder } from './checks/lists.js';
