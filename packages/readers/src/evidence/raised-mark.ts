const digits = '⁰¹²³⁴⁵⁶⁷⁸⁹';
const raised = `${digits}ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻ`;
const marks = `*†‡${raised}`;
const marked = new RegExp(`\\p{L}[\\p{L}\\p{M}.)\\]]\\s?[${marks}]+$`, 'u');
const power = /(?<!\p{L})(?:[kcdm]?m|ha)[²³]$/u;

/** Whether a name ends in a raised mark or a star that points to a note: South³, Income*; but not km². */
export function hasRaisedMark(text: string): boolean {
  return marks.includes(text.at(-1) ?? ' ') && marked.test(text) && !power.test(text);
}

/** The raised mark that a note begins with, plain or raised: ¹ for "1 provisional"; `null` for other texts. */
export function markOfNote(text: string): string | null {
  const [, mark] = /^([1-9]|[¹²³⁴-⁹])\s+\p{L}{2}/u.exec(text) ?? [];
  return mark === undefined ? null : (digits[Number(mark)] ?? mark);
}
