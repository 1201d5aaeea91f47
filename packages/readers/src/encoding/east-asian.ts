import type { FoundEncoding } from './detect-encoding.js';
import { decodeUtf8, type Encoding, isValid, toUtf8 } from './text-encoding.js';

/**
 * The share of byte pairs that are kana, marks or common characters of Shift-JIS; none when most pairs stand alone
 * among ASCII letters, as accented letters of other encodings do.
 */
export function shiftJisShare(text: Uint8Array): number {
  let pairs = 0;
  let hits = 0;
  let inRuns = 0;
  let last = -2;
  let wasAlone = false;
  for (let at = 0; at < text.length; at += 1) {
    const lead = text[at]!;
    if (lead <= 0x7f) continue;
    pairs += 1;
    const isHalf = lead >= 0xa1 && lead <= 0xdf;
    if (isHalf || lead === 0x80 || lead === 0xa0 || lead > 0xfc) continue;
    const trail = text[at + 1] ?? 0;
    if (trail < 0x40 || trail === 0x7f || trail > 0xfc) continue;
    if (last === at) {
      inRuns += wasAlone ? 2 : 1;
      wasAlone = false;
    } else wasAlone = true;
    at += 1;
    last = at + 1;
    if (lead <= 0x83 || (lead >= 0x88 && lead <= 0x98)) hits += 1;
  }
  return pairs === 0 || inRuns < pairs / 2 ? 0 : hits / pairs;
}

/** Characters that stand in most tables of each language; kana count by themselves. */
const frequent: Readonly<Record<'gb18030' | 'euc-kr' | 'euc-jp', ReadonlySet<string>>> = {
  gb18030: new Set(
    '的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日那社义事平形相全表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变条只没结解问意建月公无系军很情者最立代想已通并提直题程展五果料象员革位入常文总次品式活设及管特件长求老头基资边流路级少图山统接知较将组见计别她手角期根论运农指几九区强放决西被干做必战先回则任取据处队南给色光门即保治北造百规热领七海口东导器压志世金增争济阶油思术极交受联什认六共权收证改清己美再采转更单风切打白教速花带安场身车例真务具万每目至达走积示议声报斗完类八离华名确才科张信马节话米整空元况今集温传土许步群广石记需段研界拉林律叫且究观越织装影算低持音众书布复容儿须际商非验连断深难近矿千周委素技备半办青省列习响约支般史感劳便团往酸历市克何除消构府称太准精值号率族维划选标写存候毛亲快效斯院查江型眼王按格养易置派层片始却专状育厂京识适属圆包火住调满县局照参红细引听该铁价严城州沪津渝冀晋蒙辽吉黑苏浙皖闽赣鲁豫鄂湘粤桂琼川黔滇藏陕甘宁港澳台亿均币值额占',
  ),
  'euc-jp': new Set(
    '都道府県東京大阪神奈川市区町村人口面積合計年月日総数北海岩手宮城秋田山形福島茨栃木群馬埼玉千葉新潟富石井梨長野岐阜静岡愛知三重滋賀兵庫良和歌鳥取根広徳香媛高佐崎熊分鹿児沖縄男女率額円単位第業産値一二四五六七八九十百万億上下中小前後間内外方全国地域別度期月電話気車売買店社員給金食料品',
  ),
  'euc-kr': new Set(
    '이다의가는에을고지도시군구인사한대기수서부산광주전울경북남충원제역별합계총년명량금액평균비율세종특자치로를은하여정리어일해보으상아나자라과스그장공신조간화국동유소차개면물업생방발관적등모두중통현경학교분단실안성내용무문회월강청양포천여성제목록표출입구성장률지수',
  ),
};

/** Pairs above A0 are characters of GB18030, of EUC-KR and of EUC-JP alike; `null` when it is none of the latter two. */
export function eucSibling(text: Uint8Array): FoundEncoding | null {
  const distinct = new Set<number>();
  let [pairs, kana, hangul, low] = [0, 0, 0, 0];
  for (let at = 0; at < text.length; at += 1) {
    const lead = text[at]!;
    if (lead <= 0x7f) continue;
    const trail = text[at + 1] ?? 0;
    at += 1;
    pairs += 1;
    if (lead < 0xa1 || trail < 0xa1) low += 1;
    if (lead === 0xa4 || lead === 0xa5) kana += 1;
    if (lead >= 0xb0 && lead <= 0xc8) hangul += 1;
    if (lead >= 0xb0) distinct.add(256 * lead + trail);
  }
  if (low > 0.02 * pairs) return null;
  if (isValid(text, 'euc-jp')) {
    if (kana >= 0.15 * pairs) return { encoding: 'euc-jp', alternatives: [] };
    const lead = frequentShare(text, 'euc-jp') - frequentShare(text, 'gb18030');
    if (lead > 0.1) return { encoding: 'euc-jp', alternatives: lead > 0.3 || kana > 0 ? [] : ['gb18030'] };
  }
  if (hangul < 0.85 * pairs || !isValid(text, 'euc-kr')) return null;
  const korean = frequentShare(text, 'euc-kr');
  const chinese = frequentShare(text, 'gb18030');
  const [encoding, other]: [Encoding, Encoding] = korean > chinese ? ['euc-kr', 'gb18030'] : ['gb18030', 'euc-kr'];
  const isClear = Math.abs(korean - chinese) > 0.3 || (distinct.size >= 12 && Math.abs(korean - chinese) > 0.1);
  return { encoding, alternatives: isClear ? [] : [other] };
}

/** Whether most Chinese characters that an encoding gives touch small Latin letters: then they are accented letters. */
export function isAmongLetters(bytes: Uint8Array, encoding: Encoding): boolean {
  const text = decodeUtf8(toUtf8(bytes.subarray(0, 1 << 16), encoding));
  const all = text.match(/[^\x00-\x7f]/g)?.length ?? 0;
  const touching = text.match(/(?<=[a-z])[^\x00-\x7f]|[^\x00-\x7f](?=[a-z])/g)?.length ?? 0;
  return 2 * touching > all;
}

function frequentShare(bytes: Uint8Array, encoding: 'gb18030' | 'euc-kr' | 'euc-jp'): number {
  const letters =
    decodeUtf8(toUtf8(bytes.subarray(0, 1 << 16), encoding)).match(/[\p{Script=Han}\p{Script=Hangul}]/gu) ?? [];
  return letters.length === 0 ? 0 : letters.filter((letter) => frequent[encoding].has(letter)).length / letters.length;
}
