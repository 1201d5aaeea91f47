/**
 * A text whose decimal numbers keep at most five significant digits; whole numbers keep all, from a billion on in billions.
 * `34.02903225 of 145016` reads `34.029 of 145016`.
 */
export function roundedText(text: string): string {
  return text.replace(/\d+\.\d+(?:e[+-]?\d+)?|\d{10,}/gu, (token) => {
    const value = Number(token);
    if (value >= 1e9) return `${Number((value / 1e9).toPrecision(5))} billion`;
    const whole = String(Math.trunc(value)).length;
    return String(Number(value.toPrecision(value >= 1 ? Math.max(5, whole) : 4)));
  });
}
