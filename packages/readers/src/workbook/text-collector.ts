import { joinRuns, type TextRun } from './raised-text.js';

/** Gathers the text of a cell from its runs, without the pronunciation that may stand beside them. */
export class TextCollector {
  #runs: TextRun[] = [];
  #position: TextRun['position'] = null;
  #inText = false;
  #pronunciation = false;

  open(name: string, attribute: (name: string) => string | undefined): void {
    if (name === 'rPh') this.#pronunciation = true;
    if (name === 't') this.#inText = true;
    if (name === 'vertAlign') {
      const align = attribute('val');
      this.#position = align === 'superscript' ? 'raised' : align === 'subscript' ? 'lowered' : null;
    }
  }

  close(name: string): void {
    if (name === 'rPh') this.#pronunciation = false;
    if (name === 't') this.#inText = false;
    if (name === 'r') this.#position = null;
  }

  add(text: string): void {
    if (this.#inText && !this.#pronunciation) this.#runs.push({ text, position: this.#position });
  }

  take(): string {
    if (this.#runs.length === 0) return '';
    const text = joinRuns(this.#runs);
    this.#runs = [];
    return unescapeText(text);
  }
}

/** Characters that XML cannot hold stand in a sheet as _x0007_ and the like. */
export function unescapeText(text: string): string {
  return text.includes('_x')
    ? text.replaceAll(/_x([\da-f]{4})_/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    : text;
}
