import type { Buffer } from 'node:buffer';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fontSubset } from './font-subset.js';

/** A picture in pixels. */
export interface Png {
  readonly bytes: Uint8Array;
  /** The size to show it at, in CSS pixels; the picture itself has `scale` times as many. */
  readonly width: number;
  readonly height: number;
}

/** An SVG document as a picture, with the bundled fonts and no others. */
export async function rasterize(svg: string, scale: number): Promise<Png> {
  const { Resvg } = await import('@resvg/resvg-js');
  // The rasteriser takes fonts as files only, and has read them when it is made.
  const folder = mkdtempSync(join(tmpdir(), 'indexlab-fonts-'));
  try {
    const fontFiles = fonts().map((font, index) => {
      const file = join(folder, `${index}.ttf`);
      writeFileSync(file, fontSubset(font, svg));
      return file;
    });
    const picture = new Resvg(svg, {
      fitTo: { mode: 'zoom', value: scale },
      font: { loadSystemFonts: false, fontFiles, defaultFontFamily: 'Noto Sans SC' },
    });
    return { bytes: picture.render().asPng(), width: picture.width, height: picture.height };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

let loaded: Buffer[] | undefined;

/** Noto Sans SC, regular and bold, read once. */
export function fonts(): readonly Buffer[] {
  const require = createRequire(import.meta.url);
  return (loaded ??= ['400Regular/NotoSansSC_400Regular', '700Bold/NotoSansSC_700Bold'].map((name) =>
    readFileSync(require.resolve(`@expo-google-fonts/noto-sans-sc/${name}.ttf`)),
  ));
}
