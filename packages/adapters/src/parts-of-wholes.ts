/** Cities and districts that the gazetteer does not hold, by the code of the unit that it holds them in. */
const parts: Readonly<Record<string, string>> = {
  '710000':
    '台北 新北 台中 台南 高雄 基隆 新竹 嘉义 彰化 屏东 宜兰 花莲 台东 苗栗 南投 云林 澎湖 桃园 金门 马祖 Taipei NewTaipei Taichung Tainan Kaohsiung ' +
    'Keelung Hsinchu Chiayi Changhua Pingtung Yilan Hualien Taitung Miaoli Nantou Yunlin Penghu Taoyuan Kinmen Matsu',
  '810000': '九龙 新界 荃湾 沙田 元朗 屯门 湾仔 油尖旺 Kowloon NewTerritories TsuenWan ShaTin YuenLong TuenMun WanChai',
  '820000': '氹仔 路环 路氹 Taipa Coloane Cotai',
};

const wholeOf = new Map(
  Object.entries(parts).flatMap(([code, names]) => names.split(' ').map((name) => [keyOf(name), code] as const)),
);

/** The code of the unit that a city or district lies in which the gazetteer holds as a whole only. */
export function wholeWith(name: string): string | undefined {
  return wholeOf.get(keyOf(name));
}

function keyOf(name: string): string {
  return name.replaceAll(/[\s'-]|(?<=.{2})[市县区縣區]$|(?<=[a-z])\s+(?:city|county)$/giu, '').toLowerCase();
}
