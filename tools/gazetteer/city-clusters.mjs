/**
 * The eleven city clusters that the Digital China Index Report 2020 compares. The report counts 27 cities of the Yangtze
 * River Delta, 16 of Chengdu-Chongqing and ranks 9 of the Pearl River Delta; it lists no members. These are the members
 * by the official plan of each cluster in force at the end of 2019, from outside the reports. Units that a plan takes in
 * only in part stand under `inPart`, with the parts that it names or leaves out.
 */
export const cityClusters = [
  {
    id: 'pearl-delta',
    nameZh: '珠三角',
    nameEn: 'Pearl River Delta',
    plan: '珠江三角洲地区改革发展规划纲要（2008—2020年）',
    year: '2008',
    members: '440100 440300 440400 440600 440700 441200 441300 441900 442000',
    inPart: {},
  },
  {
    id: 'beijing-tianjin-hebei',
    nameZh: '京津冀',
    nameEn: 'Beijing-Tianjin-Hebei',
    plan: '京津冀协同发展规划纲要',
    year: '2015',
    members: '110000 120000 130100 130200 130300 130400 130500 130600 130700 130800 130900 131000 131100',
    inPart: {},
  },
  {
    id: 'yangtze-delta',
    nameZh: '长三角',
    nameEn: 'Yangtze River Delta',
    plan: '长江三角洲区域一体化发展规划纲要 (the 27 cities of the central area)',
    year: '2019',
    members:
      '310000 320100 320200 320400 320500 320600 320900 321000 321100 321200 330100 330200 330300 330400 330500 330600 330700 330900 331000 340100 340200 340500 340700 340800 341100 341700 341800',
    inPart: {},
  },
  {
    id: 'chengdu-chongqing',
    nameZh: '成渝',
    nameEn: 'Chengdu-Chongqing',
    plan: '成渝城市群发展规划',
    year: '2016',
    members: '510100 510300 510500 510600 510900 511000 511100 511300 511400 511500 511600 512000',
    inPart: {
      500000: '27 districts and counties, and parts of 开县 and 云阳',
      510700: 'without 北川县 and 平武县',
      511700: 'without 万源市',
      511800: 'without 天全县 and 宝兴县',
    },
  },
  {
    id: 'middle-yangtze',
    nameZh: '长江中游',
    nameEn: 'Middle Yangtze',
    plan: '长江中游城市群发展规划',
    year: '2015',
    members:
      '420100 420200 420700 421100 420900 421200 429004 429005 429006 420600 420500 421000 420800 430100 430200 430300 430600 430900 430700 430400 431300 360100 360400 360200 360600 360500 360900 360300 361100',
    inPart: { 361000: 'some counties and districts', 360800: 'some counties and districts' },
  },
  {
    id: 'central-plains',
    nameZh: '中原',
    nameEn: 'Central Plains',
    plan: '中原城市群发展规划',
    year: '2016',
    members:
      '410100 410200 410300 411300 410500 411400 410700 410400 411000 410800 411600 411500 411700 410600 410900 411100 411200 419001 140400 140500 140800 130500 130400 371500 371700 340600 340300 341300 341200 341600',
    inPart: {},
  },
  {
    id: 'guanzhong-plain',
    nameZh: '关中平原',
    nameEn: 'Guanzhong Plain',
    plan: '关中平原城市群发展规划',
    year: '2018',
    members: '610100 610300 610400 610200 610500 620500',
    inPart: {
      611000: '商州区, 洛南县, 丹凤县, 柞水县',
      140800: 'without 平陆县 and 垣曲县',
      141000: '尧都区, 侯马市, 襄汾县, 霍州市, 曲沃县, 翼城县, 洪洞县, 浮山县',
      620800: '崆峒区, 华亭县, 泾川县, 崇信县, 灵台县',
      621000: '西峰区',
    },
  },
  {
    id: 'harbin-changchun',
    nameZh: '哈长',
    nameEn: 'Harbin-Changchun',
    plan: '哈长城市群发展规划',
    year: '2016',
    members: '230100 230600 230200 231200 231000 220100 220200 220300 220400 220700 222400',
    inPart: {},
  },
  {
    id: 'beibu-gulf',
    nameZh: '北部湾',
    nameEn: 'Beibu Gulf',
    plan: '北部湾城市群发展规划',
    year: '2017',
    members: '450100 450500 450700 450600 450900 451400 440800 440900 441700 460100 460400 469007 469023 469024 469026',
    inPart: {},
  },
  {
    id: 'lanzhou-xining',
    nameZh: '兰西',
    nameEn: 'Lanzhou-Xining',
    plan: '兰州—西宁城市群发展规划',
    year: '2018',
    members: '620100 630100 630200',
    inPart: {
      620400: '白银区, 平川区, 靖远县, 景泰县',
      621100: '安定区, 陇西县, 渭源县, 临洮县',
      622900: '临夏市, 东乡族自治县, 永靖县, 积石山县',
      632200: '海晏县',
      632500: '共和县, 贵德县, 贵南县',
      632300: '同仁县, 尖扎县',
    },
  },
  {
    id: 'hohhot-baotou-ordos-yulin',
    nameZh: '呼包鄂榆',
    nameEn: 'Hohhot-Baotou-Ordos-Yulin',
    plan: '呼包鄂榆城市群发展规划',
    year: '2018',
    members: '150100 150200 150600 610800',
    inPart: {},
  },
];
