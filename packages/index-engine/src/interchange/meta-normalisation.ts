import type { WrittenMethod } from '../specification/method.js';
import type { MetaRow } from './meta-rows.js';
import type { TableMistakes } from './table-mistakes.js';

/** The normalisations whose parameters iMeta can hold, with its columns; those with a default need none. */
export const metaNormalisations = {
  'min-max': { lower: 'minmax_lower', upper: 'minmax_upper' },
  'z-score': { mean: 'zscore_mean', deviation: 'zscore_sd' },
  goalposts: {
    lower: 'goalpost_lower',
    upper: 'goalpost_upper',
    factor: 'goalpost_scale',
    cut: 'goalpost_trunc2posts',
  },
  'distance-to-target': { target: 'Target' },
} as const satisfies Record<string, Readonly<Record<string, string>>>;

export type MetaNormalisation = keyof typeof metaNormalisations;

/** COINr's own where a row of iMeta says nothing: it cuts at the goalposts. */
const defaults: Readonly<Record<string, number | boolean>> = { factor: 1, cut: true };

/**
 * A normalisation with the parameters that iMeta gives for an indicator, as COINr takes them with
 * `f_n_para = "use_iMeta"`.
 */
export function metaNormalisation(
  method: MetaNormalisation,
  { row, code, parameters }: MetaRow,
  mistakes: TableMistakes,
): WrittenMethod {
  const options = Object.entries(metaNormalisations[method]).map(([option, column]) => {
    const value = parameters[column] ?? defaults[option];
    if (value === undefined)
      mistakes.add({ table: 'iMeta', row, column }, `requires a number for ${method}, got none for ${code}`);
    return [option, option === 'cut' ? Boolean(value) : value];
  });
  return { method, ...Object.fromEntries(options) };
}
