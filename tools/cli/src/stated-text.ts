import { type Recovery, statedWeights } from '@indexlab/index-engine';
import { wrapText } from './wrap-text.js';

/** Whether stated weights can have produced the totals, and why not, in lines of 80 columns; how their digits were read. */
export function statedText(
  { possible, rows, ruledOutBy, weights }: NonNullable<Recovery['stated']>,
  tokens: Readonly<Record<string, number | string>>,
  feasible: boolean,
): string {
  const read = [...statedWeights(tokens, Object.keys(weights))].map(([part, { rounded }]) => {
    const [lower, upper] = rounded.ends().map((end) => end.toNumber());
    return lower === upper ? `${part} exactly ${lower}` : `${part} ${lower} to ${upper}`;
  });
  const sum = Object.values(weights).reduce((total, weight) => total + weight, 0);
  const why = {
    sum: `they sum to ${percent(sum)}, and nothing that rounds to them sums to 100 %.`,
    'each row': `nothing that rounds to them fits any of these rows, taken one by one: ${rows.join(', ')}.`,
    'rows together': `each row alone can be met, but ${rows.join(', ')} together cannot. These are a smallest set in conflict; there may be others, and none of its rows need be wrong.`,
  };
  const verdict =
    possible || ruledOutBy === null
      ? 'The stated weights can have produced the totals.'
      : `The stated weights cannot have produced the totals: ${why[ruledOutBy]}`;
  const status =
    !possible && feasible
      ? ['Other weights fit every row, so the exit status is 0; it is 1 where no weights fit.']
      : [];
  return [verdict, `The stated weights were read as their digits say: ${read.join(', ')}.`, ...status]
    .flatMap((line) => wrapText(line, 80, '  '))
    .join('\n');
}

function percent(share: number): string {
  return `${Number((100 * share).toPrecision(10))} %`;
}
