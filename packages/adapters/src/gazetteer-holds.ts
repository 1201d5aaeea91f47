/** What the gazetteer has no name for is not always misspelt. */
export const gazetteerHolds =
  'The gazetteer holds provinces, prefectures and some counties; of Taiwan, Hong Kong and Macao each as a whole.';
