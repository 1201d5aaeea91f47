import { rasterize } from './rasterize.js';

/**
 * Whether pictures made here show Chinese: two characters must look different from each other and from what stands
 * for a missing one.
 *
 * @example
 * await rendersChinese() // => true
 */
export async function rendersChinese(): Promise<boolean> {
  const pictures = await Promise.all(['数', '字', '\u{f0000}'].map((character) => picture(character)));
  return new Set(pictures).size === pictures.length;
}

async function picture(character: string): Promise<string> {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="24" height="24"><text x="2" y="20" font-size="20">${character}</text></svg>`;
  return Buffer.from((await rasterize(svg, 1)).bytes).toString('base64');
}
