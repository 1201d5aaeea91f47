import type { Rule } from '../problem.js';
import { constantTotal } from './constant-total.js';
import { doubleCounting } from './double-counting.js';
import { immovableRange } from './immovable-range.js';
import { missingColumn } from './missing-column.js';
import { missingDirection } from './missing-direction.js';
import { otherUnit } from './other-unit.js';
import { overshadowedNode } from './overshadowed-node.js';
import { panelByYear } from './panel-by-year.js';
import { rateOverTotal } from './rate-over-total.js';
import { sameColumn } from './same-column.js';
import { scaledRanks } from './scaled-ranks.js';
import { undeclaredInput } from './undeclared-input.js';
import { undisclosedWeights } from './undisclosed-weights.js';
import { unturnedDirection } from './unturned-direction.js';
import { unusedInput } from './unused-input.js';
import { unusedStage } from './unused-stage.js';
import { zeroInGeometric } from './zero-in-geometric.js';

/** Every rule of the lint, by its id. */
export const rules: Readonly<Record<string, Rule>> = {
  'missing-column': missingColumn,
  'unused-stage': unusedStage,
  'undeclared-input': undeclaredInput,
  'unused-input': unusedInput,
  'missing-direction': missingDirection,
  'unturned-direction': unturnedDirection,
  'double-counting': doubleCounting,
  'same-column': sameColumn,
  'other-unit': otherUnit,
  'zero-in-geometric': zeroInGeometric,
  'scaled-ranks': scaledRanks,
  'rate-over-total': rateOverTotal,
  'immovable-range': immovableRange,
  'panel-by-year': panelByYear,
  'constant-total': constantTotal,
  'overshadowed-node': overshadowedNode,
  'undisclosed-weights': undisclosedWeights,
};
