import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Resvg } from '@resvg/resvg-js';
import { textWidth } from '@indexlab/figures';
import { expect, test } from 'vitest';
import { advanceWidths, fontSubset } from './font-subset.js';
import { fonts } from './rasterize.js';

const text = '数字经济一线城市北京é';

test('fontSubset draws a text as the whole font does, from a small part of its bytes', () => {
  const [regular] = fonts();
  const subset = fontSubset(regular!, text);
  expect(subset.length).toBeLessThan(regular!.length / 30);
  expect(drawn(subset, text)).toEqual(drawn(regular!, text));
});

test('fontSubset has no outline for a character outside the text', () => {
  const subset = fontSubset(fonts()[0]!, text);
  expect(drawn(subset, '省')).toEqual(drawn(subset, ''));
});

test('texts are measured as wide as the bundled fonts draw them', () => {
  for (const [index, bold] of [false, true].entries()) {
    const advance = advanceWidths(fonts()[index]!);
    const ascii = Array.from({ length: 95 }, (_, code) => String.fromCodePoint(32 + code));
    for (const character of [...ascii, ...'数字龘，。“”（）…×·±']) {
      expect([character, textWidth(character, 1000, { bold })]).toEqual([character, advance(character)]);
    }
  }
});

/** Pixels of a text set in a font. */
function drawn(font: Buffer, content: string): Buffer {
  const folder = mkdtempSync(join(tmpdir(), 'font-subset-'));
  const file = join(folder, 'font.ttf');
  writeFileSync(file, font);
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="300" height="40"><text x="2" y="30" font-size="24">${content}</text></svg>`;
  const { pixels } = new Resvg(svg, {
    font: { loadSystemFonts: false, fontFiles: [file], defaultFontFamily: 'Noto Sans SC' },
  }).render();
  rmSync(folder, { recursive: true });
  return pixels;
}
