import type { JohnsonNeyman } from '@indexlab/stats/moderation';
import { wrapText } from './wrap-text.js';

/** A Johnson-Neyman region beside the moderator's data, in lines of 80 columns. */
export function regionText({ bounds, significant, range, shareSignificant }: JohnsonNeyman): string {
  const shown = (value: number): string => String(Number(value.toPrecision(5)));
  const inside = bounds.filter((bound) => bound >= range[0] && bound <= range[1]);
  const region = significant.replace(/^(between|outside|below|above)$/, `$1 ${bounds.map(shown).join(' and ')}`);
  const where =
    inside.length > 0 || bounds.length === 0
      ? ''
      : ` No bound lies within the data: the effect is significant ${shareSignificant > 0 ? 'everywhere' : 'nowhere'} in them.`;
  const share = `${Number((100 * shareSignificant).toFixed(1))} %`;
  return wrapText(
    `Johnson-Neyman: significant ${region}. The moderator lies within ${shown(range[0])} and ${shown(range[1])}; ${share} of the rows lie in the region.${where}`,
    80,
    '  ',
  ).join('\n');
}
