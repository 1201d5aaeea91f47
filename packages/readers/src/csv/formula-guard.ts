export { guardFormula, isGuarded, withoutGuard } from '@indexlab/core';
