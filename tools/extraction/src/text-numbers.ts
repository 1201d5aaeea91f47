/** A number in running text. */
export interface TextNumber {
  /** Characters before it in the text (UTF-16 code units). */
  readonly offset: number;
  /** As it stands: "37.40", "四", "三点五", "四分之三". */
  readonly printed: string;
  /** In digits: "37.40", "4", "3.5", "3/4". */
  readonly token: string;
}

const arabic = String.raw`(?:(?<== )-)?(?<![A-Za-z\d.])(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?`;
const digits = '零一二两三四五六七八九十百';
const ordinal = `(?<=第)[${digits}]+(?!产业|、二产业|[章方])`;
const leading = `(?<=前)[${digits}]+`;
const fraction = `[${digits}]+分之[${digits}]+`;
const counted = `(?!一[个大省地倍位席甲名](?!百分点))[${digits}]+(?:点[${digits}]+)?(?=[成大个省市地倍位席名]|甲(?![医及以]))`;
const pattern = new RegExp([arabic, ordinal, leading, fraction, counted].join('|'), 'gu');

/**
 * Finds the numbers in a text: Arabic ones, and Chinese ones that count, order or give a share (四成, 第三, 四分之三).
 *
 * Digits inside words (O2O, H5) are not numbers; neither are the Chinese ones of 一线, 一个, 第三产业, 第一章, 三甲医院.
 *
 * @example
 * numbersIn('占 37.40%，超过三分之一').map(({ token }) => token) // => ['37.40', '1/3']
 */
export function numbersIn(text: string): TextNumber[] {
  return [...text.matchAll(pattern)].map(({ index, 0: printed }) => ({
    offset: index,
    printed,
    token: inDigits(printed),
  }));
}

function inDigits(printed: string): string {
  if (/\d/.test(printed)) return printed;
  const [denominator, numerator] = printed.split('分之');
  if (numerator !== undefined) return `${chineseInteger(numerator)}/${chineseInteger(denominator!)}`;
  const [whole, decimals] = printed.split('点');
  return decimals === undefined
    ? String(chineseInteger(whole!))
    : `${chineseInteger(whole!)}.${[...decimals].map(chineseInteger).join('')}`;
}

/** Reads a Chinese integer below a thousand. */
function chineseInteger(numeral: string): number {
  let sum = 0;
  let digit: number | undefined;
  for (const character of numeral) {
    const place = character === '百' ? 100 : character === '十' ? 10 : undefined;
    if (place === undefined) {
      digit = character === '两' ? 2 : '零一二三四五六七八九'.indexOf(character);
    } else {
      sum += (digit ?? 1) * place;
      digit = undefined;
    }
  }
  return sum + (digit ?? 0);
}
